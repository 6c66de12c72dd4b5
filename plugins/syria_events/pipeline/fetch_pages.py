"""Fetch the pages of a batch that are worth it, land them, and note what came of each attempt."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from syria_events.landing.writing import LandingWriter
from syria_events.model import LandingRef
from syria_events.pipeline.client import polite_client
from syria_events.pipeline.extract import judge_row
from syria_events.pipeline.work import Work, WorkError, stage
from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, execute, fetch_rows
from syria_events.web.client import FetchRequest, FetchResponse

MOST_ATTEMPTS = 4
"""After the last one the feed's own content has to serve."""
PAGES_AT_ONCE = 200
"""Pages per WARC file and transaction: what a crash costs at most."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request for the page of one entry version."""

    row: Row
    number: int


def fetch_pages(settings: Settings, work: Work, *, now: datetime) -> dict[str, int]:
    """Fetch what the batch still lacks. Pages already landed or refused are not asked for again."""
    if work.batch_id is None:
        raise WorkError(f"{work.key}: pages are fetched for batches; a day is derived from the landing alone")
    with transaction(settings.dsn) as connection:
        execute(connection, "raw/begin_batch", {"batch_id": work.batch_id})
        rows = fetch_rows(connection, "raw/select_work_entries", work.parameters)
        attempts = fetch_rows(connection, "raw/select_page_attempts", {"batch_id": work.batch_id})
    due = due_attempts(rows, attempts, now)
    states: dict[str, int] = {}
    for start in range(0, len(due), PAGES_AT_ONCE):
        chunk = due[start : start + PAGES_AT_ONCE]
        with stage(settings, work, "fetch_pages") as running:
            for page in _fetch(settings, work.batch_id, start, chunk, now):
                execute(running.connection, "raw/upsert_page", page)
                states[page["state"]] = states.get(page["state"], 0) + 1
            running.rows_in, running.rows_out = len(chunk), states.get("landed", 0)
    return {"asked": len(due), **states}


def due_attempts(rows: Sequence[Row], pages: Sequence[Row], now: datetime) -> list[Attempt]:
    """Choose the entry versions whose page is to be asked for now: with a link of their own, worth it, and due."""
    known = {(page["entry_id"], page["version"]): page for page in pages}
    due = []
    for row in rows:
        page = known.get((row["entry_id"], row["version"]))
        is_due = page is None or (page["state"] == "retry" and page["next_attempt_at"] <= now)
        is_owner = row["owner_entry_id"] in (None, row["entry_id"])
        if row["url"] and is_due and is_owner and judge_row(row).decision != "irrelevant":
            due.append(Attempt(row, page["attempts"] + 1 if page else 1))
    return due


def page_state(response: FetchResponse, attempt: int) -> str:
    """Say what a response means: `landed`, `refused` for good, to `retry`, or `failed` after the last attempt."""
    if response.error_class is None and response.status == 200:
        return "landed"
    if response.error_class in {"soft", "passing"}:
        return "retry" if attempt < MOST_ATTEMPTS else "failed"
    return "refused"


def _fetch(settings: Settings, batch_id: str, start: int, attempts: Sequence[Attempt], now: datetime) -> list[Row]:
    """Fetch, land, and return the rows for raw.page. The rows are true once the writer is closed."""
    stamp = f"{now:%Y%m%dT%H%M%S%f}"
    name = f"pages/{now:%Y/%m/%d}/{batch_id}-{stamp}-{start:04d}"
    by_key = {f"{a.row['entry_id']}/{a.row['version']}": a for a in attempts}
    requests = [FetchRequest(url=a.row["url"], purpose="page", key=key) for key, a in by_key.items()]
    pages: list[Row] = []

    async def run(writer: LandingWriter) -> None:
        async with polite_client(settings) as client:
            async for request, response in client.fetch_all(requests):
                ref = writer.add(response) if response.status is not None else None
                pages.append(_row(by_key[request.key], response, ref, settings.page_retry_seconds))

    with LandingWriter(settings.landing_url, name) as writer:
        asyncio.run(run(writer))
    return sorted(pages, key=lambda page: (page["entry_id"], page["version"]))


def _row(attempt: Attempt, response: FetchResponse, ref: LandingRef | None, retry_seconds: float) -> Row:
    state = page_state(response, attempt.number)
    wait = timedelta(seconds=retry_seconds) * 2 ** (attempt.number - 1)
    if response.retry_after_seconds is not None:
        wait = max(wait, timedelta(seconds=response.retry_after_seconds))
    return {
        "entry_id": attempt.row["entry_id"],
        "version": attempt.row["version"],
        "url": attempt.row["url"],
        "final_url": response.final_url,
        "fetched_at": response.started_at,
        "http_status": response.status,
        "state": state,
        "error_class": response.error_class,
        "error": response.error,
        "attempts": attempt.number,
        "next_attempt_at": response.started_at + wait if state == "retry" else None,
        "body_bytes": len(response.body),
        "elapsed_ms": response.elapsed_ms,
        "landing_file": ref.file if ref else None,
        "landing_offset": ref.offset if ref else None,
        "landing_length": ref.length if ref else None,
        "landing_sha256": ref.sha256 if ref else None,
    }
