"""What the voices agree on: type, date, place and actors of an event.

Every voice (see `voices`) has one vote, its latest report that says anything. Ties are broken by written preference,
last by the earliest report, so that the same reports always give the same event.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from syria_events.events.kinds import precedence_of
from syria_events.events.linkable import LinkableReport
from syria_events.events.nearness import reach_of
from syria_events.events.voices import Voices, first_said, latest_words, most_said
from syria_events.model import Actor, EventDate, Place, Report

DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")


@dataclass(frozen=True, slots=True)
class EventType:
    """PLOVER and ACLED types that belong together."""

    plover_root: str
    plover_mode: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None


@dataclass(frozen=True, slots=True)
class EventActor:
    """A group that voices name in a role; `name` is what most of them call it."""

    role: str
    group: str
    name: str
    voices: int


def agreed_type(reports: Sequence[LinkableReport], by_voice: Voices) -> EventType:
    """The type most voices give; of several the one that `data/kinds.csv` gives precedence (the weapon decides)."""
    words = latest_words(by_voice, _type_name)
    name = most_said(words, precedence_of)
    told = [report.report for report in reports if _type_name(report) == name]
    root = _commonest([report.plover_root for report in told])
    mode = _commonest([r.plover_mode for r in told if r.plover_root == root and r.plover_mode is not None])
    return EventType(root, mode, told[0].acled_event_type, told[0].acled_sub_event_type)


def agreed_date(reports: Sequence[LinkableReport], by_voice: Voices) -> EventDate:
    """The most precise date; of several equally precise ones that of most voices, then the earliest.

    The earliest, because later reports that give no day are dated by their publication.
    """
    finest = min((r.report.event_date.precision for r in reports), key=DATE_PRECISIONS.index)
    words = latest_words(by_voice, lambda r: r.report.event_date if r.report.event_date.precision == finest else None)
    return most_said(words, lambda date: (str(date.start), str(date.end))) or EventDate(None, None, "unknown")


def agreed_place(reports: Sequence[LinkableReport], by_voice: Voices) -> tuple[Place | None, str | None]:
    """The most precise place within the governorate that most voices name, or None and the reason.

    A single precise outlier does not move an event out of the governorate of the others. Of equally precise places
    most voices decide, then the earliest report; a capital has a third of a vote, because "Idlib" is said of its
    villages too.
    """
    admin1 = most_said(latest_words(by_voice, _admin1), first_said(reports, _admin1).__getitem__)
    fitting = [r for r in reports if r.report.place and (admin1 is None or r.report.place.admin1_pcode == admin1)]
    if not fitting:
        return None, _commonest([r.report.place_null_reason for r in reports if r.report.place_null_reason])
    finest = min(r.report.place.precision for r in fitting)
    finest_ids = {r.report_id for r in fitting if r.report.place.precision == finest}

    def name(report: LinkableReport) -> str | None:
        return _place_key(report.report.place) if report.report_id in finest_ids else None

    words = latest_words(by_voice, name)
    named = {name(r): r.report.place for r in reversed(reports) if name(r) is not None}
    votes = {key: voices * (1 if reach_of(named[key]) == math.inf else 3) for key, voices in words.items()}
    return named[most_said(votes, first_said(reports, name).__getitem__)], None


def agreed_actors(reports: Sequence[LinkableReport], by_voice: Voices) -> tuple[EventActor, ...]:
    """Every group that a voice names, actor1 first, then by number of voices; nobody's account is left out."""
    found: dict[tuple[str, str], set[str]] = {}
    for voice, told in by_voice.items():
        for report in told:
            for actor in report.report.actors:
                found.setdefault((actor.role, actor.group), set()).add(voice)
    named = [
        EventActor(role, group, _name(reports, role, group), len(speakers)) for (role, group), speakers in found.items()
    ]
    return tuple(sorted(named, key=lambda actor: (actor.role, -actor.voices, actor.group)))


def _name(reports: Sequence[LinkableReport], role: str, group: str) -> str:
    return _commonest([a.name for r in reports for a in r.report.actors if _is(a, role, group)]) or group


def _is(actor: Actor, role: str, group: str) -> bool:
    return actor.role == role and actor.group == group


def _type_name(report: LinkableReport) -> str:
    return _type(report.report)


def _type(report: Report) -> str:
    return report.acled_sub_event_type or report.plover_root


def _admin1(report: LinkableReport) -> str | None:
    return report.report.place.admin1_pcode if report.report.place else None


def _place_key(place: Place) -> str:
    return place.place_id or place.name


def _commonest(values: Sequence[str]) -> str | None:
    """The commonest value; of several the one that comes first."""
    return max(values, key=lambda value: (values.count(value), -values.index(value)), default=None)
