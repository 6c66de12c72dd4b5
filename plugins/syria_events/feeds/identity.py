"""What makes an item the same item at the next poll.

Normally its guid. Where a feed's guids are bad (missing, or one for several items), the whole feed falls back to the
link, then to link and title, and stays there: were it decided anew for each document, the same item would change its
identity. Nothing here depends on the address of the feed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from syria_events.feeds.item import Item
from syria_events.model import stable_id
from syria_events.urls import canonical_url, is_web_url, tidy_url, without_tracking

MODES = ("guid", "link", "link_title")
"""From the best to the last resort; a feed only ever moves to the right."""
TOLERATED_SHARE = 0.05
"""Share of items with a bad key that a feed may have (FreshRSS uses the same)."""


def choose_mode(items: Sequence[Item], current: str = MODES[0]) -> str:
    """Return the first mode from `current` on under which at most 5 % of the items (but always one) have a bad key."""
    for mode in MODES[MODES.index(current) :]:
        if _bad_keys(items, mode) <= max(1, TOLERATED_SHARE * len(items)):
            return mode
    return MODES[-1]


def identify(item: Item, mode: str = MODES[0]) -> str:
    """Return the identity of an item within its feed."""
    for candidate in MODES[MODES.index(mode) :]:
        key = _KEYS[candidate](item)
        if key:
            return key
    return stable_id("t", item.title.strip(), item.published_raw or "", item.content or item.summary)


def _bad_keys(items: Sequence[Item], mode: str) -> int:
    """Count items without a key of this mode, or with one that another item, which differs, has as well."""
    owner: dict[str, tuple[str | None, str]] = {}
    bad = 0
    for item in items:
        key = _KEYS[mode](item)
        seen = (item.link, item.title.strip())
        bad += key is None or owner.setdefault(key, seen) != seen
    return bad


def _guid(item: Item) -> str | None:
    guid = (item.guid or "").strip()
    if not is_web_url(guid):
        return guid or None
    # sites move to https and change their campaigns; the item stays the same
    return without_tracking(tidy_url(guid)).replace("http://", "https://", 1)


def _link(item: Item) -> str | None:
    return canonical_url(item.link) if item.link and item.link.strip() else None


def _link_title(item: Item) -> str | None:
    link = _link(item)
    return stable_id("l", link, item.title.strip()) if link else None


_KEYS: dict[str, Callable[[Item], str | None]] = {"guid": _guid, "link": _link, "link_title": _link_title}
