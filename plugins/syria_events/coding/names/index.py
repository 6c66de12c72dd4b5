"""One pass over a text finds every name of a table, however large the table is.

Names in Arabic letters are compared folded, without article and with clitics cut from the first word; names in Latin or
Cyrillic letters by `latin.skeleton` and `latin.alike`, capitals required; plain phrases (generic words) by lower case.
Each window of up to six tokens is one look-up in a hash table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from syria_events.coding.arabic_letters import Folded, fold
from syria_events.coding.names.arabic import FIRST_ELEMENTS, arabic_stems, bare
from syria_events.coding.names.english import is_english
from syria_events.coding.names.latin import alike, is_article, letters, skeleton
from syria_events.coding.names.tokens import (
    NAME_WORD,
    OPENERS,
    PLACE_NOUNS,
    SUFFIXED,
    Token,
    is_arabic,
    may_begin,
    may_follow,
    tokens_of,
)

T = TypeVar("T")

WINDOW = 6
REMEMBERED = 100_000
"""How many spellings keep their answer."""
_OPENING = 5
"""Letters of a name by which is known how long names that begin so may be."""
_ACRONYM = re.compile(r"[A-Z]{2,5}")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A stretch of the text as given, and what the table has under that name.

    `words`: how many words the name has, articles left out; `cut`: how many letters of clitics stand before it.
    """

    start: int
    end: int
    surface: str
    values: tuple[T, ...]
    words: int
    folded: tuple[int, int]
    """The same stretch in the folded text."""
    cut: int = 0
    exact: bool = True
    """Whether the spelling, letter case apart, is one the table has."""

    def meaning(self, *values: T) -> Hit[T]:
        """Return the same stretch with some of its values."""
        return Hit(self.start, self.end, self.surface, values, self.words, self.folded, self.cut, self.exact)


