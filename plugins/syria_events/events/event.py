"""An event: what the reports of one happening say together.

Rules, each in its own file: who counts as independent (`voices`), type, date, place and actors (`agreement`), tolls
(`tolls`), contested versions (`contest`), grade of confidence (`confidence`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from syria_events.events.agreement import EventActor, agreed_actors, agreed_date, agreed_place, agreed_type
from syria_events.events.confidence import grade
from syria_events.events.contest import Version, versions
from syria_events.events.linkable import LinkableReport, seniority
from syria_events.events.tolls import Toll, tolls
from syria_events.events.voices import voices
from syria_events.model import Attribution, EventDate, Place, SyriaEventsError

_STATUSES = ("confirmed", "stated", "claimed", "denied")


@dataclass(frozen=True, slots=True)
class Event:
    """One happening in the world, as its reports tell it at this moment. Times are UTC."""

    event_id: str
    plover_root: str
    plover_mode: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    event_date: EventDate
    place: Place | None
    place_null_reason: str | None
    actors: tuple[EventActor, ...]
    tolls: tuple[Toll, ...]
    realis: str
    report_count: int
    article_count: int
    source_count: int
    family_count: int
    """Independent publisher families; copies count with their original."""
    languages: tuple[str, ...]
    is_contested: bool
    versions: tuple[Version, ...]
    confidence: str
    """A, B, C or D; the rule stands in `confidence`."""
    claimed_by: tuple[Attribution, ...]
    """Whom the reports credit, most often credited first; each with its firmest status."""
    first_reported_at: datetime
    last_reported_at: datetime


def summarise(reports: Iterable[LinkableReport], event_id: str) -> Event:
    """Return the event that these reports tell; their order does not matter, repeated reports count once.

    Raises SyriaEventsError without a report.
    """
    told = sorted({report.report_id: report for report in reports}.values(), key=seniority)
    if not told:
        raise SyriaEventsError(f"event {event_id} has no report: remove the event instead of summarising it")
    by_voice = voices(told)
    kind = agreed_type(told, by_voice)
    date = agreed_date(told, by_voice)
    place, place_null_reason = agreed_place(told, by_voice)
    sides = versions(told, by_voice)
    return Event(
        event_id=event_id,
        plover_root=kind.plover_root,
        plover_mode=kind.plover_mode,
        acled_event_type=kind.acled_event_type,
        acled_sub_event_type=kind.acled_sub_event_type,
        event_date=date,
        place=place,
        place_null_reason=place_null_reason,
        actors=agreed_actors(told, by_voice),
        tolls=tolls(by_voice),
        realis="actual",
        report_count=len(told),
        article_count=len({report.article_id for report in told}),
        source_count=len({report.source_code for report in told}),
        family_count=len(by_voice),
        languages=tuple(sorted({report.language for report in told if report.language})),
        is_contested=bool(sides),
        versions=sides,
        confidence=grade(len(by_voice), date, place, frozenset(side.about for side in sides), leads=_leads(told)),
        claimed_by=_credited(told),
        first_reported_at=told[0].reported_at,
        last_reported_at=told[-1].reported_at,
    )


def _leads(told: Sequence[LinkableReport]) -> bool:
    """Whether some article is about it first of all."""
    return any(report.rank == 1 for report in told)


def _credited(told: Sequence[LinkableReport]) -> tuple[Attribution, ...]:
    credits = [report.report.claimed_by for report in told if report.report.claimed_by]
    names = [credit.name for credit in credits]
    ordered = sorted(set(names), key=lambda name: (-names.count(name), names.index(name)))
    return tuple(
        Attribution(name, min((c.status for c in credits if c.name == name), key=_STATUSES.index)) for name in ordered
    )
