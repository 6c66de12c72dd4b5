"""People whom a text counts: a number, the noun that it counts, and on whose side they are."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.kin import is_one, person_at
from syria_events.coding.english.tolls.sides_of_people import Noun, People, classed
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.number_words import Quantity, quantity_at
from syria_events.coding.english.words.wordsets import wordset

_REACH = 9
"""Words between a number and the noun that it counts."""
NOT_PEOPLE = wordset("people.not_people")
STOPS = wordset("people.stops")
_ASSETS = wordset("people.assets")
_AFTER_ANOTHER = frozenset({"", ".", ",", "and", "in", "on", "was", "when", "wounded", "injured", "after", "who", ";"})
_GROUPS = frozenset({"group", "groups", "cell", "network", "gang", "unit", "squad", "team", "brigade", "battalion"})
_COUNTED_BY_ARTICLE = frozenset({"man", "another", "more", "other"})
_NATIONALITIES = frozenset(
    f"people/unknown: {name}"
    for name in ("syrian", "israeli", "russian", "american", "palestinian", "iraqi", "lebanese", "iranian", "kurd")
)
_AFTER_PERSON = frozenset({"and", "or", "from", "of", "with", "to", "for", "aged", "named", "called", "died", "lost"})
_NUMBERS = frozenset({("figure", "that"), ("figure", "which")})


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
    if quantity.article and (_is_adjective(scene, noun) or _is_plural(scene, noun) or _is_of_group(words, noun)):
        return None  # "a Syrian gas field", "a command post of the terrorists", "a sniper group"
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


def _is_of_group(words: tuple[str, ...], noun: Noun) -> bool:
    """Whether a noun only tells of whom a group consists."""
    return noun.head is not None and not _GROUPS.isdisjoint(words[noun.position : noun.position + 1])


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
