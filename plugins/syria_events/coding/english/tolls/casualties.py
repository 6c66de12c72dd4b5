"""Casualties as claims: who was harmed, how many, and how the words hedge it."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.counting import REPLACED, counted
from syria_events.coding.english.tolls.harm_frame import Frame
from syria_events.coding.english.tolls.sides_of_people import People
from syria_events.coding.english.tolls.victims import victims
from syria_events.coding.english.words.inflection import ED
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.number_words import Quantity, quantity_at
from syria_events.coding.english.words.wordsets import wordset

_NO_DEATH_AFTER = wordset("casualties.no_death_after")
_OF_THE_WOUNDED = frozenset({("of", "the", "wounded"), ("of", "the", "injured"), ("of", "the", "missing")})
"""Who they are of whom something else is told: "three of the wounded died"."""
_BODIES = frozenset({"body", "bodies", "corpse", "corpses"})
_OBJECT = 6
"""Words behind a verb in which its object stands."""
_NUMBER_ENDS = frozenset({"half", "million", "thousand", "hundred"})
"""Ends of a number before "displaced people": who they are, not what became of them."""
_NONE = ("no casualties", "no deaths", "no fatalities", "no human casualties", "no civilian casualties")
_NONE_TOO = ("no human losses", "without casualties", "without any casualties", "without causing casualties")


@dataclass(frozen=True, slots=True)
class Toll:
    """A claim at words [first, last): the number and what it counts.

    `group`: whose the victims are, null for unknown; `name`: the words that say so. `harm` is the word that says what
    became of them, `active` whether it is a verb whose object they are.
    """

    kind: str
    victims: str
    quantity: Quantity
    first: int
    last: int
    group: str | None
    name: tuple[int, int] | None
    rule: str
    harm: int
    active: bool = False


def tolls(scene: Scene, first: int, last: int) -> list[Toll]:
    """Return the claims in words [first, last), parts of others left out."""
    people = counted(scene, first, last)
    harms = [hit for hit in scene.found("harm", first, last) if not _is_idle(scene, hit, last)]
    found: list[Toll] = []
    used: set[int] = set()
    led: list[People] = []
    preceding = first
    for index, harm in enumerate(harms):
        following = next((other.first for other in harms[index + 1 :] if other.first > harm.first), last)
        if _counts_both(scene, harms, index):
            preceding = harm.last
            continue
        free = [one for one in people if one.first not in used]
        before = [one for one in free if one.last <= harm.first and one.first >= preceding - 3]
        frame = Frame(scene, harm, before, [one for one in free if harm.last <= one.first], first, following)
        harmed = victims(frame)
        if not harmed and _led_away(scene, harms[index - 1] if index else None, harm):
            harmed = led
        led = harmed
        if harmed and "who" in scene.reading.words[harmed[-1].last : harm.first]:
            if harm.entry.label == "displaced":
                continue  # "a woman who had been displaced from Homs": who she is, not what happened
        else:
            used.update(one.first for one in harmed)
            preceding = harm.last
        found.extend(_toll(harm, one) for one in harmed if _is_countable(harm, one))
    return found or _no_casualties(scene, first, last)


def _counts_both(scene: Scene, harms: list[Hit], index: int) -> bool:
    """ "Forty people were killed or wounded": dead and wounded in one number are no claim (codebook, rulings)."""
    words = scene.reading.words
    return any(
        one.last + 1 == other.first and words[one.last] in {"or", "and"} and _are_hurt_apart(one, other)
        for one, other in zip(harms[max(0, index - 1) : index + 1], harms[max(1, index) : index + 2], strict=False)
    )


def _are_hurt_apart(one: Hit, other: Hit) -> bool:
    labels = {one.entry.label, other.entry.label}
    return len(labels) == 2 and "detained" not in labels


def _led_away(scene: Scene, before: Hit | None, harm: Hit) -> bool:
    """ "Forty men were rounded up and executed": those whom the verb before it took."""
    if before is None or before.entry.label != "detained" or harm.entry.label != "killed":
        return False
    return harm.first - before.last in {1, 2} and scene.reading.words[before.last] == "and" and not harm.entry.detail


def _is_countable(harm: Hit, people: People) -> bool:
    """Whether a toll may be told without a number: wounded are often "several", of the dead that says too little."""
    return harm.entry.label == "injured" or not people.quantity.unspecified


def _toll(harm: Hit, people: People) -> Toll:
    active = people.first >= harm.last and harm.entry.detail in {"", "counted"}
    return Toll(
        *(harm.entry.label, people.victims, people.quantity, people.first, people.last),
        *(people.group, people.name, harm.entry.rule, harm.first, active),
    )


def _is_idle(scene: Scene, harm: Hit, last: int) -> bool:
    """Harm words that tell of no casualty: "death penalty", "claimed responsibility"."""
    words = scene.reading.words
    after = words[harm.last] if harm.last < last else ""
    before = words[harm.first - 1] if harm.first else ""
    if harm.entry.tag == ED and before in {"a", "an"} and not scene.found("people", harm.last, harm.last + 1):
        return True  # "a destroyed building"
    if after in _NO_DEATH_AFTER or words[harm.first - 2 : harm.last] in _OF_THE_WOUNDED:
        return True
    if harm.entry.detail == "toll" and not REPLACED.isdisjoint(words[max(0, harm.first - 2) : harm.first]):
        return True  # "updating an earlier toll of 15"
    if harm.entry.label == "detained" and not _BODIES.isdisjoint(words[harm.last : min(last, harm.last + _OBJECT)]):
        return True  # "took away thirty bodies"
    if harm.entry.label == "displaced" and scene.found("people", harm.last, harm.last + 1):
        return words[harm.first - 1].isdigit() or words[harm.first - 1] in _NUMBER_ENDS
    if words[harm.first].startswith("claim") and harm.last - harm.first == 1:
        return not (after in {"at", "more"} or quantity_at(words, harm.last, last))
    return False


def _no_casualties(scene: Scene, first: int, last: int) -> list[Toll]:
    """ "No casualties": killed 0 (codebook, rulings)."""
    words = scene.reading.words
    for position in range(first, last - 1):
        if words[position] not in {"no", "without"}:
            continue
        for size in (2, 3):
            if " ".join(words[position : position + size]) in (*_NONE, *_NONE_TOO):
                end = position + size
                nobody = Quantity(position, end, 0, 0, 0)
                return [Toll("killed", "unknown", nobody, position, end, None, None, "rule/no casualties", position)]
    return []
