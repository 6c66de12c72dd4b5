"""Weapons that words name, and whether they were used."""

from __future__ import annotations

from itertools import pairwise

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_IDLE = wordset("triggers.idle")
_STORED = wordset("triggers.stored")
_HOUSEHOLD = frozenset({"tank", "tanks", "cylinder", "cylinders", "stove", "heater", "leak", "leaks"})
"""What "gas" stands before in kitchens."""
_HELD_IN_TANKS = frozenset({"gas", "fuel", "water", "oil", "petrol", "diesel", "septic"})
_SUPPORT = frozenset({"backed", "supported", "accompanied", "aided"})


def weapons(scene: Scene, first: int, last: int) -> list[Hit]:
    """Return the weapons named in words [first, last)."""
    return [hit for hit in scene.found("triggers", first, last) if hit.entry.label.startswith("w_")]


def used_weapons(scene: Scene, first: int, last: int) -> list[Hit]:
    """Return the weapons in words [first, last) that were used: not stocks, what was shot down, or gave support."""
    words = scene.reading.words
    return [
        hit
        for hit in weapons(scene, first, last)
        if _IDLE.isdisjoint(words[hit.last : hit.last + 2])
        and _STORED.isdisjoint(words[max(first, hit.first - 3) : hit.first])
        and _SUPPORT.isdisjoint(words[max(first, hit.first - 5) : hit.first])
        and not _is_no_weapon(words, hit)
        and ("shot", "down") not in pairwise(words[max(first, hit.first - 4) : hit.first])
    ]


def _is_no_weapon(words: tuple[str, ...], hit: Hit) -> bool:
    """ "A gas tank", "the shell of a truck"."""
    after = words[hit.last : hit.last + 1]
    if words[hit.first] in {"tank", "tanks"}:
        return hit.first > 0 and words[hit.first - 1] in _HELD_IN_TANKS
    if words[hit.first] == "gas":
        return not _HOUSEHOLD.isdisjoint(after)
    return words[hit.first] == "shell" and after == ("of",)
