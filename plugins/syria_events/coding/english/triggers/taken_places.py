"""Whether what is captured, seized or falls is a place, not people or goods; to whom it falls."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

PLACE_OBJECTS = wordset("triggers.place_objects")
_HELD = frozenset({"cell", "cells", "members", "member", "suspects", "suspect", "leader", "commander", "smugglers"})
_OF_PEOPLE_TOO = (": free", ": hand over", ": turn over")
_OBJECT_ENDS = frozenset({".", ";", "in", "from", "near", "after", "when", "at", "inside", "during", "while"})
_TAKER = 4
"""Words behind "fell to" in which he stands to whom a place fell."""
_SUBJECT = 9
"""How many words before a passive verb its subject may begin."""


def takes_place(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether the object of "capture", "seize" is a place, not people or goods."""
    if trigger.passive:
        if "who" in scene.reading.words[max(first, trigger.first - _SUBJECT) : trigger.first]:
            return False
        if trigger.rule.endswith(_OF_PEOPLE_TOO):  # not "most of those are freed", "two men of Homs were handed over"
            subject = (max(first, trigger.first - _SUBJECT), trigger.first)
            held = any(hit.entry.label == "abduction" for hit in scene.found("triggers", first, trigger.first))
            return bool(scene.places_in(*subject)) and not held and not scene.found("people", *subject)
        return _names_place(scene, max(first, trigger.first - _SUBJECT), trigger.first)
    return _object_is_place(scene, trigger.last, last)


def falls_to(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a place falls to somebody: "Palmyra fell to the group", not prices to a level."""
    subject = (max(first, trigger.first - _SUBJECT), trigger.first)
    return bool(scene.actors_in(trigger.last, min(last, trigger.last + _TAKER))) and _names_place(scene, *subject)


def loses_place(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a side loses a place: "the army lost the town", "rebels lost control of Morek", no driver and no club."""
    if not any(is_armed(named.group) for named in scene.actors_in(first, trigger.first)):
        return False
    named = not PLACE_OBJECTS.isdisjoint(scene.reading.words[trigger.first : trigger.last])
    return named or _object_is_place(scene, trigger.last, last)


def _object_is_place(scene: Scene, start: int, last: int) -> bool:
    """Whether the object that begins at word `start` is a place: "the town", not "three men in the town"."""
    words = scene.reading.words
    end = min(last, start + 9)
    end = next((position for position in range(start, end) if words[position] in _OBJECT_ENDS), end)
    if PLACE_OBJECTS.isdisjoint(words[start:end]) and _takes_people(scene, start, min(end, start + 3)):
        return False
    if not PLACE_OBJECTS.isdisjoint(words[start:end]):
        return True
    held = not _HELD.isdisjoint(words[start:end]) or bool(scene.found("people", start, end))
    return not held and bool(scene.places_in(start, min(end, start + 5)))


def _takes_people(scene: Scene, start: int, end: int) -> bool:
    """Whether people are seized: "four members of a cell in Daraa"."""
    hits = scene.found("people", start, end)
    return any(hit.entry.label != "unknown" and hit.entry.part == "noun" for hit in hits)


def _names_place(scene: Scene, first: int, last: int) -> bool:
    """Whether words [first, last) name a place, or stand for one ("it", "they")."""
    words = scene.reading.words[first:last]
    return bool(
        PLACE_OBJECTS.intersection(words) or {"it", "which", "they"} & set(words) or scene.places_in(first, last)
    )


def is_of_place(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a noun such as "capture" or "fall" has a place about it: "the fall of Idlib", "Idlib's capture"."""
    words = scene.reading.words
    if words[trigger.last : trigger.last + 1] == ("of",):
        return _object_is_place(scene, trigger.last + 1, last)
    return bool(scene.places_in(max(first, trigger.first - 3), trigger.first))
