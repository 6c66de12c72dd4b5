"""A web archive's copies of the feed's own document, by the CDX interface of the Wayback Machine.

https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server. A copy of the days after shows what the feed
held then; it is read as the feed that it was.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from syria_events.history.documents import read_feed
from syria_events.history.search import Ask, Quest, Reading, Search, Verdict, fault_of, is_lasting
from syria_events.wire.exchange import FetchResponse

DAYS_AFTER = 2
"""A feed shows an entry for a day or two."""
MOST_COPIES = 8
MOST_ROWS = 1000
_TIMESTAMP = re.compile(r"\d{14}")


def search_wayback(quest: Quest) -> Search:
    """Read copies that were taken on the day and shortly after."""
    if quest.archive_url is None:
        return Verdict(None, "no web archive is configured")
    response = yield Ask(_index_address(quest))
    copies = _copies(response)
    if isinstance(copies, str):
        return Verdict(False if is_lasting(response) else None, f"{quest.archive_url}: {copies}")
    if not copies:
        # of this day; of another there may be some
        return Verdict(None, f"no copy between {quest.day} and {quest.day + timedelta(days=DAYS_AFTER)}")
    readings: list[Reading] = []
    chosen = _spread(copies)
    for taken, original in chosen:
        response = yield Ask(f"{quest.archive_url}/web/{taken}id_/{original}")
        parsed = read_feed(quest, response, fetched_at=_moment(taken))
        if parsed is not None:
            readings.append(Reading(response.url, parsed.entries))
    evidence = f"{len(copies)} copies, {len(readings)} of {len(chosen)} read"
    return Verdict(bool(readings) or None, evidence, False, quest.archive_url, tuple(readings))


def _index_address(quest: Quest) -> str:
    query = {
        "url": quest.feed_url,
        "from": f"{quest.day:%Y%m%d}",
        "to": f"{quest.day + timedelta(days=DAYS_AFTER):%Y%m%d}",
        "output": "json",
        "fl": "timestamp,original",
        "filter": "statuscode:200",
        "collapse": "digest",
        "limit": MOST_ROWS,
    }
    return f"{quest.archive_url}/cdx/search/cdx?{urlencode(query)}"


def _copies(response: FetchResponse) -> list[tuple[str, str]] | str:
    """Return time and address of each copy, or why the answer cannot be read."""
    fault = fault_of(response)
    if fault:
        return fault
    try:
        rows = json.loads(response.body or b"[]")
    except (ValueError, RecursionError):
        return f"not JSON ({response.content_type or 'no type'})"
    if not isinstance(rows, list):
        return "JSON, but no list of copies"
    pairs = [row[:2] for row in rows[: MOST_ROWS + 1] if isinstance(row, list) and len(row) >= 2]
    return [(taken, original) for taken, original in pairs if _is_copy(taken, original)]


def _is_copy(taken: object, original: object) -> bool:
    if not isinstance(taken, str) or not isinstance(original, str) or not _TIMESTAMP.fullmatch(taken):
        return False
    try:
        return bool(_moment(taken))
    except ValueError:
        return False


def _spread(copies: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Choose copies evenly, the first and the last among them."""
    if len(copies) <= MOST_COPIES:
        return copies
    step = (len(copies) - 1) / (MOST_COPIES - 1)
    return [copies[round(number * step)] for number in range(MOST_COPIES)]


def _moment(taken: str) -> datetime:
    return datetime.strptime(taken, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
