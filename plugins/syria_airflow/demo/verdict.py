"""Hold what the warehouse has against what the newsroom knows to be true."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from syria_events.urls import canonical_url
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, fetch_rows

OUTCOMES = ("loaded", "rejected", "irrelevant", "duplicate", "pending")


def differences(dsn: str, truth: dict[str, Any]) -> list[str]:
    """Return what differs, in words; empty where every entry came to what it should, and the counts add up."""
    with transaction(dsn) as connection:
        (counts,) = fetch_rows(connection, "quality/sum_batch_counts")
        stored = fetch_rows(connection, "raw/select_outcomes")
    return [*_wrong_totals(counts, truth["totals"]), *_wrong_entries(stored, truth["entries"])]


def _wrong_totals(counts: Row, totals: dict[str, int]) -> list[str]:
    wrong = [] if counts["is_conserved"] else ["the counts of a batch do not add up"]
    expected = {"seen": totals["entries"], **{name: totals[name] for name in OUTCOMES}}
    return wrong + [
        f"{counts[name]} entries {name} instead of {number}"
        for name, number in expected.items()
        if counts[name] != number
    ]


def _wrong_entries(stored: list[Row], entries: list[dict[str, Any]]) -> list[str]:
    """Compare by link, or by title where there is none: which of two feeds owns a link depends on who was first."""
    found, expected = defaultdict(list), defaultdict(list)
    for row in stored:
        found[row["canonical_url"] or row["title"]].append(row["outcome"])
    titles = {}
    for entry in entries:
        link = canonical_url(entry["url"])
        key = link if link in found else entry["title"]
        titles[key] = entry["title"]
        expected[key].append(entry["outcome"])
    return [
        f"{titles[key]!r} became {sorted(found[key]) or 'nothing'} instead of {sorted(outcomes)}"
        for key, outcomes in expected.items()
        if sorted(found[key]) != sorted(outcomes)
    ]
