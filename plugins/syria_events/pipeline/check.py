"""Judge what is on its way into core. A row that fails a critical expectation is turned back and kept whole.

A batch that fails a critical expectation as a whole fails the task, before anything of it is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from syria_events.model import SyriaEventsError
from syria_events.pipeline.check_results import record_results
from syria_events.pipeline.turning_back import turn_back
from syria_events.pipeline.work import Stage, Work, stage
from syria_events.quality.articles import article_columns, article_suite
from syria_events.quality.batches import batch_suite
from syria_events.quality.entries import entry_columns, entry_suite
from syria_events.quality.report_measures import report_columns
from syria_events.quality.reports import report_suite
from syria_events.quality.suite import CRITICAL, WARNING, Suite
from syria_events.quality.validation import CheckResult, validate
from syria_events.settings import Settings
from syria_events.warehouse.rows import Row, execute, fetch_rows

SUITES: tuple[tuple[Callable[[], Suite], str, Callable[[Row], Row]], ...] = (
    (entry_suite, "raw/select_entries_to_check", entry_columns),
    (article_suite, "raw/select_articles_to_check", article_columns),
    (report_suite, "raw/select_reports_to_check", report_columns),
)
"""In this order: an article whose entry was turned back is not checked any more, nor are its reports."""


class CriticalCheckError(SyriaEventsError):
    """Something as a whole, not one row of it, fails a critical expectation."""


def check(settings: Settings, work: Work) -> dict[str, int]:
    """Validate entries, articles and reports of the work; mark and keep the rows that fail.

    Raises CriticalCheckError where a batch fails as a whole (the results are kept all the same), BrokenCheckError where
    an expectation cannot be evaluated; then nothing is turned back.
    """
    with stage(settings, work, "check") as running:
        kept: list[str] = []
        everything: list[CheckResult] = []
        for suite, selection, prepare in SUITES:
            rows, results = _validate(running, work, suite(), selection, prepare)
            kept += turn_back(running.connection, work, results, rows)
            everything += results
            running.rows_in += len(rows)
        running.notes["rejections"] = len(kept)
        running.rows_out = running.rows_in - len(kept)
        execute(running.connection, "quality/mark_mended_rows", {"work_key": work.key, "kept": kept})
        _, results = _validate(running, work, batch_suite(), "raw/select_batches_to_check", dict)
        running.notes["warnings"] = sum(r.severity == WARNING and not r.is_met for r in (*everything, *results))
        summary = running.summary()
    raise_critical(results)
    return summary


def _validate(
    running: Stage, work: Work, suite: Suite, selection: str, prepare: Callable[[Row], Row]
) -> tuple[list[Row], tuple[CheckResult, ...]]:
    import pandas as pd

    rows = fetch_rows(running.connection, selection, {"work_key": work.key})
    results = validate(suite, pd.DataFrame([prepare(row) for row in rows]))
    record_results(running.connection, work.key, results, rows, day=datetime.now(UTC).date())
    return rows, results


def raise_critical(results: Sequence[CheckResult]) -> None:
    """Raise CriticalCheckError naming every critical expectation that is not met, with its remedy."""
    failed = [result for result in results if result.severity == CRITICAL and not result.is_met]
    if failed:
        said = "; ".join(f"{r.suite} {r.expectation} ({len(r.unexpected_rows)}): {r.remedy}" for r in failed)
        raise CriticalCheckError(f"not met: {said}")
