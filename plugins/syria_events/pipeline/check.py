"""Judge what is on its way into core. A row that fails a critical expectation is turned back and kept whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from syria_events.pipeline.turning_back import turn_back
from syria_events.pipeline.work import Stage, Work, stage
from syria_events.quality.articles import article_columns, article_suite
from syria_events.quality.entries import entry_columns, entry_suite
from syria_events.quality.reports import report_columns, report_suite
from syria_events.quality.validation import CheckResult, Suite, validate
from syria_events.settings import Settings
from syria_events.warehouse.rows import Row, execute, fetch_rows

SUITES: tuple[tuple[Callable[[], Suite], str, Callable[[Row], Row]], ...] = (
    (entry_suite, "raw/select_entries_to_check", entry_columns),
    (article_suite, "raw/select_articles_to_check", article_columns),
    (report_suite, "raw/select_reports_to_check", report_columns),
)
"""In this order: an article whose entry was turned back is not checked any more, nor are its reports."""


def check(settings: Settings, work: Work) -> dict[str, int]:
    """Validate entries, articles and reports of the work; mark and keep the rows that fail."""
    import pandas as pd

    with stage(settings, work, "check") as running:
        kept: list[str] = []
        for suite, selection, prepare in SUITES:
            rows = fetch_rows(running.connection, selection, {"work_key": work.key})
            results = validate(suite(), pd.DataFrame([prepare(row) for row in rows]))
            _record(running, work, results)
            kept += turn_back(running.connection, work, results, rows)
            running.rows_in += len(rows)
        running.notes["rejections"] = len(kept)
        running.rows_out = running.rows_in - len(kept)
        execute(running.connection, "quality/mark_mended_rows", {"work_key": work.key, "kept": kept})
        return running.summary()


def _record(running: Stage, work: Work, results: Sequence[CheckResult]) -> None:
    for result in results:
        parameters = {
            "work_key": work.key,
            "suite": result.suite,
            "expectation": result.expectation,
            "severity": result.severity,
            "is_met": result.is_met,
            "evaluated_count": result.evaluated_count,
            "unexpected_count": len(result.unexpected_rows),
            "notes": result.notes,
        }
        execute(running.connection, "quality/upsert_check_result", parameters)
