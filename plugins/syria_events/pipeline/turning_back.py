"""Turn back the rows that failed a critical expectation, and keep each whole with the reason and the remedy."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from syria_events import CODE_VERSION
from syria_events.pipeline.work import Work
from syria_events.quality.validation import CheckResult
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, execute

ROWS_AT_ONCE = 250
"""Rows hold whole articles: so many stay well below what one value of jsonb may hold."""


def turn_back(connection: Connection, work: Work, results: Sequence[CheckResult], rows: Sequence[Row]) -> list[str]:
    """Mark the failing ones among `rows`, keep them, and return their keys among the rejections."""
    failures = [failure for result in results for failure in _failures(result, rows)]
    reports = [row["report_id"] for result, row, _ in failures if result.suite == "reports"]
    execute(connection, "raw/reject_derived_reports", {"work_key": work.key, "report_ids": reports})
    _reject_articles(connection, work, [f for f in failures if f[0].suite != "reports"])
    for start in range(0, len(failures), ROWS_AT_ONCE):
        kept = [_kept(*failure) for failure in failures[start : start + ROWS_AT_ONCE]]
        rows_json = json.dumps(kept, default=str, ensure_ascii=False)
        execute(connection, "quality/upsert_rejected_rows", {"rows": rows_json})
    return ["\t".join((result.suite, row["row_key"], result.expectation)) for result, row, _ in failures]


def _failures(result: CheckResult, rows: Sequence[Row]) -> Iterator[tuple[CheckResult, Row, str]]:
    if result.severity == "critical":
        for position, observed in zip(result.unexpected_rows, result.observed, strict=True):
            yield result, rows[position], observed


def _reject_articles(connection: Connection, work: Work, failures: Sequence[tuple[CheckResult, Row, str]]) -> None:
    reasons: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for result, row, _ in failures:
        reasons[row["entry_id"], row["entry_version"]].append(f"{result.suite}: {result.notes}")
    parameters = {
        "work_key": work.key,
        "entry_ids": [entry_id for entry_id, _ in reasons],
        "entry_versions": [version for _, version in reasons],
        "reasons": ["; ".join(said) for said in reasons.values()],
    }
    execute(connection, "raw/reject_derived_articles", parameters)


def _kept(result: CheckResult, row: Row, observed: str) -> Row:
    return {
        "suite": result.suite,
        "row_key": row["row_key"],
        "expectation": result.expectation,
        "notes": result.notes,
        "remedy": result.remedy,
        "observed": observed,
        "rejected_row": row,
        "entry_id": row["entry_id"],
        "entry_version": row["entry_version"],
        "batch_id": row["batch_id"],
        "code_version": CODE_VERSION,
    }
