"""What a rebuilding would make of events, as values: each event that would come, go or change, and why. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from syria_events.events.revision import Change
from syria_events.warehouse.rows import Row

SHOWN = ("plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type", "event_date.", "place.", "toll.")
"""Fields that say what happened, when, where and to how many; the others follow from them or tell who says so."""


@dataclass(frozen=True, slots=True)
class EventDifference:
    """One event that would not be as it is."""

    event_id: str
    kind: str
    """`added`, `removed` or `changed`."""
    sketch: Row
    """Type, date, place and toll: as they would be or, of an event that goes, as they are."""
    changes: tuple[Change, ...]
    causes: tuple[str, ...]

    @property
    def shown_changes(self) -> tuple[Change, ...]:
        """The changes of type, date, place and toll; of an event that comes or goes the sketch says it all."""
        return tuple(c for c in self.changes if c.field.startswith(SHOWN)) if self.kind == "changed" else ()


@dataclass(frozen=True, slots=True)
class World:
    """Events and their reports, at one moment, by event."""

    sketches: Mapping[str, Row]
    reports: Mapping[str, Mapping[str, Row]]
    """Event -> report -> the report with its article."""

    @classmethod
    def of(cls, sketches: Iterable[Row], reports: Iterable[Row]) -> World:
        """Return a world of the rows of select_event_sketches and select_told_reports."""
        told: dict[str, dict[str, Row]] = defaultdict(dict)
        for report in reports:
            told[report["event_id"]][report["report_id"]] = report
        return cls({sketch["event_id"]: sketch for sketch in sketches}, told)


def net_changes(revisions: Iterable[Row]) -> dict[str, tuple[Change, ...]]:
    """Return per event what its revisions, in order, come to; what was changed and changed back is none."""
    net: dict[str, dict[str, Change]] = defaultdict(dict)
    for row in revisions:
        fields = net[row["event_id"]]
        first = fields.get(row["field"])
        fields[row["field"]] = Change(row["field"], first.old if first else row["old"], row["new"])
    kept = {event_id: tuple(c for c in fields.values() if c.old != c.new) for event_id, fields in net.items()}
    return {event_id: changes for event_id, changes in sorted(kept.items()) if changes}


def differences(revisions: Sequence[Row], before: World, after: World) -> list[EventDifference]:
    """Return the events that the revisions change, with the causes."""
    last = {row["event_id"]: row for row in revisions}
    return [
        EventDifference(
            event_id,
            _kind(event_id, before, after),
            after.sketches.get(event_id) or before.sketches.get(event_id) or {},
            changes,
            tuple(_causes(last[event_id], before, after)),
        )
        for event_id, changes in net_changes(revisions).items()
        if event_id in before.sketches or event_id in after.sketches
    ]


def _kind(event_id: str, before: World, after: World) -> str:
    if event_id not in before.sketches:
        return "added"
    return "changed" if event_id in after.sketches else "removed"


def _causes(revision: Row, before: World, after: World) -> Iterator[str]:
    event_id = revision["event_id"]
    old, new = before.reports.get(event_id, {}), after.reports.get(event_id, {})
    earlier = before.sketches.get(event_id, {}).get("code_version")
    code = revision["code_version"] if earlier in (None, revision["code_version"]) else None
    code = f"by {code}" if code else f"by {revision['code_version']}, before by {earlier}"
    left = _by_article(report for report_id, report in old.items() if report_id not in new)
    came = _by_article(report for report_id, report in new.items() if report_id not in old)
    for article_id in sorted(left.keys() | came.keys()):
        yield _cause(left.get(article_id), came.get(article_id), after, code)
    if revision["ruling_ids"]:
        yield f"ruling {', '.join(revision['ruling_ids'])}"
    if not left and not came:
        yield f"its reports are the same, coded or linked otherwise {code}"


def _cause(left: Row | None, came: Row | None, after: World, code: str) -> str:
    report = came or left or {}
    article = f"{report['source_name']}, “{report['title']}”"
    if left is None:
        return f"{article}: report {report['report_id']} came, {code}"
    if came is None:
        home = next((e for e, told in after.reports.items() if report["report_id"] in told), None)
        return f"{article}: report {report['report_id']} " + (f"moved to {home}" if home else f"is no more, {code}")
    if left["content_hash"] != came["content_hash"]:
        return f"{article}: its words changed, edited by the publisher or extracted otherwise {code}"
    return f"{article}: coded otherwise {code}"


def _by_article(reports: Iterable[Row]) -> dict[str, Row]:
    return {report["article_id"]: report for report in reports}
