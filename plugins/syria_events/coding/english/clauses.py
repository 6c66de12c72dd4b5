"""Clauses: where one sentence stops telling of one thing and begins to tell of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.inflection import BASE, ED, PAST, PRESENT
from syria_events.coding.english.words.wordsets import wordset

_CUTS = wordset("clauses.cuts")
_AFTER_NOUN = frozenset({("on",), ("in",), ("against",), ("near",), ("at",), ("by",), ("kill",), ("hit",), ("as",)})
_NOT_AS = wordset("clauses.not_as")
_HOURS = frozenset({"dawn", "daybreak", "sunrise", "noon", "midday", "sunset", "dusk", "dark", "nightfall", "midnight"})
"""What "before" and "after" lead to, where no clause begins with them."""
_HAVE = frozenset({"has", "have", "had"})
"""Words within a verb: "has meanwhile killed three"."""
_OPENING = frozenset({"after", "although", "as", "before", "because", "since", "though", "when", "while"})
"""What a sentence begins with whose main clause follows behind a comma."""
_FINITE = frozenset({ED, PAST, PRESENT})
_NOT_AS_BEFORE = wordset("clauses.not_as_before")


@dataclass(frozen=True, slots=True)
class Scope:
    """The words [first, last) that tell of a happening, within a clause, within a sentence (its index)."""

    sentence: int
    first: int
    last: int
    clause_first: int
    clause_last: int


def clauses(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses of the sentence of words [first, last): cut at conjunctions that join sentences."""
    words = scene.reading.words
    start = first
    joints = _headline_joints(scene, first, last) | _after_opening(scene, first, last)
    for position in range(first + 2, last - 2):
        word = words[position]
        cut = (
            (word in _CUTS and words[position + 1] not in _HOURS and words[position - 1] not in _HAVE)
            or position in joints
            or (word == "as" and _joins(words, position))
        )
        if position - start > 2 and cut:
            yield start, position
            start = position
    yield start, last


def _after_opening(scene: Scene, first: int, last: int) -> set[int]:
    """Where the main clause begins behind one that opens a sentence: "After jets struck Ariha, rockets hit Binnish"."""
    words = scene.reading.words
    if words[first] not in _OPENING:
        return set()
    commas = [position for position in range(first + 3, last - 3) if words[position] == ","]
    main = next((comma for comma, end in pairwise([*commas, last]) if _tells(scene, comma + 1, end)), None)
    if main is None:
        return set()
    armed = any(hit.entry.label.startswith("w_") for hit in scene.found("triggers", first, main))
    return {main + 1} if armed or _tells(scene, first, main) else set()


def _tells(scene: Scene, first: int, last: int) -> bool:
    """Whether words hold a verb that tells of a happening, in the past or the present."""
    hits = (hit for table in ("triggers", "harm") for hit in scene.found(table, first, last))
    return any(hit.entry.tag in _FINITE for hit in hits)


def _headline_joints(scene: Scene, first: int, last: int) -> frozenset[int]:
    """Where a headline goes on about another place: "28 killed in Idlib army retakes towns in Hama".

    There a verb follows a place at once, or after the name of who acts, and has a place of its own behind it.
    """
    if not scene.reading.sentences[scene.reading.sentence_of[first]].title:
        return frozenset()
    places = scene.places_in(first, last)
    joints = set()
    for located in places:
        named = scene.actor_at.get(located.last)
        verb = named.last if named else located.last
        if _is_finite(scene, verb) and any(other.first > verb for other in places):
            joints.add(located.last)
    return frozenset(joints | _second_subjects(scene, first, last))


def _second_subjects(scene: Scene, first: int, last: int) -> set[int]:
    """Where a headline goes on about another: "Two killed in Homs and rebels target posts", not "A and B strike"."""
    return {
        named.first - 1
        for named in scene.actors_in(first + 3, last)
        if scene.reading.words[named.first - 1] == "and"
        and named.first - 2 not in scene.actor_at
        and any(hit.entry.tag in {BASE, PRESENT} for hit in scene.found("triggers", named.last, named.last + 1))
    }


def _is_finite(scene: Scene, position: int) -> bool:
    """Whether a verb in the present stands at a word, not the noun that looks like it: "Israel strikes on Syria"."""
    hits = [hit for table in ("triggers", "harm") for hit in scene.found(table, position, position + 1)]
    if all(hit.entry.tag != PRESENT for hit in hits):
        return False
    noun = any(hit.entry.part == "noun" for hit in hits)
    return not noun or scene.reading.words[position + 1 : position + 2] not in _AFTER_NOUN


def _joins(words: tuple[str, ...], position: int) -> bool:
    return words[position - 1] not in _NOT_AS and words[position + 1] not in _NOT_AS_BEFORE
