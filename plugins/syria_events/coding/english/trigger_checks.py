"""Whether what goes with a trigger makes it one: a weapon, a place, people."""

from __future__ import annotations

from syria_events.coding.english.inflection import ED
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.wordsets import wordset

_PLACE_OBJECTS = wordset("triggers.place_objects")
_MODIFIED = frozenset(
    {"town", "site", "victims", "victim", "survivors", "survivor", "suspects", "investigators", "zone"}
)
_IDLE = wordset("triggers.idle")
_STORED = wordset("triggers.stored")


def counts(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether what goes with a trigger makes it one: throwing needs a weapon, "seize" a place, "release" people."""
    if (
        not trigger.verb
        and trigger.kind.family == "attack"
        and not _MODIFIED.isdisjoint(scene.reading.words[trigger.last : trigger.last + 1])
    ):
        return False  # "the chemical attack town", "attack victims"
    if trigger.kind.name == "launch":
        return _throws(scene, trigger, first, last)
    if trigger.kind.name == "blast" and not trigger.verb and _only_heard(scene, trigger, last):
        return False
    if not trigger.verb:
        return True
    if trigger.kind.name == "accuse" and scene.reading.words[trigger.last : trigger.last + 1] == ("on",):
        return False  # "a bombing blamed on the group": the bombing is what is told
    if trigger.detail == "place":
        return takes_place(scene, trigger, last)
    if trigger.detail == "person":
        around = (first, trigger.first) if trigger.passive else (trigger.last, trigger.last + 6)
        return any(
            position in scene.actor_at or scene.found("people", position, position + 1)
            for position in range(max(first, around[1] - 8, around[0]), min(last, around[1]))
        )
    if trigger.detail == "aux" and trigger.tag == ED:
        return trigger.passive and scene.reading.words[trigger.last : trigger.last + 1] != ("by",)
    return True


def _throws(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a verb such as "drop" has a weapon about it, one such as "destroy" a weapon before it."""
    words = scene.reading.words
    return any(
        hit.entry.label != "w_gun"
        and (trigger.detail != "before" or hit.first < trigger.first or words[hit.first - 1] in {"using", "with"})
        for hit in used_weapons(scene, first, last)
    )


def _only_heard(scene: Scene, trigger: Trigger, last: int) -> bool:
    words = scene.reading.words
    return (
        "heard" in words[trigger.last : min(last, trigger.last + 6)]
        or "sound" in words[max(0, trigger.first - 4) : trigger.first]
    )


def weapons(scene: Scene, first: int, last: int) -> list[Hit]:
    """Return the weapons named in words [first, last)."""
    return [hit for hit in scene.found("triggers", first, last) if hit.entry.label.startswith("w_")]


def used_weapons(scene: Scene, first: int, last: int) -> list[Hit]:
    """Return the weapons in words [first, last) that were used: not stocks, depots, or what was shot down."""
    words = scene.reading.words
    return [
        hit
        for hit in weapons(scene, first, last)
        if _IDLE.isdisjoint(words[hit.last : hit.last + 2])
        and _STORED.isdisjoint(words[max(first, hit.first - 3) : hit.first])
    ]


def takes_place(scene: Scene, trigger: Trigger, last: int) -> bool:
    """Whether the object of "capture", "seize" is a place, not people or goods."""
    words = scene.reading.words
    if trigger.passive or not trigger.verb:
        return True
    for position in range(trigger.last, min(last, trigger.last + 9)):
        if words[position] in _PLACE_OBJECTS:
            return True
        if words[position] in {".", ";", "in", "from", "near", "after", "when"}:
            break
    return any(
        located.first < trigger.last + 5
        for located in scene.places_in(trigger.last, last)
        if not _inside_in(words, trigger, located.first)
    )


def _inside_in(words: tuple[str, ...], trigger: Trigger, position: int) -> bool:
    return any(word in {"in", "near", "from", "at"} for word in words[trigger.last : position])
