"""Which scored pairs connect reports, so that daily strikes on one town do not chain a whole siege together.

Of the pairs with 0 points or more these connect:
- two reports dated to the same day;
- two reports dated to different days, if neither is more like a report of its own day than like the other;
- a report without an exact day, and the one report that it is most like.
What connects two reports depends on their own pairs alone, and these lie within their `neighbourhood.horizon`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from syria_events.events.clustering import Pair
from syria_events.events.traits import Traits


def connecting(traits: Sequence[Traits], points: Mapping[Pair, int]) -> list[Pair]:
    """Return the pairs that connect."""
    able = {pair: value for pair, value in points.items() if value >= 0}
    on_its_day: dict[int, int] = defaultdict(lambda: -1)
    favourite: dict[int, tuple[int, int]] = {}
    for (i, j), value in able.items():
        for own, other in ((i, j), (j, i)):
            if not traits[own].sharp:
                favourite[own] = max(favourite.get(own, (value, -other)), (value, -other))
            elif _same_day(traits[i], traits[j]):
                on_its_day[own] = max(on_its_day[own], value)

    def connects(pair: Pair, value: int) -> bool:
        i, j = pair
        if traits[i].sharp and traits[j].sharp:
            return _same_day(traits[i], traits[j]) or value >= max(on_its_day[i], on_its_day[j])
        return favourite.get(i) == (value, -j) or favourite.get(j) == (value, -i)

    return [pair for pair, value in able.items() if connects(pair, value)]


def components(size: int, edges: Iterable[Pair]) -> list[int]:
    """Return for each position the smallest position of its connected component."""
    parent = list(range(size))

    def root(position: int) -> int:
        while parent[position] != position:
            parent[position] = parent[parent[position]]
            position = parent[position]
        return position

    for i, j in edges:
        first, second = sorted((root(i), root(j)))
        parent[second] = first
    return [root(position) for position in range(size)]


def _same_day(a: Traits, b: Traits) -> bool:
    return a.sharp and b.sharp and a.first_day == b.first_day
