"""Which pairs of reports are worth comparing: the same type family, days within reach, and places that may be one.

A place may be misread, so that two leads which share `SHARED_RARE_WORDS` or more are compared wherever they lie.
The index is a means of not comparing everything with everything. It never decides: two reports with points are
compared whenever they are at most `MOST_KM` apart, whatever cells of the index they lie in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from syria_events.events.linkable import TOLERANCE_DAYS
from syria_events.events.nearness import kilometres
from syria_events.events.scoring import MOST_KM
from syria_events.events.traits import Traits

CELL_DEGREES = 0.36
"""A cell is at least `MOST_KM` wide up to 41 degrees of latitude, so that neighbouring cells hold all near places."""
SHARED_RARE_WORDS = 3


def candidate_pairs(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions (i < j) worth scoring, each once."""
    index: dict[tuple[str, int], _Day] = defaultdict(_Day)
    for j, later in enumerate(traits):
        seen: set[int] = set()
        for day in range(later.first_day - TOLERANCE_DAYS, later.last_day + TOLERANCE_DAYS + 1):
            if (later.kind.family, day) in index:
                seen.update(index[later.kind.family, day].near(later))
        for i in sorted(seen):
            if may_be_one(traits[i], later):
                yield i, j
        for day in range(later.first_day, later.last_day + 1):
            index[later.kind.family, day].add(j, later)


def may_be_one(a: Traits, b: Traits) -> bool:
    """Say whether two reports of one type family and neighbouring days are worth scoring."""
    return _places_may_be_one(a, b) or len(a.rare & b.rare) >= SHARED_RARE_WORDS


def _places_may_be_one(a: Traits, b: Traits) -> bool:
    if a.point and b.point:
        distance = kilometres(a.point, b.point)
        return distance <= MOST_KM or (a.admin1 == b.admin1 and distance <= max(a.reach, b.reach))
    if a.admin1 and b.admin1:
        return a.admin1 == b.admin1
    return not (a.country and b.country and a.country != b.country)


class _Day:
    """The reports of one type family on one day, by how precisely they are placed."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.pinned: dict[str | None, list[int]] = defaultdict(list)
        self.areas: dict[str | None, list[int]] = defaultdict(list)
        self.rare: dict[str, list[int]] = defaultdict(list)

    def add(self, position: int, report: Traits) -> None:
        if report.point:
            self.cells[_cell(report.point)].append(position)
            self.pinned[report.admin1].append(position)
        if report.reach > MOST_KM or not report.point:
            self.areas[report.admin1].append(position)
        for word in report.rare:
            self.rare[word].append(position)

    def near(self, report: Traits) -> Iterator[int]:
        for word in report.rare:
            yield from self.rare.get(word, ())
        admin1s = {report.admin1, None} if report.admin1 else set(self.areas) | set(self.pinned)
        for admin1 in admin1s:
            yield from self.areas.get(admin1, ())
        if report.point:
            row, column = _cell(report.point)
            for cell in ((row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)):
                yield from self.cells.get(cell, ())
        if report.reach > MOST_KM or not report.point:
            for admin1 in admin1s:
                yield from self.pinned.get(admin1, ())


def _cell(point: tuple[float, float]) -> tuple[int, int]:
    return int(point[0] // CELL_DEGREES), int(point[1] // CELL_DEGREES)
