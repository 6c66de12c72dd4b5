"""Hold the feeds against their own past, and core and mart against what must hold in them."""

from __future__ import annotations

from datetime import datetime

from syria_events.pipeline.check import raise_critical
from syria_events.pipeline.check_results import record_results
from syria_events.quality.core import core_suite
from syria_events.quality.feeds import feed_suite
from syria_events.quality.mart import mart_suite
from syria_events.quality.statements import Rendered, validate_statements
from syria_events.quality.validation import CheckResult, validate
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import Row, fetch_rows


def check_warehouse(settings: Settings, *, now: datetime) -> dict[str, int]:
    """Check the whole warehouse and keep the results under `warehouse:` and the UTC day.

    Raises CriticalCheckError, after the results are kept, where core or mart fails a critical expectation, and
    BrokenCheckError where an expectation cannot be evaluated.
    """
    day = now.date()
    work_key = f"warehouse:{day}"
    everything: list[CheckResult] = []
    with transaction(settings.dsn) as connection:
        for results, rows in (_feeds(connection, now), *_statements(connection, settings.dsn, now)):
            record_results(connection, work_key, results, rows, day=day)
            everything += results
    raise_critical(everything)
    failed = [result for result in everything if not result.is_met]
    return {"expectations": len(everything), "warnings": sum(result.severity == "warning" for result in failed)}


def _feeds(connection: Connection, now: datetime) -> tuple[tuple[CheckResult, ...], list[Row]]:
    import pandas as pd

    rows = fetch_rows(connection, "quality/select_feeds_to_check", {"now": now})
    return validate(feed_suite(), pd.DataFrame(rows)), rows


def _statements(connection: Connection, dsn: str, now: datetime) -> list[tuple[tuple[CheckResult, ...], list[Row]]]:
    parameters = {"now": now}
    rendered = Rendered(connection, parameters)
    return [
        validate_statements(suite, dsn, connection, parameters)
        for suite in (core_suite(rendered), mart_suite(rendered))
    ]
