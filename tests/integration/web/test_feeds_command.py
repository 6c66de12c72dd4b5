"""`syria-events feeds`, as a maintainer types it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from syria_events.cli.feeds import feeds
from syria_events.feeds.registry import load_feeds

RSS = (
    b"<rss version='2.0'><channel><title>Example News</title><language>ar</language><item><guid>1</guid>"
    b"<title>T1</title><pubDate>Mon, 23 Nov 2015 08:00:00 GMT</pubDate></item></channel></rss>"
)
PAGE = b"<html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = {"/feed.xml": RSS, "/": PAGE}.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html" if self.path == "/" else "application/rss+xml")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("slug,name,url\nmine,Mine,https://example.org/feed\n")
    monkeypatch.setenv("SYRIA_EVENTS_FEEDS", str(path))
    monkeypatch.setenv("SYRIA_EVENTS_ALLOW_PRIVATE", "127.0.0.0/8")
    monkeypatch.setenv("SYRIA_EVENTS_HOST_SECONDS", "0")
    return path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(feeds, arguments)


def test_list_shows_shipped_and_own_feeds(own: Path) -> None:
    result = call("list", "--language", "ku")

    assert "npa-ku" in result.output
    assert "anf-en" not in result.output
    assert "mine" in call("list").output


def test_check_follows_what_a_page_announces(own: Path, site: str) -> None:
    result = call("check", site + "/")

    assert "not_a_feed" in result.output
    assert f"announces {site}/feed.xml" in result.output
    assert "rss20" in result.output
    assert "1, 1 with a date" in result.output


def test_add_appends_a_feed_on_probation(own: Path, site: str) -> None:
    result = call("add", site + "/", "--slug", "new", "--timezone", "Asia/Damascus", "--scope", "syria")

    assert result.exit_code == 0, result.output
    (feed,) = [feed for feed in load_feeds(own, only_own=True) if feed.slug == "new"]
    assert (feed.url, feed.name, feed.language) == (f"{site}/feed.xml", "Example News", "ar")
    assert (feed.status, feed.timezone, feed.scope) == ("probation", "Asia/Damascus", "syria")


@pytest.mark.parametrize("options", [("--slug", "mine"), ("--slug", "Not A Slug"), ("--timezone", "Nowhere")])
def test_add_leaves_the_file_as_it_was_where_the_row_is_wrong(own: Path, site: str, options: tuple[str, str]) -> None:
    before = own.read_text()

    result = call("add", site + "/feed.xml", *options)

    assert result.exit_code == 1
    assert own.read_text() == before


def test_add_refuses_what_is_no_feed(own: Path, site: str) -> None:
    result = call("add", site + "/nothing")

    assert result.exit_code == 1
    assert "no feed with entries" in str(result.exception)
