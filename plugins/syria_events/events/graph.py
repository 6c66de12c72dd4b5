"""The reports and what connects them: scored pairs, and what operators ruled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from syria_events.events.candidates import candidate_pairs
from syria_events.events.clustering import Pair
from syria_events.events.edges import components, connecting
from syria_events.events.linkable import LinkableReport, seniority
from syria_events.events.rulings import Constraints, Ruling, alternatives, constraints
from syria_events.events.scoring import points_of
from syria_events.events.traits import Traits, traits_of


@dataclass(frozen=True, slots=True)
class Graph:
    """Reports by position, earliest first, and what is known of their pairs (i < j)."""

    traits: tuple[Traits, ...]
    points: dict[Pair, int]
    """Points of the candidates within one component."""
    tentative: tuple[Pair, ...]
    """Pairs that would connect if the report without an exact day, first of the pair, were not more like another."""
    component: list[int]
    """For each position the smallest position that it is connected with."""
    settled: Constraints
    together: tuple[Pair, ...]
    apart: tuple[Pair, ...]

    def connected_with(self, seeds: Collection[int]) -> list[int]:
        """Return the reports in components that are, or before a change of `seeds` may have been, theirs.

        A report without an exact day leaves what it was most like as soon as something more like it comes.
        """
        left = {other for own, other in self.tentative if own in seeds}
        wanted = {self.component[position] for position in (*seeds, *left)}
        return [position for position, component in enumerate(self.component) if component in wanted]


def graph(reports: Iterable[LinkableReport], rulings: Sequence[Ruling] = ()) -> Graph:
    """Connect reports. Repeated reports count once; reports with another realis than `actual` are left out."""
    unique = {report.report_id: report for report in reports if report.report.realis == "actual"}
    ordered = sorted(unique.values(), key=seniority)
    traits = tuple(traits_of(report) for report in ordered)
    position = {report.report_id: i for i, report in enumerate(ordered)}
    settled = constraints(rulings, ordered)
    together = tuple((position[a], position[b]) for a, b in settled.together)
    points = {(i, j): points_of(traits[i], traits[j]) for i, j in candidate_pairs(traits)}
    kin = ((position[a], position[b]) for a, b in alternatives(rulings, ordered))
    component = components(len(traits), (*connecting(traits, points), *together, *kin))
    return Graph(
        traits=traits,
        points={(i, j): value for (i, j), value in points.items() if component[i] == component[j]},
        tentative=tuple(
            (own, other)
            for (i, j), value in points.items()
            for own, other in ((i, j), (j, i))
            if value >= 0 and not traits[own].sharp
        ),
        component=component,
        settled=settled,
        together=together,
        apart=tuple((position[a], position[b]) for a, b in settled.apart),
    )
