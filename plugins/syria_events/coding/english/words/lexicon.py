"""Phrases of the lexicons, found in the words of an article in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from syria_events.coding.english.words.inflection import noun_forms, verb_forms
from syria_events.coding.tables import rows
from syria_events.coding.wordsets import LexiconError

PARTS = ("noun", "verb", "word")


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of a lexicon. `label` is what it means, `tag` how it is inflected, `rule` names the row for `explain`."""

    table: str
    label: str
    part: str
    tag: str
    rule: str
    detail: str = ""


class Hit(NamedTuple):
    """An entry at the words [first, last) of a reading."""

    first: int
    last: int
    entry: Entry


class Lexicon:
    """Phrases by their words. Looking up is one dictionary access per word and one more per possible phrase."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self._by_head: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for phrase, entry in phrases:
            head, *rest = phrase.split()
            self._by_head.setdefault(head, []).append((tuple(rest), entry))
        for found in self._by_head.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def find(self, words: Sequence[str], first: int, last: int) -> Iterator[Hit]:
        """Yield the hits in words [first, last): of each table the longest phrase at each word, in all its readings."""
        free: dict[str, int] = {}
        for position in range(first, last):
            taken: dict[str, int] = {}
            for rest, entry in self._by_head.get(words[position], ()):
                end = position + 1 + len(rest)
                if free.get(entry.table, 0) > position or taken.get(entry.table, end) != end or end > last:
                    continue
                if rest and tuple(words[position + 1 : end]) != rest:
                    continue
                taken[entry.table] = end
                yield Hit(position, end, entry)
            free.update(taken)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of all `lexicon_en_*` tables of phrases, read once."""
    return Lexicon(_phrases())


TABLES = ("triggers", "cues", "people", "harm")


def _phrases() -> Iterator[tuple[str, Entry]]:
    for table in TABLES:
        for where, row in rows(f"lexicon_en_{table}.csv"):
            if row["part"] not in PARTS:
                raise LexiconError(f"{where}: unknown part {row['part']!r}; known are {', '.join(PARTS)}")
            for form in row["forms"].split("|"):
                for spelling in _spellings(form.strip()):
                    for phrase, tag in _inflected(spelling, row["part"]):
                        detail = row.get("detail") or ""
                        yield (
                            phrase,
                            Entry(table, row["label"], row["part"], tag, f"{table}/{row['label']}: {form}", detail),
                        )


def _inflected(phrase: str, part: str) -> list[tuple[str, str]]:
    if part == "verb":
        return verb_forms(phrase)
    return noun_forms(phrase) if part == "noun" else [(phrase, "word")]


def _spellings(form: str) -> Iterator[str]:
    """`air~strike` stands for air strike, air-strike and airstrike."""
    if "~" not in form:
        yield form
        return
    for joint in (" ", "-", ""):
        yield form.replace("~", joint)
