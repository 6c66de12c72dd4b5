"""An Arabic article as words, sentences and clauses, with the way back to the text as stored."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from syria_events.coding.arabic.words.lexicon import Found, lexicon
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.coding.arabic_letters import Folded, fold

_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W_]+|[^\w\s]|\n")
_DISGUISE = re.compile(r"ـ[^\w\s]ـ")
"""A sign that writers put into words (قـ.ـصف) to get past filters."""
_STOP = frozenset(".!؟?؛;\n")
_ADDRESS_END = wordset("reading.address_end")
_LONGEST = 90
"""Words after which a sentence without a full stop is cut at its next comma."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words [first, last); `line` counts lines of the text, 0 being the title."""

    first: int
    last: int
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a text in folded form, where they stand, and which entries of the lexicon they are."""

    text: str
    folded: Folded
    words: list[str]
    spans: list[tuple[int, int]]
    sentences: list[Sentence]
    found: dict[str, list[Found]]
    at: dict[str, dict[int, list[Found]]]
    starts: dict[str, list[int]]
    """The first words of `found`."""

    def offsets(self, first: int, last: int, skip: int = 0) -> tuple[int, int]:
        """Offsets, in the text as stored, of the words [first, last) without the first `skip` letters (clitics)."""
        return self.folded.span(self.spans[first][0] + skip, self.spans[last - 1][1])

    def quote(self, first: int, last: int, skip: int = 0) -> str:
        """The text as stored of the words [first, last) without the first `skip` letters."""
        start, end = self.offsets(first, last, skip)
        return self.text[start:end]

    def carried(self, word: str) -> list[Found]:
        """What the lexicon knows of a word that does not stand in the text, such as a verb without its س."""
        return lexicon().find([word])

    def between(self, table: str, first: int, last: int) -> list[Found]:
        """Hits of one table that begin in the words [first, last)."""
        starts = self.starts.get(table)
        if not starts:
            return []
        begin = bisect_left(starts, first)
        if begin == len(starts) or starts[begin] >= last:
            return []
        return self.found[table][begin : bisect_left(starts, last, begin)]


def read(text: str) -> Reading:
    """Split a text into folded words and sentences, and look all words up."""
    folded = fold(_DISGUISE.sub(lambda match: "ـ" * len(match[0]), text))
    spans = [match.span() for match in _WORD.finditer(folded.text)]
    words = [folded.text[start:end] for start, end in spans]
    found: dict[str, list[Found]] = defaultdict(list)
    at: dict[str, dict[int, list[Found]]] = defaultdict(dict)
    for hit in lexicon().find(words):
        found[hit.entry.table].append(hit)
        at[hit.entry.table].setdefault(hit.first, []).append(hit)
    starts = {table: [hit.first for hit in hits] for table, hits in found.items()}
    return Reading(text, folded, words, spans, sentences(words, spans), found, at, starts)


def sentences(words: list[str], spans: list[tuple[int, int]]) -> list[Sentence]:
    """Cut at line ends and full stops; a stop inside an address or a number is none."""
    cut: list[Sentence] = []
    first = line = 0
    for position, word in enumerate(words):
        if word.isalnum():
            continue
        if (
            not (word in _STOP and _stops(words, spans, position))
            and not (word in "،," and position - first > _LONGEST)
            and not (word == ":" and words[position + 1 : position + 2] == [":"])
        ):
            continue
        if position > first:
            cut.append(Sentence(first, position, line))
        line += word == "\n"
        first = position + 1
    if first < len(words):
        cut.append(Sentence(first, len(words), line))
    return cut


def _stops(words: list[str], spans: list[tuple[int, int]], position: int) -> bool:
    if words[position] != ".":
        return True
    following = words[position + 1] if position + 1 < len(words) else "\n"
    if following == "." or (position and words[position - 1] == "."):
        return following != "."
    joined = position + 1 < len(words) and spans[position + 1][0] == spans[position][1]
    return not joined or (following not in _ADDRESS_END and not following.isascii())
