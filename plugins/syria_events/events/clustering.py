"""Group what belongs together: average linkage within each connected component of linked pairs.

A chain of pairwise likeness does not make one happening: two groups are merged only while the mean of all pairs
between them is not against it. Sums of whole numbers and ties broken by position make the result independent of the
order in which anything arrived.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]
UNLIKE = -300
"""Points of a pair that was not even a candidate."""


def clusters(
    size: int, points: Mapping[Pair, int], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[list[int]]:
    """Partition the positions 0 to `size` - 1.

    `points` holds the candidates' points, `together` and `apart` what is settled beforehand. Returns sorted lists,
    ordered by their first position.
    """
    state = _State(size, points, apart)
    for a, b in sorted(together):
        state.unite(a, b)
    state.merge_all()
    return sorted(sorted(members) for members in state.members.values())


class _State:
    """Groups named by their smallest position, and the sums of points between neighbouring groups."""

    def __init__(self, size: int, points: Mapping[Pair, int], apart: Iterable[Pair]) -> None:
        self.members = {i: [i] for i in range(size)}
        self.group_of = list(range(size))
        self.links: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
        for (a, b), value in points.items():
            self.links[a][b] = self.links[b][a] = (value, 1)
        self.foes: dict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            self.foes[a].add(b)
            self.foes[b].add(a)

    def mean(self, a: int, b: int) -> float:
        """Mean points over all pairs between two groups."""
        value, counted = self.links[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return (value + UNLIKE * (pairs - counted)) / pairs

    def unite(self, a: int, b: int) -> None:
        """Merge the groups of two positions unless something holds them apart."""
        first, second = sorted((self.group_of[a], self.group_of[b]))
        if first != second and second not in self.foes[first]:
            self._merge(first, second)

    def merge_all(self) -> None:
        """Merge the best pair of groups until none is left that has 0 points or more."""
        heap = [(-mean, a, b) for a in self.links for b in self.links[a] if a < b and (mean := self.mean(a, b)) >= 0]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            stale = a not in self.members or b not in self.links[a] or -self.mean(a, b) != negative
            if stale or b in self.foes[a]:
                continue
            self._merge(a, b)
            for c in self.links[a]:
                if (mean := self.mean(a, c)) >= 0:
                    heapq.heappush(heap, (-mean, min(a, c), max(a, c)))

    def _merge(self, first: int, second: int) -> None:
        for position in self.members[second]:
            self.group_of[position] = first
        self.members[first] += self.members.pop(second)
        for other, (value, counted) in self.links.pop(second, {}).items():
            del self.links[other][second]
            if other != first:
                old_value, old_counted = self.links[first].get(other, (0, 0))
                self.links[first][other] = self.links[other][first] = (old_value + value, old_counted + counted)
        for foe in self.foes.pop(second, set()):
            self.foes[foe].discard(second)
            self.foes[foe].add(first)
            self.foes[first].add(foe)
