"""An edited article keeps its events: its new reports inherit those of the reports that they replace.

A report's id is made of the article's words, so an edit gives every report of the article another id. The heir of a
vanished report is a report of the same article and type family whose happening lies within `REACH_DAYS` of its own;
of several the one of the same type, then the nearest in days, then in rank. Everybody has one heir, every heir
inherits once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from syria_events.events.kinds import kind_named, kind_of
from syria_events.events.linkable import UNDATED_DAYS, LinkableReport

REACH_DAYS = UNDATED_DAYS
"""An edit may add a date that was missing, and such a report was looked for in this many days."""


@dataclass(frozen=True, slots=True)
class FormerLink:
    """A link whose report vanished. `day` is the first day of the happening, else that of publication."""

    report_id: str
    event_id: str
    article_id: str
    event_type: str
    rank: int
    day: date


def inherited(
    former: Iterable[FormerLink], reports: Iterable[LinkableReport], previous: Mapping[str, str]
) -> dict[str, str]:
    """Return the event ids that reports without one in `previous` inherit, by report id. Order does not matter."""
    free = [report for report in reports if report.report_id not in previous]
    pairs = sorted(
        (_distance(link, report), link.report_id, report.report_id, link.event_id)
        for link in former
        for report in free
        if report.article_id == link.article_id and _may_inherit(link, report)
    )
    heirs: dict[str, str] = {}
    settled: set[str] = set()
    for _, vanished, heir, event_id in pairs:
        if vanished not in settled and heir not in heirs:
            settled.add(vanished)
            heirs[heir] = event_id
    return heirs


def _may_inherit(link: FormerLink, report: LinkableReport) -> bool:
    near = abs((_day(report) - link.day).days) <= REACH_DAYS
    return near and kind_of(report.report).family == kind_named(link.event_type).family


def _distance(link: FormerLink, report: LinkableReport) -> tuple[bool, int, int]:
    event_type = report.report.acled_sub_event_type or report.report.plover_root
    return event_type != link.event_type, abs((_day(report) - link.day).days), abs(report.rank - link.rank)


def _day(report: LinkableReport) -> date:
    return report.report.event_date.start or report.reported_at.date()
