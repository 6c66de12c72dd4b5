"""Store what a poll brought: entries and their versions, the fetch history, the state of each feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter

from syria_events.feeds.schedule import Settled
from syria_events.model import Feed, LandingRef
from syria_events.pipeline.entry_rows import (
    ENTRY_COLUMNS,
    VERSION_COLUMNS,
    Sorted,
    entry_cells,
    sort_entries,
    version_cells,
)
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, copy_rows, execute, fetch_rows
from syria_events.wire.exchange import FetchResponse


@dataclass(frozen=True, slots=True)
class Fetched:
    """One feed, what it answered, and what that means."""

    feed: Feed
    response: FetchResponse
    """Without its bodies."""
    body_bytes: int
    wire_bytes: int
    ref: LandingRef | None
    settled: Settled


def store_fetches(
    connection: Connection, batch_id: str, fetched: Sequence[Fetched], *, now: datetime, started: float
) -> dict[str, object]:
    """Store all fetches of a poll in the caller's transaction; a batch is opened only where something is new."""
    execute(connection, "raw/lock_entries")
    sorted_by_slug = {f.feed.slug: _sort(connection, f) for f in fetched}
    has_any = any(found.has_any for found in sorted_by_slug.values())
    if has_any:
        execute(connection, "raw/insert_batch", {"batch_id": batch_id, "kind": "poll", "created_at": now})
        _store_entries(connection, batch_id, fetched, sorted_by_slug)
    for f in fetched:
        found = sorted_by_slug[f.feed.slug]
        execute(connection, "raw/insert_fetch", _fetch_row(f, found, batch_id if found.has_any else None))
        execute(connection, "raw/release_feed", _release_row(f))
    counts = {
        "feeds": len(fetched),
        "errors": sum(f.response.error is not None for f in fetched),
        "new": sum(len(found.new) for found in sorted_by_slug.values()),
        "updated": sum(len(found.updated) for found in sorted_by_slug.values()),
    }
    if has_any:
        stage = {"work_key": f"batch:{batch_id}", "stage": "poll", "seconds": perf_counter() - started}
        execute(
            connection,
            "quality/record_stage",
            {**stage, "rows_in": counts["feeds"], "rows_out": counts["new"] + counts["updated"]},
        )
    return {"batch_id": batch_id if has_any else None, **counts}


def _sort(connection: Connection, fetched: Fetched) -> Sorted:
    entries = fetched.settled.parsed.entries if fetched.settled.parsed else ()
    known = fetch_rows(connection, "raw/select_known_entries", {"entry_ids": [entry.entry_id for entry in entries]})
    return sort_entries(entries, {row["entry_id"]: row for row in known})


def _store_entries(
    connection: Connection, batch_id: str, fetched: Sequence[Fetched], sorted_by_slug: dict[str, Sorted]
) -> None:
    entries: list[list[object]] = []
    versions: list[list[object]] = []
    for f in fetched:
        found, seen_at = sorted_by_slug[f.feed.slug], f.response.started_at
        if f.ref is None:
            continue
        entries += [entry_cells(entry, seen_at) for entry in found.new]
        numbered = [(entry, 1) for entry in found.new] + found.updated
        versions += [version_cells(entry, version, batch_id, seen_at, f.ref) for entry, version in numbered]
    copy_rows(connection, "raw.entry", ENTRY_COLUMNS, entries)
    copy_rows(connection, "raw.entry_version", VERSION_COLUMNS, versions)
    execute(connection, "raw/raise_latest_versions", {"batch_id": batch_id})


def _fetch_row(fetched: Fetched, found: Sorted, batch_id: str | None) -> Row:
    response, ref, settled = fetched.response, fetched.ref, fetched.settled
    return {
        "feed_slug": fetched.feed.slug,
        "batch_id": batch_id,
        "started_at": response.started_at,
        "url": response.url,
        "final_url": response.final_url,
        "http_status": response.status,
        "outcome": settled.outcome.kind,
        "error_class": response.error_class,
        "error": response.error or settled.outcome.error,
        "body_bytes": fetched.body_bytes,
        "wire_bytes": fetched.wire_bytes,
        "elapsed_ms": response.elapsed_ms,
        "entry_count": len(found.new) + len(found.updated) + found.unchanged + found.repeated,
        "new_count": len(found.new),
        "updated_count": len(found.updated),
        "unchanged_count": found.unchanged,
        "repeated_count": found.repeated,
        "has_lost_overlap": settled.outcome.has_lost_overlap,
        "next_check_at": settled.state.next_check_at,
        "next_reason": settled.reason,
        "landing_file": ref.file if ref else None,
        "landing_offset": ref.offset if ref else None,
        "landing_length": ref.length if ref else None,
        "landing_sha256": ref.sha256 if ref else None,
    }


def _release_row(fetched: Fetched) -> Row:
    state = fetched.settled.state
    return {
        "slug": fetched.feed.slug,
        "polling": json.dumps(state.to_row(), default=str),
        "next_check_at": state.next_check_at,
        "status": state.status,
    }
