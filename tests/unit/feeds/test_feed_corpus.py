"""Two thousand nasty feeds of other projects: none crashes, none hangs, and feedparser's own expectations hold.

The corpus lies outside the project (it is other people's); where it is absent, the tests say so.
"""

import builtins
import datetime as datetime_module
import os
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from syria_events.feeds.charset import decode
from syria_events.feeds.loose_xml import parse_xml
from syria_events.feeds.mending import mend_start
from syria_events.feeds.parse import parse_feed
from syria_events.model import Feed

CORPUS = Path(os.environ.get("SYRIA_EVENTS_SHARED", Path(__file__).parents[4] / "shared")) / "feeds" / "corpus"
NOW = datetime(2026, 11, 24, tzinfo=UTC)
FEED = Feed(slug="x", name="X", url="https://example.com/feed", timezone="Asia/Damascus")

OUR_RULES = {
    r"wellformed/sanitize/": "the extractor of articles cleans HTML, not the reading of feeds",
    r"wellformed/namespace/.*(svg|mathml|xlink)": "the same",
    r"wellformed/(rss/item_description_(br|not)|sgml/|atom10/(missing_quote|qna|tag_in))": "the same",
    r"wellformed/base/|/relative_uri": "links are made absolute against the address that answered, in repair",
    r"wellformed/http/|lang/http_|entry_link_no_href_link|entry_link_rel_enclosure_no_href|itunes.*explicit": (
        "headers and libraries that the expectation needs are not there: plain feedparser fails as well"
    ),
    r"^encoding/|illformed/chardet/": "bytes are decoded first, so feedparser always sees UTF-8",
}
"""Pattern of a path -> why an expectation of feedparser's may fail there."""
LEAST_KEPT = 1450

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at {CORPUS}; set SYRIA_EVENTS_SHARED")


def corpus() -> Iterator[Path]:
    return (path for path in sorted(CORPUS.rglob("*")) if path.is_file() and path.suffix in {".xml", ".json", ""})


def test_no_file_crashes_or_hangs() -> None:
    for path in corpus():
        body, started = path.read_bytes(), time.process_time()
        parsed = parse_feed(body, content_type=None, feed=FEED, url=FEED.url, fetched_at=NOW)

        assert time.process_time() - started < 2, path
        assert bool(parsed.entries) == (parsed.error is None), path
        assert all(entry.identity for entry in parsed.entries), path
        assert all((e.published_at is None) == (e.published_null_reason is not None) for e in parsed.entries), path


def holds(path: Path) -> bool:
    body = path.read_bytes()
    text = decode(body).text
    expected = re.search(r"Expect:\s*(.*?)\s*(?:Options:.*?)?-->", text, re.S)
    header = re.search(r"Header:\s*content-type:\s*(.*)", text, re.I)
    assert expected, path
    parsed = parse_xml(mend_start(decode(body, header[1] if header else None).text))
    names = {
        "__builtins__": builtins,
        "feedparser": feedparser,
        "datetime": datetime_module,
        **{key: parsed.get(key) for key in parsed},
    }
    try:
        return bool(eval(expected[1].replace("\n", " "), names))
    except (LookupError, AttributeError, TypeError, NameError):
        return False


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_feedparser_expects_holds_but_where_our_rules_differ() -> None:
    root = CORPUS / "feedparser-tests"
    kept, broken = 0, []
    for path in sorted(root.rglob("*.xml")):
        name = path.relative_to(root).as_posix()
        if holds(path):
            kept += 1
        elif not any(re.search(pattern, name) for pattern in OUR_RULES):
            broken.append(name)
    assert broken == []
    assert kept >= LEAST_KEPT
