"""Clauses: where one sentence stops telling of one thing and begins to tell of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.wordsets import wordset

_CUTS = wordset("clauses.cuts")
_NOT_AS = wordset("clauses.not_as")
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
    for position in range(first + 2, last - 2):
        word = words[position]
        if position - start > 2 and (word in _CUTS or (word == "as" and _joins(words, position))):
            yield start, position
            start = position
    yield start, last


def _joins(words: tuple[str, ...], position: int) -> bool:
    return words[position - 1] not in _NOT_AS and words[position + 1] not in _NOT_AS_BEFORE
