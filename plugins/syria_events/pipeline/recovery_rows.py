"""Store what a search found: entries that no feed had brought, the requests made, and which ways are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from syria_events.model import Entry, LandingRef
from syria_events.pipeline.entry_rows import ENTRY_COLUMNS, VERSION_COLUMNS, entry_cells, version_cells
from syria_events.pipeline.searching import Asked, Searched
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, copy_rows, execute, fetch_rows


@dataclass(slots=True)
class Sifted:
    """The entries of one answer, sifted; the counts add up to the entries of the document."""

    new: list[Entry] = field(default_factory=list)
    known: int = 0
    repeated: int = 0


@dataclass(slots=True)
class Sieve:
    """Lets through each entry once: not what is stored, by identity or by canonical URL, nor what came before."""

    known_ids: frozenset[str]
    known_links: frozenset[str]
    seen: set[str] = field(default_factory=set)

    def sift(self, entries: Sequence[Entry]) -> Sifted:
        """Sort the entries of one answer."""
        sifted = Sifted()
        for entry in entries:
            keys = {key for key in (entry.entry_id, entry.canonical_url) if key}
            if keys & self.seen:
                sifted.repeated += 1
            elif keys & (self.known_ids | self.known_links):
                sifted.known += 1
            else:
                sifted.new.append(entry)
            self.seen |= keys
        return sifted


def store_searches(
    connection: Connection, batch_id: str, searches: Sequence[Searched], *, now: datetime
) -> dict[str, int]:
    """Store in the caller's transaction; the batch is opened only where something is new. Returns counts."""
    execute(connection, "raw/lock_entries")
    sieve = _sieve(connection, searches)
    sifted = [(found, asked, sieve.sift(entries)) for found, asked, entries in _answers(searches)]
    new = [(asked, entry) for _, asked, part in sifted for entry in part.new]
    if new:
        execute(connection, "raw/open_recovery_batch", {"batch_id": batch_id, "now": now})
        _store_entries(connection, batch_id, new)
    for found, asked, part in sifted:
        row = _request_row(found, asked, part, batch_id if part.new else None)
        execute(connection, "raw/insert_recovery_request", row)
    for found in searches:
        _store_ways(connection, found, now)
    return {
        "asked": len(sifted),
        "new": len(new),
        "known": sum(part.known for _, _, part in sifted),
        "repeated": sum(part.repeated for _, _, part in sifted),
    }


def _answers(searches: Sequence[Searched]) -> Iterator[tuple[Searched, Asked, Sequence[Entry]]]:
    for found in searches:
        for url, asked in found.asked.items():
            yield found, asked, found.entries_at(url)


def _sieve(connection: Connection, searches: Sequence[Searched]) -> Sieve:
    entries = [entry for _, _, found in _answers(searches) for entry in found]
    ids = {"entry_ids": sorted({entry.entry_id for entry in entries})}
    links = {"canonical_urls": sorted({entry.canonical_url for entry in entries if entry.canonical_url})}
    return Sieve(
        frozenset(row["entry_id"] for row in fetch_rows(connection, "raw/select_known_entries", ids)),
        frozenset(row["canonical_url"] for row in fetch_rows(connection, "raw/select_known_links", links)),
    )


def _store_entries(connection: Connection, batch_id: str, new: Sequence[tuple[Asked, Entry]]) -> None:
    entries, versions = [], []
    for asked, entry in new:
        assert asked.ref is not None, "an answer with entries has a body"
        seen_at = asked.response.started_at
        entries.append(entry_cells(entry, seen_at, asked.way))
        versions.append(version_cells(entry, 1, batch_id, seen_at, asked.ref))
    copy_rows(connection, "raw.entry", ENTRY_COLUMNS, entries)
    copy_rows(connection, "raw.entry_version", VERSION_COLUMNS, versions)


def _request_row(found: Searched, asked: Asked, part: Sifted, batch_id: str | None) -> Row:
    response = asked.response
    return {
        "feed_slug": found.quest.feed.slug,
        "way": asked.way,
        "day": found.quest.day,
        "batch_id": batch_id,
        "asked_at": response.started_at,
        "url": _storable(response.url),
        "http_status": response.status,
        "error_class": response.error_class,
        "error": _storable(response.error),
        "body_bytes": asked.body_bytes,
        "elapsed_ms": response.elapsed_ms,
        "entry_count": len(part.new) + part.known + part.repeated,
        "new_count": len(part.new),
        "known_count": part.known,
        "repeated_count": part.repeated,
        **_landing_cells(asked.ref),
    }


def _landing_cells(ref: LandingRef | None) -> Mapping[str, object]:
    names = ("file", "offset", "length", "sha256")
    return {f"landing_{name}": getattr(ref, name) if ref else None for name in names}


def _store_ways(connection: Connection, found: Searched, now: datetime) -> None:
    for way, verdict in found.verdicts.items():
        parameters = {
            "feed_slug": found.quest.feed.slug,
            "way": way,
            "is_offered": verdict.is_offered,
            "address": _storable(verdict.address),
            "evidence": _storable(verdict.evidence),
            "seen_at": now,
        }
        execute(connection, "raw/upsert_feed_way", parameters)


def _storable(text: str | None) -> str | None:
    """Take out what PostgreSQL stores in no text: addresses and errors carry words of strangers."""
    return text.replace("\0", "").encode("utf-8", "replace").decode() if text else text
