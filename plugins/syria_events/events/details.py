"""Small circumstances that English and Arabic share: at night or at noon, a market or a bus, a nurse or an imam.

They are what is left to compare where two reports have no word in common because they have no language in common.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise

NEIGHBOURING_HOURS = frozenset(
    map(frozenset, pairwise(("night", "dawn", "morning", "midday", "evening", "night"))),
)


def hours_of(words: Iterable[str]) -> frozenset[str]:
    """Return the times of day that normalised words name."""
    table = _details("hour")
    return frozenset(table[word] for word in words if word in table)


def hours_first_named(passages: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the times of day in the first passage that names any: what comes after may be another happening's."""
    return next((hours for passage in passages if (hours := hours_of(passage))), frozenset())


def tells_of_another(words: Iterable[str]) -> bool:
    """Say whether normalised words name a second or another happening of the kind."""
    return not _details("repetition").keys().isdisjoint(words)


def circumstances_of(words: Iterable[str]) -> frozenset[str]:
    """Return the targets and sorts of victims that normalised words name."""
    table = _details("target") | _details("victim")
    return frozenset(table[word] for word in words if word in table)


def hours_agree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether two reports may mean one hour: a time of day in common, or neighbouring ones."""
    return any(a == b or frozenset((a, b)) in NEIGHBOURING_HOURS for a in ours for b in theirs)


@cache
def _details(kind: str) -> dict[str, str]:
    table = files("syria_events.events") / "data" / "details.csv"
    with table.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["kind"] == kind]
    return {word: row["detail"] for row in rows for word in row["words"].split()}
