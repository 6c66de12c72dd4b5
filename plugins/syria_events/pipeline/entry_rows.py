"""Entries of a feed document against what is stored: new, updated, unchanged or repeated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from syria_events.model import Entry, LandingRef
from syria_events.warehouse.rows import Row

MOST_VERSIONS = 24
"""An entry edited more often than this shows a counter or an advertisement, not an edit (lemon24/reader's limit)."""

ENTRY_COLUMNS = ("entry_id", "feed_slug", "identity", "guid", "first_seen_at", "found_by")
VERSION_COLUMNS = (
    "entry_id", "version", "batch_id", "seen_at", "day", "content_hash", "url", "canonical_url", "title", "summary",
    "content", "authors", "categories", "language", "published_at", "published_raw", "published_null_reason",
    "updated_at", "landing_file", "landing_offset", "landing_length", "landing_sha256",
)  # fmt: skip


@dataclass(slots=True)
class Sorted:
    """The entries of one document, sorted; the four counts add up to the items of the document."""

    new: list[Entry] = field(default_factory=list)
    updated: list[tuple[Entry, int]] = field(default_factory=list)
    """With the number of the version that each becomes."""
    unchanged: int = 0
    repeated: int = 0

    @property
    def has_any(self) -> bool:
        """Whether there is anything to hand over."""
        return bool(self.new or self.updated)


def sort_entries(entries: Iterable[Entry], known: Mapping[str, Row]) -> Sorted:
    """Sort entries by what `select_known_entries` says of them."""
    result, seen = Sorted(), set()
    for entry in entries:
        stored = known.get(entry.entry_id)
        if entry.entry_id in seen:
            result.repeated += 1
        elif stored is None:
            result.new.append(entry)
        elif stored["content_hash"] == entry.content_hash or stored["latest_version"] >= MOST_VERSIONS:
            result.unchanged += 1
        else:
            result.updated.append((entry, stored["latest_version"] + 1))
        seen.add(entry.entry_id)
    return result


def day_of(entry: Entry, seen_at: datetime) -> date:
    """Return the UTC day that an entry is filed under: that of publication, else of first sight."""
    return (entry.published_at or seen_at).astimezone(UTC).date()


def entry_cells(entry: Entry, seen_at: datetime, found_by: str = "poll") -> list[object]:
    """Return the cells of ENTRY_COLUMNS."""
    return [entry.entry_id, entry.feed_slug, entry.identity, entry.guid, seen_at, found_by]


def version_cells(entry: Entry, version: int, batch_id: str, seen_at: datetime, ref: LandingRef) -> list[object]:
    """Return the cells of VERSION_COLUMNS."""
    return [
        entry.entry_id, version, batch_id, seen_at, day_of(entry, seen_at), entry.content_hash, entry.url,
        entry.canonical_url, entry.title, entry.summary, entry.content, entry.authors, entry.categories, entry.language,
        entry.published_at, entry.published_raw, entry.published_null_reason, entry.updated_at, ref.file, ref.offset,
        ref.length, ref.sha256,
    ]  # fmt: skip
