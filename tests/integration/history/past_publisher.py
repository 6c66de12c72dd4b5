"""A publisher on loopback with a past: a feed of its latest posts, and whichever ways to the older ones it offers.

It keeps what it was asked, and can lie: `answers` overrules any path.
"""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
SHOWN = 4
"""Posts that the feed shows, a page of the paged feed, and a document of the archive."""
TOWNS = ("Idlib", "Sarmin", "Salqin", "Harim", "Binnish", "Maarrat Misrin", "Saraqib", "Khan Shaykhun")

Answer = tuple[int, str, bytes]


@dataclass(frozen=True)
class Post:
    """One article of the publisher."""

    number: int
    at: datetime

    @property
    def title(self) -> str:
        """A headline about Syria."""
        return f"Shelling kills {self.number % 7 + 2} civilians in {TOWNS[self.number % len(TOWNS)]}, Syria"

    @property
    def text(self) -> str:
        """A paragraph that a coder can read."""
        town, toll = TOWNS[self.number % len(TOWNS)], self.number % 7 + 2
        return (
            f"Government artillery shelled the town of {town} in Idlib governorate, Syria, on "
            f"{self.at:%A}, killing {toll} civilians and injuring {toll + 3} others, the civil defence said. "
            f"Report number {self.number} of residents spoke of {self.number + 20} shells on the market and the houses "
            f"around it. Rescue teams worked until the evening, and the hospital of {town} asked for blood."
        )


@dataclass
class PastPublisher:
    """Twenty days of four posts a day, of which the feed shows the last four."""

    today: date
    offers: frozenset[str]
    port: int = 0
    answers: dict[str, Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    robots: str = "User-agent: *\nAllow: /\n"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def posts(self) -> list[Post]:
        """Return all posts, newest first."""
        last = datetime.combine(self.today, datetime.min.time(), UTC)
        return [Post(1000 - n, last - timedelta(days=1 + n // 4) + timedelta(hours=20 - n % 4 * 5)) for n in range(80)]

    def of_day(self, day: date) -> set[str]:
        """Return the titles of a day's posts."""
        return {post.title for post in self.posts if post.at.date() == day}

    def paths(self) -> list[str]:
        """Return what was asked for, without parameters."""
        return [urlsplit(target).path for target in self.asked]

    def answer(self, target: str) -> Answer:
        """Return status, type and body."""
        parts = urlsplit(target)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.path in self.answers:
            return self.answers[parts.path](query)
        if parts.path.startswith("/post/"):
            return self._page(int(parts.path.split("/")[2]))
        routes = {
            "/robots.txt": lambda _: (200, "text/plain", self.robots.encode()),
            "/feed/": self._feed,
            "/wp-json/wp/v2/posts": self._wordpress,
            "/sitemap.xml": self._index,
            "/news.xml.gz": self._news,
            "/cdx/search/cdx": self._copies,
        }
        if parts.path.startswith("/archive/"):
            return self._archive(int(parts.path.split("/")[2]))
        if parts.path.startswith("/web/"):
            return self._copy(parts.path.split("/")[2])
        return routes.get(parts.path, _missing)(query)

    def _page(self, number: int) -> Answer:
        post = next(post for post in self.posts if post.number == number)
        head = f"<title>{post.title}</title><meta property='article:published_time' content='{post.at.isoformat()}'>"
        body = f"<article><h1>{post.title}</h1>" + f"<p>{post.text}</p></article>"
        return 200, "text/html", f"<html lang='en'><head>{head}</head><body>{body}</body></html>".encode()

    def _feed(self, query: dict[str, str]) -> Answer:
        page = int(query.get("paged", 1)) if "paged" in self.offers else 1
        shown = self.posts[(page - 1) * SHOWN : page * SHOWN]
        link = '<atom:link rel="prev-archive" href="/archive/1"/>' if "archive" in self.offers else ""
        return self._rss(shown, link) if shown else _missing(query)

    def _archive(self, number: int) -> Answer:
        shown = self.posts[number * SHOWN : (number + 1) * SHOWN]
        link = f'<atom:link rel="prev-archive" href="/archive/{number + 1}"/>'
        return self._rss(shown, link) if shown and "archive" in self.offers else _missing({})

    def _rss(self, posts: list[Post], head: str = "") -> Answer:
        rows = "".join(
            f"<item><title>{p.title}</title><link>{self.url}/post/{p.number}/</link><description>{p.text}</description>"
            f"<guid isPermaLink='false'>post-{p.number}</guid><pubDate>{format_datetime(p.at)}</pubDate></item>"
            for p in posts
        )
        space = 'xmlns:atom="http://www.w3.org/2005/Atom"'
        text = f'<rss version="2.0" {space}><channel><title>Past</title>{head}{rows}</channel></rss>'
        return 200, "application/rss+xml", text.encode()

    def _wordpress(self, query: dict[str, str]) -> Answer:
        if "wordpress" not in self.offers:
            return _missing(query)
        bounds = [datetime.fromisoformat(query[name]).replace(tzinfo=UTC) for name in ("after", "before")]
        found = [post for post in self.posts if bounds[0] < post.at < bounds[1]]
        posts = [
            {
                "id": p.number,
                "date_gmt": f"{p.at:%Y-%m-%dT%H:%M:%S}",
                "link": f"{self.url}/post/{p.number}/",
                "title": {"rendered": p.title},
                "excerpt": {"rendered": p.text},
            }
            for p in found
        ]
        return 200, "application/json", json.dumps(posts).encode()

    def _index(self, query: dict[str, str]) -> Answer:
        if "sitemap" not in self.offers:
            return _missing(query)
        text = f"<sitemapindex {NEWS}><sitemap><loc>{self.url}/news.xml.gz</loc></sitemap></sitemapindex>"
        return 200, "text/xml", text.encode()

    def _news(self, query: dict[str, str]) -> Answer:
        rows = "".join(
            f"<url><loc>{self.url}/post/{p.number}/</loc><n:news><n:publication_date>{p.at.isoformat()}"
            f"</n:publication_date><n:title>{p.title}</n:title></n:news></url>"
            for p in self.posts
        )
        return 200, "application/gzip", gzip.compress(f"<urlset {NEWS}>{rows}</urlset>".encode())

    def _copies(self, query: dict[str, str]) -> Answer:
        if "wayback" not in self.offers:
            return 200, "application/json", b"[]"
        rows = [["timestamp", "original"], [f"{query['from']}235900", query["url"]]]
        return 200, "application/json", json.dumps(rows).encode()

    def _copy(self, taken: str) -> Answer:
        at = datetime.strptime(taken[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return self._rss([post for post in self.posts if post.at < at][:SHOWN])


@contextmanager
def past_publisher(today: date, *offers: str) -> Iterator[PastPublisher]:
    """Run one until the block ends."""
    publisher = PastPublisher(today, frozenset(offers))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            publisher.asked.append(self.path)
            status, content_type, body = publisher.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    publisher.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _missing(_: dict[str, str]) -> Answer:
    return 404, "text/html", b"<html>nothing here</html>"
