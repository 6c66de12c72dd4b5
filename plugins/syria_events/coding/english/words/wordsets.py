"""Sets of words that the rules ask about, read from one table, so that a maintainer sees and edits them together."""

from __future__ import annotations

from functools import cache

from syria_events.coding.tables import rows
from syria_events.model import SyriaEventsError


class LexiconError(SyriaEventsError):
    """A row of a lexicon that cannot be understood, or one that is missing."""


def wordset(name: str) -> frozenset[str]:
    """Return a set of `lexicon_en_words.csv`. Raises LexiconError where the table has no such set."""
    try:
        return _sets()[name]
    except KeyError:
        raise LexiconError(f"lexicon_en_words.csv has no set {name!r}: add a row for it") from None


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"].split()) for _, row in rows("lexicon_en_words.csv")}
