"""Sets of words that the rules ask about, read from one table a language, so that a maintainer sees them together."""

from __future__ import annotations

from functools import cache

from syria_events.coding.tables import rows
from syria_events.model import SyriaEventsError


class LexiconError(SyriaEventsError):
    """A row of a lexicon that cannot be understood, or one that is missing."""


def words_of(language: str, name: str) -> frozenset[str]:
    """Return a set of `lexicon_<language>_words.csv`. Raises LexiconError where the table has no such set."""
    table = f"lexicon_{language}_words.csv"
    try:
        return _sets(table)[name]
    except KeyError:
        raise LexiconError(f"{table} has no set {name!r}: add a row for it") from None


@cache
def _sets(table: str) -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for _, row in rows(table)}
