"""Operators' rulings: part what was linked wrongly, join what was not, and settle the events at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from syria_events.events.linkable import LinkableReport
from syria_events.events.rulings import Ruling
from syria_events.model import SyriaEventsError
from syria_events.pipeline.link import settle_events
from syria_events.pipeline.linkable_rows import linkable_of
from syria_events.pipeline.ruling_rows import write_ruling
from syria_events.pipeline.work import Stage
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import execute, fetch_rows


class RulingError(SyriaEventsError):
    """A ruling on events or reports that are not there, or that rules nothing."""


def split_event(
    settings: Settings, event_id: str, report_ids: Collection[str], *, now: datetime, **said: str | None
) -> tuple[str, ...]:
    """Rule that these reports of an event tell another happening; return the ids of the events they are in now.

    `said` may be `made_by` and `note`. Raises RulingError for reports that the event does not have, or all of them.
    """
    with transaction(settings.dsn) as connection:
        execute(connection, "core/lock_core")
        reports = _reports(connection, [event_id])
        unknown = sorted(set(report_ids) - {report.report_id for report in reports})
        if unknown:
            raise RulingError(f"event {event_id} has no report {', '.join(unknown)}; see `events show {event_id}`")
        out = [report for report in reports if report.report_id in report_ids]
        rest = [report for report in reports if report.report_id not in report_ids]
        if not out or not rest:
            raise RulingError(f"event {event_id}: a split leaves reports on both sides; it has {len(reports)}")
        return _rule(connection, Ruling.splitting(out, rest, now, **said), reports, now)


def join_events(settings: Settings, event_ids: Sequence[str], *, now: datetime, **said: str | None) -> tuple[str, ...]:
    """Rule that these events are one happening; return the ids of the events that their reports are in now.

    `said` may be `made_by` and `note`. Raises RulingError for fewer than two events, or ids that lead nowhere.
    """
    with transaction(settings.dsn) as connection:
        execute(connection, "core/lock_core")
        living = _living(connection, event_ids)
        if len(living) < 2:
            raise RulingError(f"{', '.join(event_ids)}: name at least two events; merged ones count as one")
        reports = _reports(connection, living)
        return _rule(connection, Ruling.joining(reports, now, **said), reports, now)


def _reports(connection: Connection, event_ids: Sequence[str]) -> list[LinkableReport]:
    living = _living(connection, event_ids)
    rows = fetch_rows(connection, "core/select_reports_of_events", {"event_ids": living})
    return [linkable_of(row) for row in rows]


def _living(connection: Connection, event_ids: Sequence[str]) -> list[str]:
    rows = fetch_rows(connection, "core/select_living_events", {"event_ids": list(event_ids)})
    unknown = sorted(set(event_ids) - {row["event_id"] for row in rows})
    if unknown:
        raise RulingError(f"no event {', '.join(unknown)}; ids stand in mart.event")
    return sorted({row["living_id"] for row in rows})


def _rule(connection: Connection, ruling: Ruling, reports: Sequence[LinkableReport], now: datetime) -> tuple[str, ...]:
    write_ruling(connection, ruling)
    days = {day for report in reports for day in report.days} | set(ruling.days)
    execute(connection, "core/note_days", {"days": sorted(days)})
    settle_events(Stage(connection), now=now)
    found = fetch_rows(
        connection, "core/select_events_of_reports", {"report_ids": [report.report_id for report in reports]}
    )
    return tuple(row["event_id"] for row in found)
