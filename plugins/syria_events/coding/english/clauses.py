"""Clauses: where one sentence stops telling of one thing and begins to tell of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.english.scene import Scene

_CUTS = frozenset(
    [
        "while",
        "whereas",
        ";",
        "meanwhile",
        "but",
        "although",
        "though",
        "after",
        "before",
        "when",
        "where",
        "whose",
        "|",
        "separately",
        "whilst",
        "because",
        "despite",
        "however",
    ]
)
_NOT_AS = frozenset(
    [
        "well",
        "such",
        "known",
        "described",
        "same",
        "regarded",
        "seen",
        "identified",
        "named",
        "as",
        "just",
        "soon",
        "far",
        "quoted",
        "many",
        "referred",
        "serves",
        "served",
        "viewed",
        "condemned",
        "act",
        "acting",
        "acted",
        "work",
        "works",
        "worked",
    ]
)
_NOT_AS_BEFORE = frozenset(
    ["saying", "well", "many", "part", "a", "an", "of", "being", "one", "having", "terrorist", "usual"]
)


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