class NameIndex(Generic[T]):
    """Names to values. Several values may share a name; the order of adding is kept."""

    def __init__(self) -> None:
        self._latin: dict[str, list[tuple[str, T]]] = {}
        self._spelt: dict[str, list[T]] = {}
        self._remembered: dict[str, tuple[tuple[T, ...], bool]] = {}
        self._remembered_heads: dict[str, tuple[tuple[int, str], ...]] = {}
        self._arabic: dict[str, list[T]] = {}
        self._arabic_longest: dict[str, int] = {}
        self._arabic_heads: set[str] = set(FIRST_ELEMENTS)
        self._acronyms: dict[str, list[T]] = {}
        self._plain: dict[str, list[T]] = {}
        self._plain_heads: set[str] = set()
        self._plain_acronyms: set[str] = set()

    def add(self, name: str, value: T, *, tolerant: bool = True) -> None:
        """Add a proper name, in any script.

        Spellings that fold alike are found with it, unless `tolerant` is false: then only the letter case may differ.
        An acronym of capitals (SDF, US) is found in capitals only, with or without dots.
        """
        words = NAME_WORD.findall(fold(name).text)
        if not words:
            raise ValueError(f"name without a letter: {name!r}")
        if is_arabic(words[0][0]):
            self._add_arabic(words, value)
        elif _ACRONYM.fullmatch(name):
            _append(self._acronyms, name, value)
        else:
            if tolerant:
                joined = _joined(words)
                self._latin.setdefault(skeleton(joined), []).append((joined, value))
            _append(self._spelt, name.casefold(), value)

    def add_plain(self, phrase: str, value: T) -> None:
        """Add a phrase of ordinary words: found in any letter case (acronyms in theirs), but only as spelt."""
        words = NAME_WORD.findall(fold(phrase).text)
        if is_arabic(words[0][0]):
            self._add_arabic(words, value)
            return
        self._plain_acronyms.update(form for form, _ in words if _ACRONYM.fullmatch(form))
        forms = [self._plain_form(form) for form, _ in words]
        _append(self._plain, " ".join(forms), value)
        self._plain_heads.add(forms[0])

    def _add_arabic(self, words: list[tuple[str, str]], value: T) -> None:
        stripped = [bare(form) for form, _ in words]
        self._add_arabic_key(stripped[0], "".join(stripped), value)
        if len(words) > 1:
            joined_up = bare("".join(form for form, _ in words))
            self._add_arabic_key(joined_up, joined_up, value)

    def _add_arabic_key(self, head: str, key: str, value: T) -> None:
        self._arabic_heads.add(head)
        _append(self._arabic, key, value)
        opening = key[:_OPENING]
        self._arabic_longest[opening] = max(len(key), self._arabic_longest.get(opening, 0))

    def scan(self, text: str, language: str | None = None, folded: Folded | None = None) -> Iterator[Hit[T]]:
        """Yield every hit, overlapping ones too, by start; offsets refer to `text` as given.

        `folded` is `fold(text)`, where the caller has it already.
        """
        folded = folded or fold(text)
        tokens = tokens_of(folded.text, suffixed=language in SUFFIXED)
        for position, token in enumerate(tokens):
            form = token.form
            if is_arabic(form):
                heads = self._remembered_heads.get(form)
                if heads is None:
                    heads = self._arabic_heads_of(form)
                if heads:
                    yield from self._arabic_hits(text, folded, tokens, position, heads)
                continue
            if form in self._acronyms:
                yield _hit(text, folded, (token.start, token.end), tuple(self._acronyms[form]), 1)
            if (form[0].isupper() and form not in OPENERS) or (token.gap is not None and may_begin(tokens, position)):
                yield from self._latin_hits(text, folded, tokens, position)
            if self._plain_heads and self._plain_form(form) in self._plain_heads:
                yield from self._plain_hits(text, folded, tokens, position)

    def _arabic_hits(
        self,
        text: str,
        folded: Folded,
        tokens: tuple[Token, ...],
        position: int,
        heads: tuple[tuple[int, str], ...],
    ) -> Iterator[Hit[T]]:
        first = tokens[position]
        for cut, key in heads:
            for size in range(1, WINDOW + 1):
                last = tokens[position + size - 1]
                if size > 1:
                    key += bare(last.form)
                    if len(key) > self._arabic_longest.get(key[:_OPENING], _OPENING):
                        break
                values = self._arabic.get(key)
                if values:
                    keeps_article = 2 if first.form[:cut].endswith("ال") else 0
                    span = (first.start + cut - keeps_article, last.end)
                    yield _hit(text, folded, span, tuple(values), size, cut=cut - keeps_article)
                if last.gap is None or position + size >= len(tokens):
                    break

    def _arabic_heads_of(self, form: str) -> tuple[tuple[int, str], ...]:
        """Return (letters cut, stem) of the first words of names that a word may be; remembered."""
        if len(self._remembered_heads) > REMEMBERED:
            self._remembered_heads.clear()
        known = tuple((cut, stem) for cut, stem in arabic_stems(form) if stem in self._arabic_heads)
        self._remembered_heads[form] = known
        return known

    def _latin_hits(self, text: str, folded: Folded, tokens: tuple[Token, ...], position: int) -> Iterator[Hit[T]]:
        joined, content = "", 0
        for size in range(1, WINDOW + 1):
            token = tokens[position + size - 1]
            following = tokens[position + size].form if token.gap is not None and position + size < len(tokens) else ""
            if not (following and is_article(token.form, token.gap or "", following)):
                if not (token.form[0].isupper() or (size > 1 and may_follow(token.form, tokens[position + size - 2]))):
                    return
                joined += letters(token.form)
                content += 1
                span = (tokens[position].start, token.end)
                values, exact = self._latin_values(joined, folded.text[slice(*span)], content)
                if values and (exact or token.form not in PLACE_NOUNS):
                    yield _hit(text, folded, span, values, content, exact=exact)
            if not following:
                return

    def _latin_values(self, joined: str, surface: str, content: int) -> tuple[tuple[T, ...], bool]:
        word = surface.casefold()
        spelt = self._spelt.get(word, [])
        core = word.split("-")[-1].split()[-1] if content == 1 else word
        near, same = ((), False) if is_english(core) or len(core) < 3 else self._near(joined)
        if spelt:
            return (_distinct([*spelt, *near]) if same else tuple(spelt)), True
        return near, same

    def _near(self, joined: str) -> tuple[tuple[T, ...], bool]:
        """Return the values under the nearest spellings, and whether the letters are equal; remembered."""
        if joined not in self._remembered:
            if len(self._remembered) > REMEMBERED:
                self._remembered.clear()
            near = self._latin.get(skeleton(joined), ())
            same = [value for form, value in near if form == joined]
            self._remembered[joined] = (
                _distinct(same or [value for form, value in near if alike(form, joined)]),
                bool(same),
            )
        return self._remembered[joined]

    def _plain_form(self, form: str) -> str:
        """Lower case, but for acronyms: "US forces" is not in "told us forces"."""
        return form if form in self._plain_acronyms else form.casefold()

    def _plain_hits(self, text: str, folded: Folded, tokens: tuple[Token, ...], position: int) -> Iterator[Hit[T]]:
        phrase = self._plain_form(tokens[position].form)
        for size in range(1, WINDOW + 1):
            last = tokens[position + size - 1]
            if size > 1:
                phrase += " " + self._plain_form(last.form)
            values = self._plain.get(phrase)
            if values:
                yield _hit(text, folded, (tokens[position].start, last.end), tuple(values), size)
            if last.gap is None or position + size >= len(tokens):
                return


def _hit(
    text: str,
    folded: Folded,
    span: tuple[int, int],
    values: tuple[T, ...],
    words: int,
    *,
    cut: int = 0,
    exact: bool = True,
) -> Hit[T]:
    start, end = folded.span(*span)
    return Hit(start, end, text[start:end], values, words, span, cut, exact)


def leftmost_longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Keep hits that do not overlap: the longest wins, then the one with fewer clitics cut, then the leftmost."""
    kept: list[Hit[T]] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.cut, hit.start)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _joined(words: list[tuple[str, str]]) -> str:
    """Join the `letters` of a name's words, articles left out."""
    if len(words) == 1:
        return letters(words[0][0])
    following = [form for form, _ in words[1:]]
    kept = [form for (form, gap), after in zip(words[:-1], following, strict=True) if not is_article(form, gap, after)]
    return "".join(map(letters, [*kept, following[-1]]))


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple({id(value): value for value in values}.values())


def _append(table: dict[str, list[T]], key: str, value: T) -> None:
    values = table.setdefault(key, [])
    if not any(other is value for other in values):
        values.append(value)
