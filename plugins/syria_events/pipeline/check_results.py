"""Write down what became of each expectation, and which rows failed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from syria_events.quality.validation import CheckResult
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, copy_rows, execute

FAILURE_COLUMNS = (
    "work_key", "suite", "expectation", "position", "row_key", "observed", "headline", "entry_id", "entry_version",
)  # fmt: skip
SHOWN = 3
"""So many of the values that failed stand in the result itself."""


def record_results(
    connection: Connection, work_key: str, results: Sequence[CheckResult], rows: Sequence[Row], *, day: date
) -> None:
    """Store the results of one suite on `rows`, which have a `row_key`, in place of those of an earlier run."""
    for suite in {result.suite for result in results}:
        execute(connection, "quality/delete_check_failures", {"work_key": work_key, "suite": suite})
    for result in results:
        execute(connection, "quality/upsert_check_result", _result(work_key, result, day))
    failures = [cells for result in results if result.severity != "info" for cells in _failures(work_key, result, rows)]
    copy_rows(connection, "quality.check_failure", FAILURE_COLUMNS, failures)


def _result(work_key: str, result: CheckResult, day: date) -> Row:
    values = list(dict.fromkeys(result.observed))
    return {
        "work_key": work_key,
        "suite": result.suite,
        "expectation": result.expectation,
        "severity": result.severity,
        "is_met": result.is_met,
        "evaluated_count": result.evaluated_count,
        "unexpected_count": len(result.unexpected_rows),
        "notes": result.notes,
        "day": day,
        "remedy": result.remedy,
        "observed": "; ".join(values[:SHOWN]) + ("; …" if len(values) > SHOWN else "") if values else None,
    }


def _failures(work_key: str, result: CheckResult, rows: Sequence[Row]) -> Iterator[list[Any]]:
    for number, (position, observed) in enumerate(zip(result.unexpected_rows, result.observed, strict=True)):
        row = rows[position]
        headline = row.get("headline") or row.get("title") or row.get("place_name")
        entry = (row.get("entry_id"), row.get("entry_version"))
        key = (work_key, result.suite, result.expectation)
        yield [*key, number, row["row_key"], observed, headline, *entry]
