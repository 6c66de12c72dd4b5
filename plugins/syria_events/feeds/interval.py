"""How long to wait between two looks at a feed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from syria_events.wire.exchange import FetchResponse, http_date

SHORTEST_S = 600
LONGEST_S = 6 * 3600
LONGEST_HINT_S = 24 * 3600
UNKNOWN_S = 3600
"""Where a feed does not say when it published anything."""
LADDER_S = tuple(minutes * 60 for minutes in (10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360))
"""Intervals are rounded down to these, so that the grid of a feed stays the same from day to day."""
JITTER = 0.1
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d+)", re.I)
_NO_CACHE = re.compile(r"no-cache|no-store", re.I)


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast a feed is: when the oldest of its entries appeared, how many there are, and the age span in seconds."""

    oldest_at: datetime | None = None
    dated_count: int = 0
    window_s: int | None = None
    """An entry stays in the document for about this long."""


def rate_of(times: Sequence[datetime]) -> Rate:
    """Return the rate that a document's dates show, without the oldest tenth: stories that are pinned or misdated."""
    kept = sorted(times)[len(times) // 10 :]
    if not kept:
        return Rate()
    return Rate(kept[0], len(kept), int((kept[-1] - kept[0]).total_seconds()) or None)


def own_interval(rate: Rate, now: datetime) -> int:
    """Return the interval in seconds that a feed's own rate and window ask for.

    `clamp(min(gap, window / 3), 10 min, 6 h)`, where gap is the mean distance between entries, counted up to now, so
    that a feed that fell silent is asked less. A third of the window leaves room for two failures before an entry is
    lost.
    """
    if rate.oldest_at is None or rate.dated_count < 2:
        return UNKNOWN_S
    gap = (now - rate.oldest_at).total_seconds() / rate.dated_count
    wanted = min(gap, rate.window_s / 3) if rate.window_s else gap
    return int(min(max(wanted, SHORTEST_S), LONGEST_S))


def with_hint(interval_s: int, hint_s: int | None, window_s: int | None) -> int:
    """Wait longer where the publisher asks for it, but never beyond half the window: entries would be lost."""
    if not hint_s:
        return interval_s
    bound = min(hint_s, window_s / 2 if window_s else LONGEST_S, LONGEST_HINT_S)
    return int(max(interval_s, bound))


def freshness_hint(response: FetchResponse) -> int | None:
    """Return how long the answer may be reused, by Cache-Control or Expires (RFC 9111, 4.2.1); null: not at all."""
    control = response.header("Cache-Control") or ""
    if _NO_CACHE.search(control):
        return None
    found = _MAX_AGE.search(control)
    if found:
        return int(found[1]) or None
    expires = http_date(response.header("Expires"))
    if expires is None:
        return None
    asked = http_date(response.header("Date")) or response.started_at
    return max(int((expires - asked).total_seconds()), 0) or None


def next_on_grid(url: str, now: datetime, interval_s: int) -> datetime:
    """Return the next time for a feed: on a grid of its own, with up to 10 % of jitter.

    The grid's phase is a hash of the address, so feeds spread over the interval and keep their places after a restart.
    The wait is half to one and a half intervals at first, and one interval from then on. Deterministic.
    """
    step = (
        max((rung for rung in LADDER_S if rung <= interval_s), default=SHORTEST_S)
        if interval_s <= LONGEST_S
        else interval_s
    )
    phase = _fraction(url) * step
    earliest = now.timestamp() + step / 2
    slots = (earliest - phase) // step + 1
    jitter = _fraction(f"{url} {now.isoformat()}") * JITTER * step
    return datetime.fromtimestamp(int(phase + slots * step + jitter), UTC)


def _fraction(text: str) -> float:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48
