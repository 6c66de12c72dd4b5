"""Reports into clusters, one cluster per happening.

The partition depends on the set of reports and rulings alone, never on their order. Reports are connected where a pair
has 0 points or more or a ruling joins it; a connected component is partitioned by itself. So reports outside a
component cannot change it, and relinking the components around a change gives what relinking everything gives; see
`neighbourhood`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from syria_events.events.candidates import candidate_pairs
from syria_events.events.clustering import Pair, clusters
from syria_events.events.linkable import LinkableReport, seniority
from syria_events.events.profile import Profile, profile
from syria_events.events.rulings import Constraints, Ruling, constraints
from syria_events.events.scoring import Reason, probability, reasons, total


@dataclass(frozen=True, slots=True)
class Link:
    """Why a report is in its cluster.

    `cluster` is the report id of the earliest report. `score`, 0 to 1, is that of the pair with `linked_to`, the
    report it is most like within the cluster; 1 where it is alone. `reasons` are the points of that pair.
    """

    report_id: str
    cluster: str
    score: float
    reasons: tuple[str, ...] = ()
    linked_to: str | None = None


def link(reports: Sequence[LinkableReport], rulings: Sequence[Ruling] = ()) -> tuple[Link, ...]:
    """Partition actual reports into happenings; every report has exactly one link, sorted by report id.

    Repeated reports count once. Reports with another realis than `actual` are left out.
    """
    unique = {report.report_id: report for report in reports if report.report.realis == "actual"}
    ordered = sorted(unique.values(), key=seniority)
    profiles = [profile(report) for report in ordered]
    pairs = {(i, j): total(reasons(profiles[i], profiles[j])) for i, j in candidate_pairs(profiles)}
    settled = constraints(rulings, ordered)
    together, apart = _positions(settled, ordered)
    apart += _same_article(ordered)
    groups = clusters(len(ordered), pairs, together, apart)
    links = [found for group in groups for found in _links(group, profiles, pairs, settled)]
    return tuple(sorted(links, key=lambda found: found.report_id))


def _positions(settled: Constraints, ordered: Sequence[LinkableReport]) -> tuple[list[Pair], list[Pair]]:
    position = {report.report_id: i for i, report in enumerate(ordered)}
    together, apart = ([(position[a], position[b]) for a, b in pairs] for pairs in (settled.together, settled.apart))
    return together, apart


def _same_article(ordered: Sequence[LinkableReport]) -> list[Pair]:
    """Two reports of one article are two happenings (codebook, rule 1)."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(ordered):
        by_article[report.article_id].append(i)
    return [pair for positions in by_article.values() for pair in combinations(positions, 2)]


def _links(
    group: Sequence[int], profiles: Sequence[Profile], pairs: Mapping[Pair, int], settled: Constraints
) -> list[Link]:
    cluster = profiles[group[0]].report_id
    return [_link(i, group, profiles, pairs, settled, cluster) for i in group]


def _link(
    i: int,
    group: Sequence[int],
    profiles: Sequence[Profile],
    pairs: Mapping[Pair, int],
    settled: Constraints,
    cluster: str,
) -> Link:
    mates = [(pairs[min(i, j), max(i, j)], -j) for j in group if j != i and (min(i, j), max(i, j)) in pairs]
    own = profiles[i]
    ruled = sorted({ruling for pair, ruling in settled.together.items() if own.report_id in pair})
    rulings = tuple(f"joined by {ruling}" for ruling in ruled)
    if not mates:
        return Link(own.report_id, cluster, 1.0, rulings)
    points, negative = max(mates)
    mate = profiles[-negative]
    return Link(
        own.report_id,
        cluster,
        probability(points),
        (*map(str, _by_weight(reasons(own, mate))), *rulings),
        mate.report_id,
    )


def _by_weight(evidence: tuple[Reason, ...]) -> list[Reason]:
    return sorted(evidence, key=lambda reason: (-abs(reason.points), reason.name))
