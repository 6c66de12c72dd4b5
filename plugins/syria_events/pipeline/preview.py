"""Derive days again for the sake of what would come of it, and write nothing.

All stages run as they always do, in one transaction that is rolled back; what linking notes of changed events is read
before that. So the answer is that of the code itself, not of a model of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from syria_events.pipeline.check import check
from syria_events.pipeline.code_articles import code_articles
from syria_events.pipeline.difference import EventDifference, World, differences, net_changes
from syria_events.pipeline.extract import extract
from syria_events.pipeline.link import link_reports
from syria_events.pipeline.load import load
from syria_events.pipeline.work import Work
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, rehearsal, transaction
from syria_events.warehouse.rows import Row, execute, fetch_rows

Tell = Callable[[str], None]


def preview(
    settings: Settings, days: Sequence[Work], *, now: datetime, tell: Tell | None = None
) -> list[EventDifference]:
    """Return what rebuilding these days would change; `tell` hears of each stage.

    Whoever wants to load or link meanwhile waits: the writers' lock is held from the first load to the end.
    """
    with transaction(settings.dsn) as untouched, rehearsal(settings.dsn) as rehearsed:
        _run(settings, days, (extract, code_articles, check), tell)
        execute(rehearsed, "core/lock_core")
        known = fetch_rows(rehearsed, "core/select_last_revision_id")[0]
        _run(settings, days, (load, partial(link_reports, now=now)), tell)
        revisions = fetch_rows(rehearsed, "core/select_revisions_after", known)
        event_ids = sorted(net_changes(revisions))
        return differences(revisions, _world(untouched, event_ids), _world(rehearsed, event_ids))


def count_days(settings: Settings, first: date, last: date) -> list[Row]:
    """Return per day of the range how much there is to derive."""
    with transaction(settings.dsn) as connection:
        return fetch_rows(connection, "raw/count_days", {"first_day": first, "last_day": last})


def _run(settings: Settings, days: Sequence[Work], stages: Sequence[Callable], tell: Tell | None) -> None:
    """Run the stages day by day. All days are coded before the first is loaded, so that the lock is held briefly."""
    for day in days:
        for stage in stages:
            if tell:
                tell(f"{day.key}: {getattr(stage, 'func', stage).__name__}")
            stage(settings, day)


def _world(connection: Connection, event_ids: Sequence[str]) -> World:
    chosen = {"event_ids": list(event_ids)}
    return World.of(
        fetch_rows(connection, "core/select_event_sketches", chosen),
        fetch_rows(connection, "core/select_told_reports", chosen),
    )
