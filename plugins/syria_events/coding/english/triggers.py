"""Triggers: words that tell of a happening, read as noun or as verb, active or passive, by the words around them."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.english.inflection import BASE, ED, GERUND, PARTICIPLE, PRESENT
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.wordsets import wordset

BE = wordset("triggers.be")
_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
MODALS = wordset("triggers.modals")
DETERMINERS = wordset("triggers.determiners")
_AFTER_NOUN = wordset("triggers.after_noun")
_PLACE_OBJECTS = wordset("triggers.place_objects")


_ADJECTIVAL = frozenset(
    {"a", "an", "the", "its", "their", "his", "these", "those", "two", "three", "several", "many", "of"}
)
"""Words after which a form of -ed is an adjective: "two besieged towns"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger at words [first, last). `verb` false: a noun. `passive`: what stands before it is its object."""

    first: int
    last: int
    kind: Kind
    verb: bool
    passive: bool
    tag: str
    rule: str
    detail: str = ""


def triggers(scene: Scene, first: int, last: int) -> list[Trigger]:
    """Return the triggers in words [first, last), at most one per word, in the order of the text."""
    found: list[Trigger] = []
    for hit in scene.found("triggers", first, last):
        label = hit.entry.label
        if label.startswith("w_") or (found and hit.first < found[-1].last):
            continue
        trigger = _read(scene, hit, first, last)
        if trigger and _counts(scene, trigger, first, last):
            found.append(trigger)
    return found


def weapons(scene: Scene, first: int, last: int) -> list[Hit]:
    """Return the weapons named in words [first, last)."""
    return [hit for hit in scene.found("triggers", first, last) if hit.entry.label.startswith("w_")]


def _read(scene: Scene, hit: Hit, first: int, last: int) -> Trigger | None:
    entry = hit.entry
    kind = kinds()[entry.label]
    if entry.part == "noun" and entry.tag == "noun":
        if _is_verbal(scene, hit, first, last):
            return None
        return Trigger(hit.first, hit.last, kind, False, False, entry.tag, entry.rule, entry.detail)
    if entry.part == "word":
        return Trigger(hit.first, hit.last, kind, False, False, entry.tag, entry.rule, entry.detail)
    if not _may_be_verb(scene, hit, first, last):
        return None
    return Trigger(
        hit.first, hit.last, kind, True, is_passive(scene, hit, first, last), entry.tag, entry.rule, entry.detail
    )


def _is_verbal(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """Whether a form that the table has as a noun is a verb here: "to attack", "Israel strikes Syrian posts"."""
    words = scene.reading.words
    before = words[hit.first - 1] if hit.first > first else ""
    after = words[hit.last] if hit.last < last else ""
    if hit.last - hit.first > 1:
        return False
    if before in MODALS and before not in {"no"}:
        return not (before == "to" and after in _AFTER_NOUN - {"on", "in", "against", "at"})
    if before in DETERMINERS or after in _AFTER_NOUN or not after:
        return False
    plural = words[hit.first].endswith("s") and not words[hit.first].endswith("ss")
    return (
        plural
        and hit.first - 1 in scene.actor_at
        and (hit.last in scene.actor_at or after in {"the", "a", "its", "two", "three"})
    )


def _may_be_verb(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """Whether a verb's form is one here: "shells", "attack", "bombing" are nouns as well."""
    words = scene.reading.words
    tag = hit.entry.tag
    before = words[hit.first - 1] if hit.first > first else ""
    after = words[hit.last] if hit.last < last else ""
    if tag in {BASE, PRESENT} and _is_noun_too(scene, hit):
        return _is_verbal(scene, hit, first, last)
    if tag in {ED, PARTICIPLE} and before in _ADJECTIVAL and hit.last - hit.first == 1:
        return False
    if tag == BASE and before in DETERMINERS - {"and", "us", "regime", "rebel", "government"}:
        return False
    if tag == GERUND and words[hit.first] == "fighting" and hit.first - 1 in scene.actor_at:
        return False  # "rebels fighting Assad": who they are, not what they did
    if tag == GERUND and (before in DETERMINERS - {"after", "before", "by", "and"} or after in {"of", "by"}):
        return before in {"is", "are", "was", "were"}
    return True


def _is_noun_too(scene: Scene, hit: Hit) -> bool:
    return any(
        other.entry.tag == "noun" and other.first == hit.first
        for other in scene.found("triggers", hit.first, hit.first + 1)
    )


def is_passive(scene: Scene, hit: Hit, first: int, last: int) -> bool:
    """Whether a form of -ed has its object before it: after a form of be, or before "by", "in", "when"."""
    if hit.entry.tag not in {ED, PARTICIPLE}:
        return False
    words = scene.reading.words
    for position in range(hit.first - 1, max(first, hit.first - 5) - 1, -1):
        word = words[position]
        if word in BE:
            return True
        if word in _HAVE:
            return False
        if not (
            word.endswith("ly")
            or word in {"not", "also", "both", "and", "then", "later", "already", "being", "either", "or", "himself"}
        ):
            break
    if hit.entry.tag == PARTICIPLE:
        return True
    after = words[hit.last] if hit.last < last else ""
    return after in {"by", "when"}


def _counts(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
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


def used_weapons(scene: Scene, first: int, last: int) -> list[Hit]:
    """Return the weapons in words [first, last) that were used: not stocks, inspectors, depots, or what was shot down."""
    words = scene.reading.words
    return [
        hit
        for hit in weapons(scene, first, last)
        if _IDLE.isdisjoint(words[hit.last : hit.last + 2])
        and _STORED.isdisjoint(words[max(first, hit.first - 3) : hit.first])
    ]


_MODIFIED = frozenset(
    {"town", "site", "victims", "victim", "survivors", "survivor", "suspects", "investigators", "zone"}
)
_IDLE = wordset("triggers.idle")
_STORED = wordset("triggers.stored")


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


def heaviest(found: list[Trigger]) -> Trigger:
    """Return the trigger whose kind gives the type: the heaviest, of equals the first."""
    return max(found, key=lambda trigger: (trigger.kind.weight, -trigger.first))
