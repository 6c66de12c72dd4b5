"""Drive a search by a table of answers, as a publisher would answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

from syria_events.history.search import Quest, Search, Verdict
from syria_events.model import Feed
from syria_events.wire.exchange import FetchResponse

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
DAY = date(2026, 11, 10)
HOME = "https://outlet.example"
FEED = f"{HOME}/feed/"
Site = Callable[[str], tuple[int, str, bytes]]


def quest(feed_url: str = FEED, *, scope: str = "world", archive: str | None = None) -> Quest:
    return Quest(Feed("outlet", "Outlet", feed_url, scope=scope), feed_url, DAY, "guid", NOW, archive)


@dataclass
class Driven:
    """What a search asked, and what it came to."""

    asked: list[str] = field(default_factory=list)
    verdict: Verdict = field(default_factory=lambda: Verdict(None, ""))

    @property
    def titles(self) -> set[str]:
        return {entry.title for reading in self.verdict.readings for entry in reading.entries}


def drive(search: Search, site: Site) -> Driven:
    """Answer what the search asks, till it comes to its verdict."""
    driven = Driven()
    try:
        ask = next(search)
        while True:
            driven.asked.append(ask.url)
            assert len(driven.asked) < 200, "the search has no end"
            status, content_type, body = site(ask.url)
            error = None if status < 400 else f"answered {status}"
            kind = None if status < 400 else "soft" if status >= 500 or status == 429 else "hard"
            headers = (("Content-Type", content_type),)
            answer = FetchResponse(
                ask.url, ask.url, NOW, status=status, headers=headers, body=body, error=error, error_class=kind
            )
            ask = search.send(answer)
    except StopIteration as done:
        driven.verdict = done.value
    return driven


def moment(days_before: float) -> datetime:
    """Return a time so many days before now."""
    return NOW - timedelta(days=days_before)


def rss(*items: tuple[str, datetime], head: str = "") -> bytes:
    """Return a feed with these titles, each with a link and a guid of its own."""
    rows = "".join(
        f"<item><title>{title}</title><link>{HOME}/{title}</link><guid isPermaLink='false'>{title}</guid>"
        f"<pubDate>{format_datetime(at)}</pubDate></item>"
        for title, at in items
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Outlet</title>'
        f"{head}{rows}</channel></rss>"
    ).encode()


MISSING = (404, "text/html", b"<html>not found</html>")
HTML = (200, "text/html", b"<html><body>Welcome</body></html>")
