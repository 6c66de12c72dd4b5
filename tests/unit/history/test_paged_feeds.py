"""`?paged=N`: the day is found in few requests, and a site that pages without end or sense costs few as well."""

from __future__ import annotations

import re

from syria_events.history.paged import MOST_PAGES, page_address, search_paged
from tests.unit.history.driving import DAY, FEED, HTML, MISSING, drive, moment, quest, rss

PER_PAGE = 10
LAST = 90
"""Pages of ten items, a day apart by twenty: nearly half a year."""


def paged(url: str) -> tuple[int, str, bytes]:
    found = re.search(r"paged=(\d+)", url)
    page = int(found[1]) if found else 1
    if page > LAST:
        return MISSING
    numbers = range((page - 1) * PER_PAGE, page * PER_PAGE)
    return 200, "application/rss+xml", rss(*[(f"t{n}", moment(n / 20)) for n in numbers])


def test_day_is_read_whole_in_few_requests() -> None:
    driven = drive(search_paged(quest()), paged)
    of_day = {f"t{n}" for n in range(LAST * PER_PAGE) if moment(n / 20).date() == DAY}
    assert of_day <= driven.titles
    assert driven.verdict.covers_day
    assert len(driven.asked) <= 16


def test_no_page_is_asked_twice() -> None:
    driven = drive(search_paged(quest()), paged)
    assert len(driven.asked) == len(set(driven.asked))


def test_same_page_for_every_number_is_no_paging() -> None:
    body = rss(("a", moment(0.1)), ("b", moment(0.2)))
    driven = drive(search_paged(quest()), lambda _: (200, "application/rss+xml", body))
    assert driven.verdict.is_offered is False
    assert "repeats" in driven.verdict.evidence
    assert len(driven.asked) == 2


def test_fresh_items_for_every_number_cost_few_requests() -> None:
    numbers = iter(range(100_000))
    driven = drive(
        search_paged(quest()), lambda _: (200, "application/rss+xml", rss((f"t{next(numbers)}", moment(0.1))))
    )
    assert not driven.verdict.covers_day
    assert len(driven.asked) < 15


def test_items_without_dates_end_at_the_bound() -> None:
    numbers = iter(range(100_000))

    def undated(_: str) -> tuple[int, str, bytes]:
        body = rss((f"t{next(numbers)}", moment(0.1)))
        return 200, "application/rss+xml", re.sub(rb"<pubDate>.*?</pubDate>", b"", body)

    driven = drive(search_paged(quest()), undated)
    assert len(driven.asked) == MOST_PAGES
    assert not driven.verdict.covers_day


def test_site_that_gives_way_in_between_is_not_called_complete() -> None:
    def ill(url: str) -> tuple[int, str, bytes]:
        return (503, "text/html", b"") if "paged=32" in url else paged(url)

    driven = drive(search_paged(quest()), ill)
    assert driven.verdict.is_offered
    assert not driven.verdict.covers_day


def test_html_instead_of_a_second_page_is_no_paging() -> None:
    driven = drive(search_paged(quest()), lambda url: HTML if "paged" in url else paged(url))
    assert driven.verdict.is_offered is False


def test_address_keeps_the_feeds_own_parameters() -> None:
    assert page_address(f"{FEED}?lang=ar&paged=9", 3) == f"{FEED}?lang=ar&paged=3"
