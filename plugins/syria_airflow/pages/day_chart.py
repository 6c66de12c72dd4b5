"""A small chart: one bar per day, its lower part what went well, its upper part what failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

HEIGHT = 28
WIDTH = 8
GAP = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """One day. Lengths are in units of the drawing, which is HEIGHT high."""

    x: int
    good_height: float
    failed_height: float
    title: str


def bars(counts: Mapping[date, tuple[int, int]], first: date, days: int) -> tuple[Bar, ...]:
    """Lay out `days` bars from `first` on. `counts` are per day (good, failed); the highest day fills the chart.

    A day with a failure shows at least a sliver of it, however many good answers it had.
    """
    top = max((good + failed for good, failed in counts.values()), default=0) or 1
    found = []
    for position in range(days):
        day = first + timedelta(days=position)
        good, failed = counts.get(day, (0, 0))
        failed_height = max(failed / top * HEIGHT, 2.0) if failed else 0.0
        good_height = min(good / top * HEIGHT, HEIGHT - failed_height)
        title = f"{day}: {good} good, {failed} failed" if good + failed else f"{day}: not asked"
        found.append(Bar(position * (WIDTH + GAP), round(good_height, 1), round(failed_height, 1), title))
    return tuple(found)
