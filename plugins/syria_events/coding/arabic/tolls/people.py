"""People in a text: the nouns that a toll counts, and what is only a part of others."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.quantities import Quantity
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_ORDINALS = wordset("people.ordinals")
"""With their article they order days and years; "وأصيب ثالث" is one person more."""


@dataclass(frozen=True, slots=True)
class Victims:
    """A noun phrase of people; `quantity` null where it has no number."""

    quantity: Quantity | None
    victims: str
    first: int
    last: int
    least: int | None = None
    """How many a plural without a number means at the least."""


def person_at(reading: Reading, position: int) -> Found | None:
    """The people noun at a word; a singular reading before a plural one."""
    if reading.words[position] in _ORDINALS:
        return None
    hits = reading.at["people"].get(position, ())
    return min(hits, key=lambda hit: (len(hit.clitics), hit.label), default=None)


def is_part(reading: Reading, position: int) -> bool:
    """Say whether "among them" begins at a word: what follows is part of a toll, not one of its own."""
    return any(hit.label == "part" for hit in reading.at["numbers"].get(position, ()))
