"""Ask the warehouse how the pipeline is."""

from __future__ import annotations

from datetime import datetime, timedelta

from syria_events.quality.health import SILENT_AFTER, STUCK_AFTER, Facts, Health, judge, unreachable
from syria_events.settings import Settings
from syria_events.warehouse.connection import WarehouseUnavailableError, transaction
from syria_events.warehouse.rows import fetch_rows

RECENT = timedelta(hours=24)
"""The time that lags and results of checks are of."""


def health_facts(settings: Settings, *, now: datetime) -> Facts:
    """Read the numbers. Raises WarehouseUnavailableError."""
    parameters = {
        "now": now,
        "since": now - RECENT,
        "stuck_before": now - STUCK_AFTER,
        "silent_before": now - SILENT_AFTER,
    }
    with transaction(settings.dsn) as connection:
        return Facts(**fetch_rows(connection, "quality/select_health", parameters)[0])


def pipeline_health(settings: Settings, *, now: datetime) -> Health:
    """Judge how the pipeline is; a warehouse that does not answer is an answer, and no error."""
    try:
        return judge(health_facts(settings, now=now))
    except WarehouseUnavailableError:
        return unreachable()
