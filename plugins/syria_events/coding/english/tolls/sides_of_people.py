"""Counted people as a text tells of them, and on whose side they are: fighters, civilians, or nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.kin import person_at
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.number_words import Quantity
from syria_events.coding.english.words.wordsets import wordset

_FIGHTING = wordset("people.fighting")
_MEMBERS = frozenset({"member", "members", "element", "elements", "leader", "leaders", "affiliate", "affiliates"})
"""Words for fighters only beside the name of an armed side."""
_FORCES = wordset("people.forces")
"""Words that make of a group's members its fighters."""
_ALWAYS_FIGHTING = frozenset({"islamic_state", "hts", "hezbollah"})
_MEN_OF = _ALWAYS_FIGHTING | {"sdf", "pkk", "iran_backed_militias"}
"""Sides whose men are fighters."""
_OPPOSITES = {"civilian": "combatant", "combatant": "civilian"}


@dataclass(frozen=True, slots=True)
class People:
    """A number with the noun that it counts, at words [first, last). `bare`: no noun, only the number."""

    quantity: Quantity
    first: int
    last: int
    victims: str
    group: str | None
    name: tuple[int, int] | None
    bare: bool = False


@dataclass(slots=True)
class Noun:
    """What has been read of the noun so far: its head, the actor in it, and where reading stands."""

    position: int
    head: Hit | None = None
    group: str | None = None
    name: tuple[int, int] | None = None

    def take(self, named: Named) -> None:
        if self.group in {None, "unidentified_armed_group", "civilians"}:
            self.group, self.name = part(named).group, (named.first, named.last)


def classed(scene: Scene, quantity: Quantity, noun: Noun) -> People:
    """Return the people of a number and the noun that has been read, with the side that they are on."""
    words = scene.reading.words
    head, last = noun.head, noun.position
    group = noun.group
    fights = group is not None and is_armed(group)
    label = head.entry.label if head else "combatant" if fights else "unknown"
    if label == "combatant" and not fights and head and words[head.first] in _MEMBERS:
        fighters = words[last : last + 1] != ("of",) and head.last - quantity.last <= 1
        label = "combatant" if fighters or _FORCES.intersection(words[last : last + 4]) else "unknown"
    if group in _MEN_OF and head and words[head.first] in {"man", "men"}:
        label = "combatant"
    inside = set(words[quantity.last : last])
    if inside & {"civilian", "civilians"} or (label == "combatant" and inside & {"former", "ex"}):
        label = "civilian"
    elif label == "unknown" and group and is_armed(group):
        named_only = head is not None and words[head.first] not in {"people", "others"}
        if inside & _FIGHTING or (group in _ALWAYS_FIGHTING and named_only):
            label = "combatant"
    following = person_at(scene, last + 1) if words[last : last + 1] == ("and",) else None
    if following and following.entry.label == _OPPOSITES.get(label):
        label, last = "mixed", following.last
    if label == "civilian":
        group = (head.entry.detail if head else "") or "civilians"
    elif label == "unknown":
        of_side = head is not None and words[head.first] in _MEMBERS
        group = None if of_side or words[last - 1] in {"others", "more", "another"} else "civilians"
    name = noun.name or ((head.first, head.last) if head else None)
    return People(quantity, quantity.first, last, label, group, name)
