"""Checks: how the expectations went, by suite and day; from each to the rows that failed it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from syria_airflow.pages.reading import reading
from syria_airflow.pages.rendering import show
from syria_events.warehouse.rows import Row, fetch_rows

router = APIRouter()

DAYS = 14
ROWS = 500


@router.get("/checks")
def checks(request: Request, suite: str = "", day: date | None = None) -> HTMLResponse:
    """Show suites by day, and the results of one day (the latest with any, unless chosen), perhaps of one suite."""
    first = datetime.now(UTC).date() - timedelta(days=DAYS - 1)
    with reading() as connection:
        counts = fetch_rows(connection, "quality/count_checks_per_day", {"since": first})
        chosen = day or max((row["check_date"] for row in counts), default=None)
        parameters = {"work_key": None, "suite": suite or None, "check_date": chosen}
        results = fetch_rows(connection, "quality/select_check_results", parameters) if chosen else []
    days = [first + timedelta(days=n) for n in reversed(range(DAYS))]
    return show(request, "checks.html", grid=_grid(counts, days), days=days, day=chosen, suite=suite, results=results)


@router.get("/checks/{suite}/{expectation}")
def failures(request: Request, suite: str, expectation: str, day: date | None = None) -> HTMLResponse:
    """Show the rows that failed one expectation, on one day or on all."""
    parameters = {"suite": suite, "expectation": expectation, "check_date": day, "limit": ROWS}
    with reading() as connection:
        rows = fetch_rows(connection, "quality/select_check_failures", parameters)
    return show(request, "check_failures.html", rows=rows, suite=suite, expectation=expectation, day=day, limit=ROWS)


def tone(cell: Row | None) -> str:
    """Return the colour of one suite on one day: what is critical outweighs what is only a warning."""
    if cell is None:
        return "none"
    if cell["critical_count"]:
        return "bad"
    return "warn" if cell["warning_count"] else "good"


def _grid(counts: list[Row], days: list[date]) -> list[tuple[str, list[tuple[date, Row | None, str]]]]:
    by_key = {(row["suite"], row["check_date"]): row for row in counts}
    suites = sorted({row["suite"] for row in counts})
    return [
        (suite, [(day, by_key.get((suite, day)), tone(by_key.get((suite, day)))) for day in days]) for suite in suites
    ]
