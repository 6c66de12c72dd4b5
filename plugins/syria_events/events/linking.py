"""Reports into clusters, one cluster per happening.

The partition depends on the set of reports and rulings alone, never on their order. Pairs of reports that speak for one
happening, and rulings, connect reports (`edges`); each connected component is partitioned by itself (`clustering`). So
reports outside a component cannot change it, and relinking the components around a change gives what relinking
everything gives (`neighbourhood`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from syria_events.events.clustering import clusters
from syria_events.events.graph import Graph, graph
from syria_events.events.linkable import LinkableReport
from syria_events.events.rulings import Ruling
from syria_events.events.scoring import probability, reasons


@dataclass(frozen=True, slots=True)
class Link:
    """Why a report is in its cluster.

    `cluster` is the report id of the earliest report. `score`, 0 to 1, is that of the pair with `linked_to`, the
    report it is most like within the cluster; 1 where it is alone or only a ruling joins it. `reasons` are the points
    of that pair, weightiest first.
    """

    report_id: str
    cluster: str
    score: float
    reasons: tuple[str, ...] = ()
    linked_to: str | None = None


def link(reports: Sequence[LinkableReport], rulings: Sequence[Ruling] = ()) -> tuple[Link, ...]:
    """Partition actual reports into happenings; every report has exactly one link, sorted by report id."""
    connected = graph(reports, rulings)
    groups = clusters(len(connected.traits), connected.points, connected.together, connected.apart)
    ruled: dict[str, set[str]] = defaultdict(set)
    for pair, ruling_id in connected.settled.together.items():
        for report_id in pair:
            ruled[report_id].add(f"ruling {ruling_id}")
    links = [
        _link(i, group, connected, sorted(ruled[connected.traits[i].report_id])) for group in groups for i in group
    ]
    return tuple(sorted(links, key=lambda found: found.report_id))


def _link(i: int, group: Sequence[int], connected: Graph, rulings: Sequence[str]) -> Link:
    traits, points = connected.traits, connected.points
    own, cluster = traits[i], traits[group[0]].report_id
    pairs = [pair for j in group if j != i and (pair := (min(i, j), max(i, j))) in points]
    if not pairs:
        return Link(own.report_id, cluster, 1.0, tuple(rulings))
    best = min(pairs, key=lambda pair: (-points[pair], pair))
    mate = traits[best[0] + best[1] - i]
    evidence = sorted(reasons(own, mate), key=lambda reason: (-abs(reason.points), reason.name))
    return Link(own.report_id, cluster, probability(points[best]), (*rulings, *map(str, evidence)), mate.report_id)
