"""RFC 5005: feeds that name the document with their older entries, chapter 4 (archived) and chapter 3 (paged)."""

from __future__ import annotations

from syria_events.history.documents import fault_of_feed, moments, older_document, read_feed
from syria_events.history.search import Ask, Quest, Reading, Search, Verdict, is_same_site, useless

MOST_DOCUMENTS = 40
"""Documents read at most: a chain that is longer is an archive of years, or has no end."""


def search_archive(quest: Quest) -> Search:
    """Follow the chain from the feed itself back to the day."""
    response = yield Ask(quest.feed_url, "feed")
    parsed = read_feed(quest, response)
    if parsed is None:
        return useless(response)
    readings = [Reading(response.url, parsed.entries)]
    first = url = older_document(response)
    seen = {quest.feed_url, response.final_url}
    if first is None:
        return Verdict(False, "the feed names no older document", readings=tuple(readings))
    while True:
        end = _end(quest, readings, url, seen)
        if end is not None:
            return Verdict(True, end[0], end[1], first, tuple(readings))
        seen.add(url)
        response = yield Ask(url)
        parsed = read_feed(quest, response)
        if parsed is None:
            offered = len(readings) > 1
            return Verdict(offered or None, f"{url}: {fault_of_feed(response)}", False, first, tuple(readings))
        readings.append(Reading(response.url, parsed.entries))
        url = older_document(response)


def _end(quest: Quest, readings: list[Reading], url: str | None, seen: set[str]) -> tuple[str, bool] | None:
    """Say why the chain is not followed further, and whether the day is covered; null where it is."""
    dates = moments(readings[-1].entries)
    number = len(readings)
    if dates and dates[-1] < quest.start:
        return f"{number} documents, back to {dates[0]:%Y-%m-%d}", True
    if url is None:
        return f"{number} documents, to the end of the chain", True
    if url in seen:
        return f"{number} documents, then the chain comes back to {url}", False
    if not is_same_site(url, quest):
        return f"{number} documents, then the chain leads to another site: {url}", False
    if number > MOST_DOCUMENTS:
        return f"{number} documents and no end; the rest was left", False
    return None
