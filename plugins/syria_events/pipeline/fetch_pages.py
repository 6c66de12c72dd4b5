"""Fetch the pages of a batch that are worth it, land them, and note what came of each attempt."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from syria_events.articles.page import PageInput
from syria_events.landing.writing import LandingWriter
from syria_events.model import LandingRef
from syria_events.pipeline.client import polite_client, remember_robots, remembered_robots
from syria_events.pipeline.extract import SETTLED_BY_ENTRY, judge_row
from syria_events.pipeline.host_lines import count_lines
from syria_events.pipeline.work import Work, WorkError, stage
from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, execute, fetch_rows
from syria_events.web.robots import RobotsRecord
from syria_events.wire.exchange import FetchRequest, FetchResponse

MOST_ATTEMPTS = 4
"""After the last one the feed's own content has to serve."""
PAGES_AT_ONCE = 200
"""Pages per WARC file and transaction: what a crash costs at most."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request for the page of one entry version."""

    row: Row
    number: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a chunk of attempts came to."""

    pages: list[Row]
    """Rows for raw.page."""
    landed: list[tuple[datetime, str, PageInput]]
    """Fetch time, canonical URL and page of those that landed."""
    robots: list[RobotsRecord]


def fetch_pages(settings: Settings, work: Work, *, now: datetime) -> dict[str, int]:
    """Fetch what the batch still lacks. Pages already landed or refused are not asked for again."""
    if work.batch_id is None:
        raise WorkError(f"{work.key}: pages are fetched for batches; a day is derived from the landing alone")
    with transaction(settings.dsn) as connection:
        execute(connection, "raw/begin_batch", {"batch_id": work.batch_id})
        rows = fetch_rows(connection, "raw/select_work_entries", work.parameters)
        attempts = fetch_rows(connection, "raw/select_page_attempts", {"batch_id": work.batch_id})
        robots = remembered_robots(connection, now=now)
    due = due_attempts(rows, attempts, now)
    states: Counter[str] = Counter()
    for start in range(0, len(due), PAGES_AT_ONCE):
        chunk = due[start : start + PAGES_AT_ONCE]
        with stage(settings, work, "fetch_pages") as running:
            fetched = _fetch(settings, f"{work.batch_id}-{now:%Y%m%dT%H%M%S%f}-{start:04d}", chunk, robots, now)
            for page in fetched.pages:
                execute(running.connection, "raw/upsert_page", page)
            count_lines(running.connection, fetched.landed)
            remember_robots(running.connection, fetched.robots)
            robots = fetched.robots
            states.update(page["state"] for page in fetched.pages)
            running.rows_in, running.rows_out = start + len(chunk), states["landed"]
    return {"asked": len(due), **states}


def due_attempts(rows: Sequence[Row], pages: Sequence[Row], now: datetime) -> list[Attempt]:
    """Choose the entry versions whose page is to be asked for now: with a link of their own, worth it, and due."""
    known = {(page["entry_id"], page["version"]): page for page in pages}
    due = []
    for row in rows:
        page = known.get((row["entry_id"], row["version"]))
        is_due = page is None or (page["state"] == "retry" and page["next_attempt_at"] <= now)
        is_owner = row["owner_entry_id"] in (None, row["entry_id"])
        if row["url"] and is_due and is_owner and judge_row(row).decision not in SETTLED_BY_ENTRY:
            due.append(Attempt(row, page["attempts"] + 1 if page else 1))
    return due


def page_state(response: FetchResponse, attempt: int) -> str:
    """Say what a response means: `landed`, `refused` for good, to `retry`, or `failed` after the last attempt."""
    if response.error_class is None and response.status == 200:
        return "landed"
    if response.error_class in {"soft", "passing"}:
        return "retry" if attempt < MOST_ATTEMPTS else "failed"
    return "refused"


def _fetch(
    settings: Settings, name: str, attempts: Sequence[Attempt], robots: Sequence[RobotsRecord], now: datetime
) -> Fetched:
    """Fetch and land. What is returned is true once the writer is closed, and it is."""
    by_key = {f"{a.row['entry_id']}/{a.row['version']}": a for a in attempts}
    requests = [FetchRequest(url=a.row["url"], purpose="page", key=key) for key, a in by_key.items()]
    fetched = Fetched([], [], [])

    async def run(writer: LandingWriter) -> None:
        async with polite_client(settings, robots=robots) as client:
            async for request, response in client.fetch_all(requests):
                attempt = by_key[request.key]
                ref = writer.add(response) if response.status is not None else None
                page = _row(attempt, response, ref, settings.page_retry_seconds)
                fetched.pages.append(page)
                if page["state"] == "landed":
                    fetched.landed.append((response.started_at, attempt.row["canonical_url"], _input(response)))
            fetched.robots.extend(client.robots.records.values())

    with LandingWriter(settings.landing_url, f"pages/{now:%Y/%m/%d}/{name}") as writer:
        asyncio.run(run(writer))
    fetched.pages.sort(key=lambda page: (page["entry_id"], page["version"]))
    return fetched


def _input(response: FetchResponse) -> PageInput:
    return PageInput(body=response.body, content_type=response.content_type, url=response.final_url, status=200)


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
