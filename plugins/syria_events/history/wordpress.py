"""The REST interface of WordPress (developer.wordpress.org/rest-api/reference/posts): posts between two moments."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from syria_events.feeds.item import Document, Item, storable
from syria_events.feeds.repair import repair
from syria_events.history.search import Ask, Quest, Reading, Search, Verdict, fault_of, is_lasting
from syria_events.history.website import roots, too_wide
from syria_events.model import Entry
from syria_events.wire.exchange import FetchResponse

PER_PAGE = 100
"""The most that WordPress gives."""
MOST_PAGES = 20
MARGIN = timedelta(hours=14)
"""`after` and `before` are compared in the site's own zone, which it does not tell; no zone is farther off."""
FIELDS = "id,date,date_gmt,modified_gmt,guid,link,title,excerpt,content"


def search_wordpress(quest: Quest) -> Search:
    """Ask for the posts of the day at each place where the site may begin."""
    reason = too_wide(quest)
    if reason:
        return Verdict(False, reason)
    verdict = Verdict(False, "no site to ask")
    for root in roots(quest.feed_url):
        verdict = yield from _posts(quest, f"{root}/wp-json/wp/v2/posts")
        if verdict.is_offered:
            break
    return verdict


def _posts(quest: Quest, address: str) -> Search:
    readings: list[Reading] = []
    links: set[str | None] = set()
    for number in range(1, MOST_PAGES + 1):
        response = yield Ask(_page_address(quest, address, number))
        posts = _read(response)
        if isinstance(posts, str):
            if number > 1:
                # WordPress answers 400 behind its last page
                is_end = response.status == 400
                evidence = f"{number - 1} pages" + ("" if is_end else f", then {posts}")
                return _verdict(quest, address, evidence, readings, is_whole=is_end)
            return Verdict(False if is_lasting(response) else None, f"{address}: {posts}")
        entries = tuple(_entry(quest, post, response) for post in posts)
        if entries and {entry.url for entry in entries} <= links:
            return _verdict(quest, address, f"page {number} repeats earlier ones", readings, is_whole=False)
        links |= {entry.url for entry in entries}
        readings.append(Reading(response.url, entries))
        if len(posts) < PER_PAGE:
            return _verdict(quest, address, f"{number} pages, {len(links)} posts", readings, is_whole=True)
    return _verdict(quest, address, f"{MOST_PAGES} pages and no end", readings, is_whole=False)


def _verdict(quest: Quest, address: str, evidence: str, readings: list[Reading], *, is_whole: bool) -> Verdict:
    """Do not believe an interface that shows posts of other days than those asked for."""
    entries = [entry for reading in readings for entry in reading.entries]
    stray = [entry for entry in entries if not _is_asked_for(quest, entry)]
    if stray:
        evidence += f", {len(stray)} of them not of the days asked for, such as {stray[0].published_raw}"
    is_offered = len(stray) < max(1, len(entries))
    return Verdict(is_offered, evidence, is_whole and not stray, address, tuple(readings))


def _is_asked_for(quest: Quest, entry: Entry) -> bool:
    at = entry.published_at
    return at is not None and quest.start - 2 * MARGIN <= at < quest.end + 2 * MARGIN


def _page_address(quest: Quest, address: str, number: int) -> str:
    query = {
        "after": _moment(quest.start - MARGIN),
        "before": _moment(quest.end + MARGIN),
        "per_page": PER_PAGE,
        "page": number,
        "_fields": FIELDS,
    }
    return f"{address}?{urlencode(query)}"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}"


def _read(response: FetchResponse) -> list[dict[str, Any]] | str:
    """Return the posts of an answer, or why there are none to read."""
    fault = fault_of(response)
    if fault:
        return fault
    try:
        posts = json.loads(response.body.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return f"not JSON ({response.content_type or 'no type'})"
    if not isinstance(posts, list) or not all(isinstance(post, dict) and post.get("link") for post in posts):
        return "JSON, but no list of posts"
    return posts[:PER_PAGE]


def _entry(quest: Quest, post: dict[str, Any], response: FetchResponse) -> Entry:
    item = Item(
        guid=_rendered(post.get("guid")) or None,
        link=str(post["link"]),
        title=_rendered(post.get("title")),
        summary=_rendered(post.get("excerpt")),
        content=_rendered(post.get("content")),
        published_raw=_utc(post.get("date_gmt")) or _text(post.get("date")),
        updated_raw=_utc(post.get("modified_gmt")),
    )
    (item,) = storable(Document((item,), "wordpress")).items
    return repair(item, quest.feed, base=response.final_url, fetched_at=quest.now, mode=quest.identity_mode)


def _rendered(value: Any) -> str:
    return _text(value.get("rendered")) or "" if isinstance(value, dict) else _text(value) or ""


def _utc(value: Any) -> str | None:
    text = _text(value)
    return f"{text}Z" if text and not text.startswith("0000") else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
