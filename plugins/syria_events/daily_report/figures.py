"""The figures of a span of days, read from the marts with no more rights than a BI tool has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, fetch_rows

LATEST = 100
DYADS = 40
OUTLETS = 40


@dataclass(frozen=True, slots=True)
class Figures:
    """What the dashboards show of the days from `since` to `until`, both included. Rows: see `sql/mart/report_*`."""

    since: date
    until: date
    read_at: datetime
    totals: Row
    days: list[Row]
    types: list[Row]
    governorates: list[Row]
    latest: list[Row]
    dyads: list[Row]
    doings: list[Row]
    outlets: list[Row]
    lags: list[Row]
    feeds: list[Row]


def read_figures(dsn: str, since: date, until: date, *, now: datetime) -> Figures:
    """Read all figures in one snapshot of the warehouse."""
    span = {"since": since, "until": until}
    with transaction(dsn, role=None) as connection:
        connection.set_session(readonly=True, isolation_level="REPEATABLE READ")
        (totals,) = fetch_rows(connection, "mart/report_totals", span)
        return Figures(
            since=since,
            until=until,
            read_at=now,
            totals=totals,
            days=fetch_rows(connection, "mart/report_days", span),
            types=fetch_rows(connection, "mart/report_types", span),
            governorates=fetch_rows(connection, "mart/report_governorates", span),
            latest=fetch_rows(connection, "mart/report_latest_events", span | {"limit": LATEST}),
            dyads=fetch_rows(connection, "mart/report_dyads", span | {"limit": DYADS}),
            doings=fetch_rows(connection, "mart/report_doings", span),
            outlets=fetch_rows(connection, "mart/report_sources", span | {"limit": OUTLETS}),
            lags=fetch_rows(connection, "mart/report_lags", span),
            feeds=fetch_rows(connection, "mart/select_feed_health"),
        )
