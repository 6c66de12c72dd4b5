"""Lines that a host repeats on its pages: counted when pages land, left out when articles are extracted.

What counts for a page is what was known when it was fetched. So its text does not depend on the order of work, nor on
pages that came later, and deriving it again gives the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from syria_events.articles.page import PageInput
from syria_events.articles.repetition import page_lines
from syria_events.urls import host_of
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import execute, fetch_rows

Repeated = Mapping[str, list[tuple[datetime, str]]]
"""Host -> lines, each with the time since when it is known to be repeated."""


def count_lines(connection: Connection, pages: Iterable[tuple[datetime, str, PageInput]]) -> None:
    """Count the lines of pages, given as (fetched at, canonical URL, page), in the order of their fetching."""
    for fetched_at, url, page in sorted(pages, key=lambda item: item[:2]):
        keys = sorted(page_lines(page))
        parameters = {"host": host_of(url), "url": url, "fetched_at": fetched_at, "line_keys": keys}
        execute(connection, "raw/count_host_lines", parameters)


def repeated_lines(connection: Connection, urls: Iterable[str]) -> Repeated:
    """Return the repeated lines of the hosts of these addresses."""
    found: dict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for row in fetch_rows(connection, "raw/select_host_lines", {"hosts": sorted({host_of(url) for url in urls})}):
        found[row["host"]].append((row["repeated_since"], row["line_key"]))
    return found


def known_at(repeated: Repeated, url: str, fetched_at: datetime) -> frozenset[str]:
    """Return the lines that were known to be repeated when a page was fetched, this page counted in."""
    return frozenset(key for since, key in repeated.get(host_of(url), ()) if since <= fetched_at)
