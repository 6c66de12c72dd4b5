"""People whom a text counts: a number, the noun that it counts, and on whose side they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.kin import is_one, person_at
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.number_words import Quantity, quantity_at
from syria_events.coding.english.words.wordsets import wordset

_REACH = 9
"""Words between a number and the noun that it counts."""
NOT_PEOPLE = wordset("people.not_people")
STOPS = wordset("people.stops")
_ASSETS = wordset("people.assets")
_FIGHTING = wordset("people.fighting")
_AFTER_ANOTHER = frozenset({"", ".", ",", "and", "in", "on", "was", "when", "wounded", "injured", "after", "who", ";"})
_MEMBERS = frozenset({"member", "members", "element", "elements", "leader", "leaders", "affiliate", "affiliates"})
"""Words for fighters only beside the name of an armed side."""
_FORCES = wordset("people.forces")
_ALWAYS_FIGHTING = frozenset({"islamic_state", "hts", "hezbollah"})
_MEN_OF = _ALWAYS_FIGHTING | {"sdf", "pkk", "iran_backed_militias"}
"""Sides whose men are fighters."""
_COUNTED_BY_ARTICLE = frozenset({"man", "another", "more", "other"})
_NATIONALITIES = frozenset(
    f"people/unknown: {name}"
    for name in ("syrian", "israeli", "russian", "american", "palestinian", "iraqi", "lebanese", "iranian", "kurd")
)
_AFTER_PERSON = frozenset({"and", "or", "from", "of", "with", "to", "for", "aged", "named", "called", "died", "lost"})
_NUMBERS = frozenset({("figure", "that"), ("figure", "which")})
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


def people_of(scene: Scene, quantity: Quantity, last: int) -> People | None:
    """Return the people that a number counts; null where it counts something else."""
    noun = _read_noun(scene, quantity, min(last, quantity.last + _REACH))
    words = scene.reading.words
    plural_name = noun.name and words[noun.name[1] - 1].endswith("s")
    if noun.head is None and not plural_name:
        following = words[quantity.last] if quantity.last < last else ""
        if 1 <= noun.position - quantity.last <= 2 and not NOT_PEOPLE.isdisjoint(
            words[noun.position : noun.position + 1]
        ):
            return None  # "60 Kurdish villages"
        alone = words[quantity.first] == "another" and following in _AFTER_ANOTHER
        if quantity.unspecified or (quantity.article and not alone) or following in NOT_PEOPLE:
            return None
        return People(quantity, quantity.first, quantity.last, "unknown", None, None, bare=True)
    if (
        quantity.article
        and words[noun.position : noun.position + 1] == ("of",)
        and quantity_at(words, noun.position + 1, last)
    ):
        return None  # "a family of six": the number follows
    if noun.head and _ASSETS & set(words[noun.position : noun.position + 1]):
        return None  # "a civilian car", "ten IS targets"
    if quantity.article and (_is_adjective(scene, noun) or _is_plural(scene, noun)):
        return None  # "a Syrian gas field", "a command post of the terrorists"
    if (
        quantity.article
        and words[noun.position - 1] == "figure"
        and words[noun.position : noun.position + 1] in {("that",), ("which",)}
    ):
        return None  # "a figure that the ministry rejected"
    if quantity.article and _names_deaths(scene, noun.position):
        return None  # "a civilian death toll"
    if noun.head and words[noun.head.first] in {"couple", "couples"}:
        quantity = _doubled(quantity)
    return classed(scene, quantity, noun)


def _is_plural(scene: Scene, noun: Noun) -> bool:
    """Whether an article cannot count a noun: "a post of the terrorists", "a unit from the army's forces"."""
    if noun.head is None:
        return False
    if noun.head.entry.part == "noun":
        return not is_one(scene, noun.head)
    return scene.reading.words[noun.head.last - 1] not in _COUNTED_BY_ARTICLE


def _is_adjective(scene: Scene, noun: Noun) -> bool:
    """Whether what has been read as a noun is a nationality before another one."""
    if noun.head is None or noun.head.entry.label != "unknown" or noun.head.entry.rule not in _NATIONALITIES:
        return False
    following = scene.reading.words[noun.position : noun.position + 1]
    return bool(following) and following[0].isalpha() and following[0] not in STOPS | _AFTER_PERSON


def _doubled(number: Quantity) -> Quantity:
    low, best, high = (None if bound is None else 2 * bound for bound in (number.low, number.best, number.high))
    return replace(number, low=low, best=best, high=high)


def _read_noun(scene: Scene, quantity: Quantity, end: int) -> Noun:
    """Read on from a number over adjectives and actors to the head of its noun."""
    words = scene.reading.words
    noun = Noun(quantity.last)
    while noun.position < end:
        position = noun.position
        named = scene.actor_at.get(position)
        person = person_at(scene, position)
        if named and named.first >= quantity.last and named.mention.sector != "JRN":
            noun.take(named)
            person = _person_in(scene, named)
            noun.position = named.last
        elif person:
            noun.position = person.last
        elif words[position] in NOT_PEOPLE and position > quantity.last - 1 and person_at(scene, position + 1):
            noun.position += 1  # "two bus passengers"
        elif words[position] in NOT_PEOPLE or words[position] in STOPS or _begins_anew(words, position, end):
            break
        else:
            noun.position += 1
        if person:
            noun.head = person
            noun.position = max(noun.position, person.last)
            if not _goes_on(scene, noun.position, end):
                break
            noun.position += words[noun.position] in {"of", "from"}
    return noun


def _begins_anew(words: tuple[str, ...], position: int, end: int) -> bool:
    """Whether something else begins: after "and", or with a number of its own."""
    if words[position] in {"and", ",", "total"} or (words[position] in {"a", "an"} and words[position - 1].isdigit()):
        return True
    return words[position] not in {"a", "an", "one"} and quantity_at(words, position, end) is not None


def _goes_on(scene: Scene, position: int, end: int) -> bool:
    """Whether a noun has more to say after a head: "members of the Nusra Front", "army soldiers"."""
    words = scene.reading.words
    if position < end and words[position] in {"of", "from"}:
        return any(place in scene.actor_at for place in range(position + 1, min(end, position + 4)))
    named = scene.actor_at.get(position)
    return bool(person_at(scene, position) or (named and _person_in(scene, named)))


def _person_in(scene: Scene, named: Named) -> Hit | None:
    return next(reversed(scene.found("people", named.first, named.last)), None)


def _names_deaths(scene: Scene, position: int) -> bool:
    return any(hit.entry.detail in {"noun", "toll"} for hit in scene.found("harm", position, position + 1))


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
