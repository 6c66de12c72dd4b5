"""Keep the summary tables of the marts in step with the events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from syria_events.events.event import Event
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import execute

STATEMENTS = (
    ("mart/clear_governorate_day", "mart/fill_governorate_day"),
    ("mart/clear_toll_day", "mart/fill_toll_day"),
    ("mart/clear_dyad_day", "mart/fill_dyad_day"),
    ("mart/clear_source_day", "mart/fill_source_day"),
    ("mart/clear_governorate_month", "mart/fill_governorate_month"),
    ("mart/clear_dyad_month", "mart/fill_dyad_month"),
)
"""In this order: months are made from days."""


def refresh_summaries(connection: Connection, days: Iterable[date]) -> None:
    """Write the summaries of these days and of their months anew.

    The caller holds the lock of core: two at once would collide.
    """
    known = sorted(set(days))
    affected = {"days": known, "months": sorted({day.replace(day=1) for day in known})}
    for clear, fill in STATEMENTS:
        execute(connection, clear, affected)
        execute(connection, fill, affected)


def days_of(*states: Iterable[Event]) -> set[date]:
    """Return the days that events are summed up under, before and after a change."""
    return {event.event_date.start for events in states for event in events if event.event_date.start}
