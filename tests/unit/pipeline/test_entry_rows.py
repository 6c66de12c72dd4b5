"""A document's entries are sorted into new, updated, unchanged and repeated, and none gets lost between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from syria_events.model import Entry
from syria_events.pipeline.entry_rows import MOST_VERSIONS, day_of, sort_entries

SEEN = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
ENTRY = Entry("orontes", "1", "1", "https://o.example/1", "https://o.example/1", "Title", "Summary", "")


def known(entry: Entry, version: int = 1) -> dict[str, dict[str, object]]:
    return {entry.entry_id: {"latest_version": version, "content_hash": entry.content_hash}}


def test_entry_never_seen_is_new() -> None:
    assert sort_entries([ENTRY], {}).new == [ENTRY]


def test_same_wording_is_unchanged() -> None:
    assert sort_entries([ENTRY], known(ENTRY)).unchanged == 1


def test_edited_title_is_the_next_version() -> None:
    edited = replace(ENTRY, title="Title, corrected")
    assert sort_entries([edited], known(ENTRY, 3)).updated == [(edited, 4)]


def test_entry_that_changes_at_every_poll_stops_making_versions() -> None:
    counter = replace(ENTRY, summary="1,204 readers")
    assert sort_entries([counter], known(ENTRY, MOST_VERSIONS)).unchanged == 1


def test_identity_and_not_the_link_tells_entries_apart() -> None:
    moved = replace(ENTRY, url="https://o.example/moved")
    assert sort_entries([moved], known(ENTRY)).updated == [(moved, 2)]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2))), st.dictionaries(st.integers(0, 5), st.integers(0, 2)))
def test_counts_add_up_to_the_items_of_the_document(items: list[tuple[int, int]], stored: dict[int, int]) -> None:
    def entry(identity: int, wording: int) -> Entry:
        return replace(ENTRY, identity=str(identity), title=f"Title {wording}")

    rows = {k: v for i, w in stored.items() for k, v in known(entry(i, w)).items()}
    found = sort_entries([entry(i, w) for i, w in items], rows)
    assert len(found.new) + len(found.updated) + found.unchanged + found.repeated == len(items)


def test_day_is_that_of_publication_in_utc() -> None:
    published = datetime.fromisoformat("2026-11-23T01:30:00+03:00")
    assert day_of(replace(ENTRY, published_at=published), SEEN) == date(2026, 11, 22)


def test_undated_entry_is_filed_under_the_day_it_was_seen() -> None:
    assert day_of(ENTRY, SEEN) == date(2026, 11, 24)
