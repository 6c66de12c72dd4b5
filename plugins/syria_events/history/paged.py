"""`?paged=N` on the feed's own address, as WordPress and others page their feeds.

Pages are ordered, so the day is found by doubling and halving: a month back costs some ten requests, not a hundred.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from syria_events.history.documents import fault_of_feed, moments, read_feed
from syria_events.history.search import Ask, Quest, Reading, Search, Verdict, is_lasting, useless
from syria_events.model import Entry
from syria_events.wire.exchange import FetchResponse

FARTHEST_PAGE = 512
MOST_PAGES = 40
"""Requests at most."""


def page_address(feed_url: str, number: int) -> str:
    """Return the address of a page; page 1 is the feed itself."""
    if number == 1:
        return feed_url
    parts = urlsplit(feed_url)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "paged"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("paged", str(number))]), fragment=""))


@dataclass
class _Walk:
    """Pages asked so far. A page that shows nothing but what earlier ones showed counts as missing."""

    quest: Quest
    pages: dict[int, tuple[Entry, ...] | None] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    identities: set[str] = field(default_factory=set)
    last: FetchResponse | None = None
    stopped_by: str | None = None

    def page(self, number: int) -> Generator[Ask, FetchResponse, tuple[Entry, ...] | None]:
        """Ask for a page once; null where there is none."""
        if number not in self.pages:
            if len(self.pages) >= MOST_PAGES:
                self.stopped_by = f"after {MOST_PAGES} pages without reaching the day's end"
                return None
            address = page_address(self.quest.feed_url, number)
            self.last = yield Ask(address, "feed" if number == 1 else "page")
            self.pages[number] = self._keep(number, self.last)
        return self.pages[number]

    def _keep(self, number: int, response: FetchResponse) -> tuple[Entry, ...] | None:
        parsed = read_feed(self.quest, response)
        if parsed is None:
            if number > 1 and not is_lasting(response):
                self.stopped_by = f"at page {number}: {fault_of_feed(response)}"
            return None
        found = {entry.identity for entry in parsed.entries}
        if found <= self.identities:
            return None
        self.identities |= found
        self.readings.append(Reading(response.url, parsed.entries))
        return parsed.entries

    def has_reached(self, entries: tuple[Entry, ...] | None) -> bool:
        """Tell whether a page has entries from before the day's end, or lies beyond the last."""
        dates = moments(entries or ())
        return entries is None or not dates or dates[0] < self.quest.end

    def has_passed(self, entries: tuple[Entry, ...] | None) -> bool:
        """Tell whether a page has only entries from before the day, or lies beyond the last."""
        dates = moments(entries or ())
        return entries is None or (bool(dates) and dates[-1] < self.quest.start)


def search_paged(quest: Quest) -> Search:
    """Find the pages with the day, and read them."""
    walk = _Walk(quest)
    first = yield from walk.page(1)
    if first is None and walk.last is not None:
        return useless(walk.last)
    second = yield from walk.page(2)
    if second is None:
        assert walk.last is not None
        fault = fault_of_feed(walk.last) if read_feed(quest, walk.last) is None else "repeats the first page"
        offered = None if walk.stopped_by else False
        return Verdict(offered, f"page 2: {fault}", readings=tuple(walk.readings))
    begin = yield from _first_page(walk)
    if begin is None:
        evidence = f"paged, but no page up to {FARTHEST_PAGE} comes to the day"
        return Verdict(True, walk.stopped_by or evidence, False, page_address(quest.feed_url, 2), tuple(walk.readings))
    number = begin
    while not walk.has_passed((yield from walk.page(number))) and walk.stopped_by is None:
        number += 1
    evidence = f"{len(walk.pages)} pages asked, the day stands on {begin} to {number}"
    return Verdict(
        True,
        f"stopped {walk.stopped_by}" if walk.stopped_by else evidence,
        walk.stopped_by is None,
        page_address(quest.feed_url, 2),
        tuple(walk.readings),
    )


def _first_page(walk: _Walk) -> Generator[Ask, FetchResponse, int | None]:
    """Return the number of the first page that reaches the day; null where none does."""
    low, high = 0, 1
    while not walk.has_reached((yield from walk.page(high))):
        low, high = high, high * 2
        if high > FARTHEST_PAGE:
            return None
    while high - low > 1 and walk.stopped_by is None:
        middle = (low + high) // 2
        if walk.has_reached((yield from walk.page(middle))):
            high = middle
        else:
            low = middle
    return None if walk.stopped_by else high
