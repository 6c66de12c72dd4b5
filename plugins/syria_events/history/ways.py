"""The searches by name."""

from __future__ import annotations

from collections.abc import Callable

from syria_events.history.archive import search_archive
from syria_events.history.paged import search_paged
from syria_events.history.search import WAYS, Quest, Search
from syria_events.history.sitemaps import search_sitemaps
from syria_events.history.wayback import search_wayback
from syria_events.history.wordpress import search_wordpress

SEARCHES: dict[str, Callable[[Quest], Search]] = dict(
    zip(WAYS, (search_wordpress, search_archive, search_paged, search_sitemaps, search_wayback), strict=True)
)
