"""The reports and what connects them: scored pairs, and what operators ruled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from syria_events.events.candidates import candidate_pairs
from syria_events.events.clustering import Pair
from syria_events.events.linkable import LinkableReport, seniority
from syria_events.events.rulings import Constraints, Ruling, constraints
from syria_events.events.scoring import points_of
from syria_events.events.traits import Traits, traits_of


@dataclass(frozen=True, slots=True)
class Graph:
    """Reports by position, earliest first, and the points of all candidate pairs (i < j)."""

    traits: tuple[Traits, ...]
    points: dict[Pair, int]
    settled: Constraints
    together: tuple[Pair, ...]
    apart: tuple[Pair, ...]

    def connected_with(self, seeds: Iterable[int]) -> set[int]:
        """Return the positions of all reports in the connected components of `seeds`."""
        neighbours: dict[int, list[int]] = defaultdict(list)
        linked = (pair for pair, points in self.points.items() if points >= 0)
        for i, j in (*linked, *self.together):
            neighbours[i].append(j)
            neighbours[j].append(i)
        reached, front = set(), list(seeds)
        while front:
            position = front.pop()
            if position not in reached:
                reached.add(position)
                front += neighbours[position]
        return reached


def graph(reports: Iterable[LinkableReport], rulings: Sequence[Ruling] = ()) -> Graph:
    """Connect reports. Repeated reports count once; reports with another realis than `actual` are left out."""
    unique = {report.report_id: report for report in reports if report.report.realis == "actual"}
    ordered = sorted(unique.values(), key=seniority)
    traits = tuple(traits_of(report) for report in ordered)
    position = {report.report_id: i for i, report in enumerate(ordered)}
    settled = constraints(rulings, ordered)
    return Graph(
        traits=traits,
        points={(i, j): points_of(traits[i], traits[j]) for i, j in candidate_pairs(traits)},
        settled=settled,
        together=tuple((position[a], position[b]) for a, b in settled.together),
        apart=tuple((position[a], position[b]) for a, b in settled.apart),
    )
