"""One person whom a text names without a number: "a commander" in headlines, "the woman who was wounded"."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.kin import is_one, kin_after
from syria_events.coding.english.tolls.people import NOT_PEOPLE, STOPS
from syria_events.coding.english.tolls.sides_of_people import Noun, People, classed
from syria_events.coding.english.words.number_words import Quantity
from syria_events.coding.english.words.wordsets import wordset

_TITLES = wordset("location.titles")
_GIVEN_NAMES = wordset("location.given_names")
_SAYS_WHO = frozenset({"who", ",", "of", "from"})
"""What goes on about a person: "the mayor of the village"."""
_DEFINITE = frozenset({"the", "this", "that"})


def one_person(scene: Scene, first: int, last: int, *, leads: bool = False) -> People | None:
    """Return the one person that a singular noun in words [first, last) names: the last, or with `leads` the first.

    Nothing but actors and adjectives may stand between the noun and the end (or with `leads` the beginning).
    """
    found = [hit for hit in scene.found("people", first, last) if is_one(scene, hit) and hit.entry.label != "unknown"]
    if not found:
        return None
    hit = found[0] if leads else found[-1]
    words = scene.reading.words
    between = words[first : hit.first] if leads else words[hit.last : last]
    if any(word in STOPS or word in NOT_PEOPLE or word.endswith("s") for word in between):
        return None
    named = scene.actor_at.get(hit.first) or scene.actor_at.get(hit.first - 1)
    noun = Noun(hit.last, hit)
    if named and named.first >= first:
        noun.take(named)
    return _with_company(scene, classed(scene, Quantity(hit.first, hit.last, 1, 1, 1, implicit=True), noun))


def _with_company(scene: Scene, one: People) -> People:
    """ "Commander Abu Bakr and his driver" are two."""
    forms, end = scene.reading.forms, one.last
    limit = min(len(forms), end + 12)
    while end < limit and (forms[end][:1].isupper() or forms[end].startswith("al-")):
        end += 1
    more, last = kin_after(scene, end, limit)
    if not more:
        return one
    number = Quantity(one.quantity.first, one.quantity.last, 1 + more, 1 + more, 1 + more)
    return replace(one, quantity=number, last=last)


def named_person(scene: Scene, first: int, end: int) -> People | None:
    """Return whom a name right before word `end` means: "Salman al-Ali (was killed)"; null where it is no person's."""
    start = end
    while start > first and _is_of_name(scene, start - 1):
        start -= 1
    words = scene.reading.words[start:end]
    if not (len(words) > 1 and (_TITLES | _GIVEN_NAMES) & set(words[:2])):
        return None
    one = Quantity(start, end, 1, 1, 1, implicit=True)
    return People(one, start, end, "unknown", None, None)


def _is_of_name(scene: Scene, position: int) -> bool:
    form = scene.reading.forms[position]
    named = scene.actor_at.get(position)
    return (form[:1].isupper() or form.startswith(("al-", "bin"))) and not (named and is_armed(named.group))


def subject_of(scene: Scene, first: int, last: int) -> People | None:
    """Return whom "the woman who was wounded on Monday" names at the head of words [first, last); null for nobody."""
    words = scene.reading.words
    for hit in scene.found("people", first, min(last, first + 4)):
        definite = is_one(scene, hit) and hit.first > first and words[hit.first - 1] in _DEFINITE
        kin = scene.found("people", hit.last + 1, hit.last + 2) if words[hit.last : hit.last + 1] == ("'s",) else []
        if definite and kin:
            hit = kin[0]  # "the man's wife, who"
        if definite and hit.last < last and words[hit.last] in _SAYS_WHO:
            return classed(scene, Quantity(hit.first, hit.last, 1, 1, 1), Noun(hit.last, hit))
    return None
