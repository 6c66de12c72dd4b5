"""News sitemaps: what a publisher tells search engines of its last days, found by robots.txt or by a usual name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syria_events.feeds.repair import repair
from syria_events.history.documents import moments
from syria_events.history.search import Ask, Quest, Reading, Search, Verdict, fault_of, is_lasting, is_same_site
from syria_events.history.sitemap_document import Sitemap, read_sitemap
from syria_events.history.website import origin, too_wide
from syria_events.model import Entry
from syria_events.urls import is_web_url
from syria_events.wire.exchange import FetchResponse

USUAL = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml")
MOST_SITEMAPS = 15
_LISTED = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.I | re.M)


def search_sitemaps(quest: Quest) -> Search:
    """Read sitemaps, those with `news` in their address first, until there is no other or the bound is met."""
    reason = too_wide(quest)
    if reason:
        return Verdict(False, reason)
    rules = yield Ask(f"{origin(quest.feed_url)}/robots.txt", "robots")
    waiting = _first_addresses(quest, rules)
    asked: set[str] = set()
    readings: list[Reading] = []
    seen: list[str] = []
    is_passing = False
    while (waiting := [url for url in dict.fromkeys(waiting) if url not in asked]) and len(asked) < MOST_SITEMAPS:
        url = waiting[0]
        asked.add(url)
        response = yield Ask(url)
        sitemap = _read(response)
        is_passing |= fault_of(response) is not None and not is_lasting(response)
        entries = tuple(_entries(quest, sitemap, response))
        if entries:
            readings.append(Reading(response.url, entries))
        if entries or not sitemap.fault:
            seen.append(_describe(url, sitemap))
        waiting = [*_children(quest, sitemap), *waiting]
    return _verdict(quest, readings, seen, is_passing=is_passing, is_cut=bool(waiting))


def _first_addresses(quest: Quest, rules: FetchResponse) -> list[str]:
    listed = _LISTED.findall(rules.body.decode("utf-8", "replace")) if fault_of(rules) is None else []
    own = [url for url in listed if is_web_url(url) and is_same_site(url, quest)]
    usual = [origin(quest.feed_url) + path for path in USUAL]
    return [*sorted(own, key=_is_not_news), *usual][:MOST_SITEMAPS]


def _read(response: FetchResponse) -> Sitemap:
    fault = fault_of(response)
    return Sitemap(fault=fault) if fault else read_sitemap(response.body)


def _children(quest: Quest, sitemap: Sitemap) -> list[str]:
    """Return the sitemaps of an index that may hold the day: changed since then, or silent about it."""
    found = [url for url, changed in sitemap.children if not changed or changed[:10] >= quest.day.isoformat()]
    return sorted((url for url in found if is_web_url(url) and is_same_site(url, quest)), key=_is_not_news)


def _is_not_news(url: str) -> bool:
    return "news" not in url.lower()


def _entries(quest: Quest, sitemap: Sitemap, response: FetchResponse) -> Iterator[Entry]:
    for item in sitemap.items:
        yield repair(item, quest.feed, base=response.final_url, fetched_at=quest.now, mode=quest.identity_mode)


def _describe(url: str, sitemap: Sitemap) -> str:
    parts = [
        f"{len(sitemap.items)} news" if sitemap.items else "",
        f"{len(sitemap.children)} sitemaps" if sitemap.children else "",
        f"{sitemap.others} addresses without news" if sitemap.others else "",
        sitemap.fault or "",
    ]
    return f"{url}: {', '.join(filter(None, parts))}"


def _verdict(quest: Quest, readings: list[Reading], seen: list[str], *, is_passing: bool, is_cut: bool) -> Verdict:
    evidence = "; ".join(seen)[:1000] or "no sitemap in robots.txt nor under a usual name"
    if not readings:
        return Verdict(None if is_passing else False, evidence)
    dates = [at for reading in readings for at in moments(reading.entries)]
    covers = bool(dates) and min(dates) < quest.start and not is_cut and not is_passing
    return Verdict(True, evidence, covers, readings[0].url, tuple(readings))
