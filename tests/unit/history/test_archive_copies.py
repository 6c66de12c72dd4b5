"""Copies of the feed in a web archive are read as the feed that it was."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from syria_events.history.wayback import MOST_COPIES, search_wayback
from tests.unit.history.driving import FEED, HTML, MISSING, drive, quest, rss

ARCHIVE = "https://archive.example"
TAKEN = datetime(2026, 11, 10, 20, tzinfo=UTC)


def test_copies_of_the_day_and_after_are_read() -> None:
    rows = [["timestamp", "original"], ["20261110200000", FEED], ["20261111080000", FEED]]

    def site(url: str) -> tuple[int, str, bytes]:
        if "/cdx/" in url:
            return 200, "application/json", json.dumps(rows).encode()
        name = re.search(r"/web/(\d+)id_/", url)[1]
        return 200, "application/rss+xml", rss((f"shelling-{name}", TAKEN))

    driven = drive(search_wayback(quest(archive=ARCHIVE)), site)
    assert driven.titles == {"shelling-20261110200000", "shelling-20261111080000"}
    assert "from=20261110" in driven.asked[0]
    assert driven.asked[1] == f"{ARCHIVE}/web/20261110200000id_/{FEED}"
    assert driven.verdict.is_offered
    assert not driven.verdict.covers_day


def test_date_after_the_copy_was_taken_is_no_date() -> None:
    rows = [["20261110200000", FEED]]

    def site(url: str) -> tuple[int, str, bytes]:
        if "/cdx/" in url:
            return 200, "application/json", json.dumps(rows).encode()
        return 200, "application/rss+xml", rss(("early", datetime(2026, 11, 20, tzinfo=UTC)))

    (reading,) = drive(search_wayback(quest(archive=ARCHIVE)), site).verdict.readings
    assert reading.entries[0].published_at is None


def test_many_copies_are_spread_over() -> None:
    rows = [[f"20261110{hour:02}{minute:02}00", FEED] for hour in range(24) for minute in range(0, 60, 5)]

    def site(url: str) -> tuple[int, str, bytes]:
        return (200, "application/json", json.dumps(rows).encode()) if "/cdx/" in url else MISSING

    driven = drive(search_wayback(quest(archive=ARCHIVE)), site)
    assert len(driven.asked) == MOST_COPIES + 1
    assert "20261110000000" in driven.asked[1]
    assert "20261110235500" in driven.asked[-1]


@pytest.mark.parametrize(
    ("answer", "offered"),
    [
        (HTML, False),
        ((200, "application/json", b""), None),
        ((200, "application/json", b"[]"), None),
        ((200, "application/json", b'[["20269999999999","x"], [1, 2], "z", ["2026"]]'), None),
        ((429, "text/html", b""), None),
        ((403, "text/html", b""), False),
    ],
)
def test_archive_without_copies(answer: tuple[int, str, bytes], offered: bool | None) -> None:
    driven = drive(search_wayback(quest(archive=ARCHIVE)), lambda _: answer)
    assert driven.verdict.is_offered is offered
    assert driven.titles == set()


def test_no_archive_is_asked_where_none_is_configured() -> None:
    assert drive(search_wayback(quest()), lambda _: MISSING).asked == []
