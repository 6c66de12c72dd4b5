"""Ids that outlive change: an event keeps its id while reports come and go.

Rules. A cluster may claim every id that one of its reports carried before. Claims are met once per id and once per
cluster: the claim with most reports first, then the cluster with the earliest report, then the smaller id. So the
larger part of a split and the larger side of a merger keep the id, and the least number of reports changes its event.
A cluster left without gets a new id, the hash of its earliest report (publication, then report id). An id that lost
all claims leaves a tombstone that points to the event with most of its reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from syria_events.events.linkable import LinkableReport, seniority
from syria_events.model import stable_id


@dataclass(frozen=True, slots=True)
class Identities:
    """`event_ids` in the order of the clusters; `tombstones`: id that is no more -> id it was merged into.

    `removed` are ids none of whose reports is left: there is nowhere to point to.
    """

    event_ids: tuple[str, ...]
    tombstones: Mapping[str, str] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()


def assign_ids(
    clusters: Sequence[Sequence[LinkableReport]],
    previous: Mapping[str, str],
    taken: Collection[str] = frozenset(),
) -> Identities:
    """Give every cluster its id.

    `previous` maps report id to event id as last stored, for the reports of the clusters and for those that vanished
    with them. `taken` are ids that reports outside these clusters carry: they are neither claimed, given nor buried.
    The result does not depend on the order of clusters or of reports in them. An id that was buried before may rise
    again; its stored tombstone is then to be dropped (`point_on`).
    """
    firsts = [min(map(seniority, cluster)) for cluster in clusters]
    claims = _claims(clusters, previous, taken)
    given: dict[int, str] = {}
    used = set(taken)
    for _, _, event_id, number in sorted((-n, firsts[c], e, c) for (c, e), n in claims.items()):
        if number not in given and event_id not in used:
            given[number] = event_id
            used.add(event_id)
    for number in sorted(set(range(len(clusters))) - given.keys(), key=firsts.__getitem__):
        given[number] = _new_id(firsts[number][1], used)
        used.add(given[number])
    lost = set(previous.values()) - used
    tombstones = {e: given[heir] for e in lost if (heir := _heir(e, claims, firsts)) is not None}
    return Identities(tuple(given[c] for c in range(len(clusters))), tombstones, frozenset(lost - tombstones.keys()))


def founding_id(report_id: str) -> str:
    """The id of an event never seen before whose earliest report is this."""
    return stable_id("e", report_id)


def point_on(stored: Mapping[str, str], new: Mapping[str, str], living: Iterable[str]) -> dict[str, str]:
    """Return all tombstones after an assignment, each pointing to a living event; ids that live again are dropped."""
    alive = set(living)
    merged = {**stored, **new}
    flat = {}
    for event_id in merged.keys() - alive:
        goal, seen = merged[event_id], {event_id}
        while goal not in alive and goal in merged and goal not in seen:
            seen.add(goal)
            goal = merged[goal]
        flat[event_id] = goal
    return flat


def _claims(
    clusters: Sequence[Sequence[LinkableReport]], previous: Mapping[str, str], taken: Collection[str]
) -> Counter[tuple[int, str]]:
    return Counter(
        (number, previous[report_id])
        for number, cluster in enumerate(clusters)
        for report_id in {report.report_id for report in cluster}
        if report_id in previous and previous[report_id] not in taken
    )


def _new_id(report_id: str, used: Collection[str]) -> str:
    """The founding id, or, where a split left that with others, the first free one of its numbered successors."""
    event_id, number = founding_id(report_id), 1
    while event_id in used:
        number += 1
        event_id = stable_id("e", report_id, number)
    return event_id


def _heir(event_id: str, claims: Counter[tuple[int, str]], firsts: Sequence[tuple]) -> int | None:
    heirs = [number for number, claimed in claims if claimed == event_id]
    return min(heirs, key=lambda number: (-claims[number, event_id], firsts[number]), default=None)
