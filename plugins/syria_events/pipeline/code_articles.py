"""Code the articles of a piece of work into reports."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from syria_events.articles.workers import Failure, warm_pool
from syria_events.coding.coder import CODED_LANGUAGES, CODER_VERSION
from syria_events.coding.isolated import BrokenTable, CodingJob
from syria_events.coding.places import default_gazetteer
from syria_events.coding.report_json import report_to_dict
from syria_events.model import Article, Report, SyriaEventsError, stable_id
from syria_events.pipeline.places import place_cells, store_places
from syria_events.pipeline.work import Stage, Work, stage
from syria_events.settings import Settings
from syria_events.warehouse.rows import Json, Row, copy_rows, execute, fetch_rows

logger = logging.getLogger(__name__)

COLUMNS = (
    "work_key", "report_id", "entry_id", "entry_version", "article_id", "content_hash", "rank", "realis", "plover_root",
    "plover_mode", "acled_event_type", "acled_sub_event_type", "event_start_date", "event_end_date", "date_precision",
    "place_id", "place_name", "admin1_pcode", "country", "lat", "lon", "place_precision", "place_start", "place_end",
    "place_null_reason", "claimed_by_name", "claimed_by_status", "coder_version", "evidence", "actors", "casualties",
)  # fmt: skip


SECONDS = 60.0
"""For one article, the first of a process with its tables; the slowest of the gold articles takes less than one."""
TARGET = "syria_events.coding.isolated:code_job"


class CodingError(SyriaEventsError):
    """A table of the coder is broken."""


def code_articles(settings: Settings, work: Work) -> dict[str, int]:
    """Code each article version of the work once. An article that breaks the coder is turned back, the others go on.

    The counts say of how many versions the language has no coder. Raises CodingError where no article can be coded,
    because a table of the coder is broken.
    """
    with stage(settings, work, "code") as running:
        execute(running.connection, "raw/clear_derived_reports", {"work_key": work.key})
        rows = fetch_rows(running.connection, "raw/select_articles_to_code", {"work_key": work.key})
        versions = {(row["article_id"], row["content_hash"]): row for row in reversed(rows)}
        coded = list(_code(running, work, list(reversed(versions.values())), settings.gazetteer_dir))
        gazetteer = default_gazetteer(settings.gazetteer_dir)
        store_places(running.connection, gazetteer, [report for _, reports in coded for report in reports])
        running.rows_out = copy_rows(running.connection, "raw.derived_report", COLUMNS, _cells(work.key, coded))
        running.rows_in = len(rows)
        running.notes["language_not_coded"] = sum(row["language"] not in CODED_LANGUAGES for row, _ in coded)
        execute(
            running.connection,
            "raw/update_coding_status",
            {"work_key": work.key, "languages": list(CODED_LANGUAGES)},
        )
        return running.summary()


def report_id(article_id: str, content_hash: str, report: Report) -> str:
    """Key of a report: article version, type and evidence."""
    spans = ";".join(f"{span.start}-{span.end}" for span in report.evidence)
    kind = report.acled_sub_event_type or report.plover_root
    return stable_id("r", article_id, content_hash, kind, report.plover_root, report.realis, spans)


def _code(
    running: Stage, work: Work, rows: Sequence[Row], gazetteer_dir: Path
) -> Iterator[tuple[Row, tuple[Report, ...]]]:
    """Yield the rows with their reports; whatever one article does to the coder does not stop the others."""
    pool = warm_pool(workers=1, seconds=SECONDS, target=TARGET)
    for row, found in zip(rows, pool.map(CodingJob(_article(row), gazetteer_dir) for row in rows), strict=True):
        if isinstance(found, BrokenTable):
            raise CodingError(found.message)
        if isinstance(found, Failure):
            _note_failure(running, work, row, found)
        yield row, () if isinstance(found, Failure) else found


def _note_failure(running: Stage, work: Work, row: Row, failure: Failure) -> None:
    error = failure.detail if failure.reason == "error" else f"{failure.reason}: {failure.detail}"
    logger.error("the coder broke on article %s: %s", row["article_id"], error)
    running.notes["broken"] = running.notes.get("broken", 0) + 1
    key = {"work_key": work.key, "article_id": row["article_id"], "content_hash": row["content_hash"]}
    execute(running.connection, "raw/note_coding_error", {**key, "error": error})


def _article(row: Row) -> Article:
    return Article(
        article_id=row["article_id"],
        url=row["url"],
        title=row["title"],
        text=row["body"],
        published_at=row["published_at"],
        language=row["language"],
    )


def _cells(work_key: str, coded: Sequence[tuple[Row, tuple[Report, ...]]]) -> Iterator[list[Any]]:
    for row, reports in coded:
        for key, report in _numbered(row, reports).items():
            cells = {
                "work_key": work_key,
                "report_id": key,
                **{name: row[name] for name in ("entry_id", "entry_version", "article_id", "content_hash")},
                **_report_cells(report),
            }
            yield [cells.get(column) for column in COLUMNS]


def _numbered(row: Row, reports: Sequence[Report]) -> dict[str, Report]:
    # Two reports of one article with one type on the same words would be one and the same row: the more salient stays.
    numbered: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: r.rank):
        numbered.setdefault(report_id(row["article_id"], row["content_hash"], report), report)
    return numbered


def _report_cells(report: Report) -> Row:
    as_json = report_to_dict(report)
    place, credit = report.place, report.claimed_by
    return {
        "rank": report.rank,
        "realis": report.realis,
        "plover_root": report.plover_root,
        "plover_mode": report.plover_mode,
        "acled_event_type": report.acled_event_type,
        "acled_sub_event_type": report.acled_sub_event_type,
        "event_start_date": report.event_date.start,
        "event_end_date": report.event_date.end,
        "date_precision": report.event_date.precision,
        **place_cells(place),
        "place_start": place.start if place else None,
        "place_end": place.end if place else None,
        "place_null_reason": report.place_null_reason,
        "claimed_by_name": credit.name if credit else None,
        "claimed_by_status": credit.status if credit else None,
        "coder_version": CODER_VERSION,
        "evidence": Json(as_json["evidence"]),
        "actors": Json(as_json["actors"]),
        "casualties": Json(as_json["casualties"]),
    }
