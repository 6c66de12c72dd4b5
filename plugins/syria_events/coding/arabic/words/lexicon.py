"""The word lists of the Arabic coder, and one pass that finds them all in a text.

Each `lexicon_ar_*.csv` holds forms, `|` between alternatives, in any spelling: they are folded when loaded.
A phrase matches word by word; its first word may carry و ف ب ل ك and any word the article. Verbs get their persons
from two stems: the past (قصف) and the present (يقصف); the future with س is found through the present.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from syria_events.coding import tables
from syria_events.coding.arabic_letters import fold_word, stems

TABLES = ("triggers", "weapons", "people", "tolls", "cues", "numbers", "dates", "sources", "text")
_SEVERAL = frozenset({"tolls", "cues", "people", "text", "dates"})
_NEED_REACH = 10
"""Words, signs not counted, in which a word that a verb needs must follow."""
_VERBS = frozenset({"verb", "passive", "intransitive", "transitive"})
"""Parts of speech that carry no article and no preposition: الهجر is a name, and بقصف a noun."""
_REMEMBERED = 50_000
"""How many words keep their answer."""
_OBJECTS = ("ه", "ها", "هم", "هما")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a word list: `label` and `detail` are its first two columns, `fields` the whole row."""

    table: str
    label: str
    detail: str
    fields: dict[str, str] = field(hash=False, compare=False)
    needs: frozenset[str] = frozenset()
    """Words of which one must follow soon: "أطلقت قوات … النار"."""
    slot: str = field(default="", compare=False)
    """Of entries of one slot a word is one only: tolls, cues and people may have several readings of one form."""


class Found(NamedTuple):
    """An entry at words [first, last) of a text. `clitics`: what was cut from its first word (`و`, `بال` …)."""

    first: int
    last: int
    entry: Entry
    clitics: str = ""
    future: bool = False

    @property
    def label(self) -> str:
        """First column of the row."""
        return self.entry.label


def rows(table: str) -> Iterator[dict[str, str]]:
    """Return the rows of `lexicon_ar_<table>.csv`."""
    return (row for _, row in tables.rows(f"lexicon_ar_{table}.csv"))


@dataclass(slots=True)
class _Head:
    """What may follow a first word: nothing, or phrases by their second word; longer phrases first."""

    alone: list[tuple[int, Entry]] = field(default_factory=list)
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)


class Lexicon:
    """All word lists in one index from first words to what may follow them."""

    def __init__(self) -> None:
        self._heads: dict[str, _Head] = {}
        self._present: set[str] = set()
        self._remembered: dict[str, tuple[tuple[int, _Head, bool], ...]] = {}
        for table in TABLES:
            for row in rows(table):
                self._add(table, row)
        for head in self._heads.values():
            for phrases in head.longer.values():
                phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add(self, table: str, row: dict[str, str]) -> None:
        columns = list(row.values())
        needs = frozenset(fold_word(word) for word in (row.get("needs") or "").split("|") if word)
        slot = f"{table} {columns[0]} {columns[1]}" if table in _SEVERAL else table
        entry = Entry(table, columns[0], columns[1], row, needs, slot)
        forms = [fold_word(form) for form in row["forms"].split("|")]
        if row.get("part") == "verb":
            presents = [fold_word(form) for form in row["present"].split("|") if form]
            forms = [*_past(forms), *_present(presents)]
            self._present.update(_present(presents))
        for form in forms:
            first, *rest = form.split()
            head = self._heads.setdefault(first, _Head())
            if rest:
                head.longer.setdefault(rest[0], []).append((tuple(rest), entry))
            else:
                head.alone.append((1, entry))

    def find(self, words: list[str]) -> list[Found]:
        """Return every hit, the longest of each table at each word, by first word."""
        found = []
        for position, word in enumerate(words):
            known = self._remembered.get(word)
            if known is None:
                known = self._known(word)
            if not known:
                continue
            slots: set[str] = set()
            for cut, head, future in known:
                for size, entry in _readings(head, words, position):
                    if entry.slot not in slots and _may_stand(words, position, word[:cut], entry):
                        slots.add(entry.slot)
                        found.append(Found(position, position + size, entry, word[:cut], future))
        return found

    def _known(self, word: str) -> tuple[tuple[int, _Head, bool], ...]:
        """What the lexicon has under a word: (letters cut, head, whether in the future); remembered."""
        if len(self._remembered) > _REMEMBERED:
            self._remembered.clear()
        known = self._remembered[word] = tuple(self._looked_up(word))
        return known

    def _looked_up(self, word: str) -> Iterator[tuple[int, _Head, bool]]:
        for cut, stem in stems(word):
            if head := self._heads.get(stem):
                yield cut, head, False
            elif stem[0] == "س" and stem[1:] in self._present:
                yield cut, self._heads[stem[1:]], True


def _readings(head: _Head, words: list[str], position: int) -> Sequence[tuple[int, Entry]]:
    """Return (length in words, entry) of what begins with a head at a word, the longest first."""
    if not head.longer or position + 1 == len(words):
        return head.alone
    second = words[position + 1]
    longer = head.longer.get(second, ())
    if second.startswith("ال"):
        longer = (*longer, *head.longer.get(second[2:], ()))
    if not longer:
        return head.alone
    return [*((1 + len(rest), entry) for rest, entry in longer if _follows(words, position + 1, rest)), *head.alone]


def _may_stand(words: list[str], position: int, clitics: str, entry: Entry) -> bool:
    """A verb carries و and ف only (بقصف is a noun), and some need another word soon after them."""
    if entry.detail in _VERBS and clitics not in {"", "و", "ف"}:
        return False
    return not entry.needs or _has_needed(words, position + 1, entry.needs)


def _has_needed(words: list[str], start: int, needs: frozenset[str]) -> bool:
    left = _NEED_REACH
    for word in words[start : start + 2 * _NEED_REACH]:
        if word in needs:
            return True
        left -= word.isalnum()
        if not left or word in {".", "\n", "؛"}:
            return False
    return False


def _follows(words: list[str], position: int, rest: tuple[str, ...]) -> bool:
    if position + len(rest) > len(words):
        return False
    for word, wanted in zip(words[position : position + len(rest)], rest, strict=True):
        if word != wanted and not (word.startswith("ال") and word[2:] == wanted):
            return False
    return True


def _past(stems_: list[str]) -> list[str]:
    plain = [stem + ending for stem in stems_ for ending in ("", "ت", "ا", "تا", "وا", "ن")]
    return plain + [stem + ending + suffix for stem in stems_ for ending in ("", "ت") for suffix in _OBJECTS]


def _present(stems_: list[str]) -> list[str]:
    persons = [letter + stem[1:] for stem in stems_ for letter in "يت"]
    return [person + ending for person in persons for ending in ("", "ون", "ان", "وا", "ا", *_OBJECTS)]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once per process."""
    return Lexicon()
