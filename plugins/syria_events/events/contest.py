"""Where sources disagree, with every version and who stands for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from syria_events.events.kinds import kind_of
from syria_events.events.linkable import LinkableReport
from syria_events.events.scoring import allied
from syria_events.events.tolls import KINDS, contradict, latest_claims
from syria_events.events.traits import NAMELESS, number_of
from syria_events.events.voices import Voices


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a disagreement: what it is about, what is said, who says so and in which reports."""

    about: str
    """`denied`, `actor1` or a kind of casualty, for example `killed`."""
    value: str
    said_by: tuple[str, ...]
    report_ids: tuple[str, ...]


def versions(reports: Sequence[LinkableReport], by_voice: Voices) -> tuple[Version, ...]:
    """Return the versions of everything that is contested; empty where nothing is.

    Contested is: what a report says somebody denies; who did it, where two voices name groups that are neither the same
    nor allied (in a clash or at talks either side may be named first); a toll, where claimants differ twofold and by 3
    persons or more.
    """
    return (*_denials(reports), *_doers(by_voice), *_tolls(by_voice))


def _denials(reports: Sequence[LinkableReport]) -> Iterator[Version]:
    credited = [report for report in reports if report.report.claimed_by]
    denied = [report for report in credited if report.report.claimed_by.status == "denied"]
    stated = [report for report in credited if report.report.claimed_by.status != "denied"]
    for value, told in (("denied", denied), ("stated", stated)):
        if denied and told:
            names = tuple(sorted({report.report.claimed_by.name for report in told}))
            yield Version("denied", value, names, _ids(told))


def _doers(by_voice: Voices) -> Iterator[Version]:
    accused: dict[frozenset[str], dict[str, list[LinkableReport]]] = {}
    for voice, told in by_voice.items():
        for report in told:
            groups = frozenset(a.group for a in report.report.actors if a.role == "actor1") - NAMELESS
            if groups and not kind_of(report.report).mutual:
                accused.setdefault(groups, {}).setdefault(voice, []).append(report)
    rivals = {
        side
        for a, b in combinations(accused, 2)
        if not a & b and not allied(a, b) and accused[a].keys() != accused[b].keys()
        for side in (a, b)
    }
    for side in sorted(rivals, key=sorted):
        told = [report for spoken in accused[side].values() for report in spoken]
        yield Version("actor1", ", ".join(sorted(side)), tuple(sorted(accused[side])), _ids(told))


def _tolls(by_voice: Voices) -> Iterator[Version]:
    for kind in KINDS:
        words = latest_claims(by_voice, kind, "all")
        if contradict(words):
            for word in words:
                yield Version(kind, str(number_of(word)), (word.claimant,), (word.report_id,))


def _ids(reports: Sequence[LinkableReport]) -> tuple[str, ...]:
    return tuple(sorted(report.report_id for report in reports))
