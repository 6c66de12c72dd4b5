"""From where fire came: "من مواقع قوات … في الفوج 46", "قصف مصدره قوات … شمالي حلب"; the happening is where it fell."""

from __future__ import annotations

from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_REACH = 7
"""Words before a name in which the source of the fire begins."""
_SITES = wordset("launching.sites")
_SOURCE = wordset("launching.source")
_FELL = frozenset({"علي", "استهدف", "استهدفت", "طال", "طالت", "باتجاه", "نحو", "الي", "،", ".", ":", "\n"})
"""Words after which it is told where the fire fell."""


def is_launching_site(reading: Reading, clause: Clause, first: int) -> bool:
    """Say whether the place that begins at a word is where the fire came from."""
    words = reading.words
    for position in range(first - 1, max(clause.first, first - _REACH) - 1, -1):
        if words[position] in _FELL:
            return False
        if words[position] in _SOURCE:
            return True
        if words[position] == "من" and words[position + 1] in _SITES:
            return True
    return False
