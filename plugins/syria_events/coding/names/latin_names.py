"""Names in Latin or Cyrillic letters: compared by `latin.skeleton` and `latin.alike`, capitals required."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

from syria_events.coding.names.english import is_english
from syria_events.coding.names.hit import REMEMBERED, WINDOW, Hit, Scanned, append, distinct, hit_at
from syria_events.coding.names.latin import alike, is_article, letters, skeleton
from syria_events.coding.names.tokens import OPENERS, PLACE_NOUNS, may_begin, may_follow

T = TypeVar("T")

ACRONYM = re.compile(r"[A-Z]{2,5}|[A-Z][a-z][A-Z]")
"""SDF, US, also JaN, which would be a month in other letters."""


class LatinNames(Generic[T]):
    """Names to values."""

    def __init__(self) -> None:
        self._by_skeleton: dict[str, list[tuple[str, T]]] = {}
        self._spelt: dict[str, list[T]] = {}
        self._acronyms: dict[str, list[T]] = {}
        self._remembered: dict[str, tuple[tuple[T, ...], bool]] = {}

    def add(self, name: str, words: list[tuple[str, str]], value: T, *, tolerant: bool) -> None:
        """Add a name by its words and the gaps after them."""
        if ACRONYM.fullmatch(name):
            append(self._acronyms, name, value)
            return
        if tolerant:
            joined = _joined(words)
            self._by_skeleton.setdefault(skeleton(joined), []).append((joined, value))
        append(self._spelt, name.casefold(), value)

    def hits(self, scanned: Scanned, position: int) -> Iterator[Hit[T]]:
        """Yield the names that begin at a token."""
        token = scanned.tokens[position]
        if token.form in self._acronyms:
            yield hit_at(scanned, (token.start, token.end), tuple(self._acronyms[token.form]), 1)
        capital = token.form[0].isupper() and token.form not in OPENERS
        if capital or (token.gap is not None and may_begin(scanned.tokens, position)):
            yield from self._names(scanned, position)

    def _names(self, scanned: Scanned, position: int) -> Iterator[Hit[T]]:
        tokens = scanned.tokens
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
                values, exact = self._values(joined, scanned.folded.text[slice(*span)], content)
                if values and (exact or token.form not in PLACE_NOUNS):
                    yield hit_at(scanned, span, values, content, exact=exact)
            if not following:
                return

    def _values(self, joined: str, surface: str, content: int) -> tuple[tuple[T, ...], bool]:
        word = surface.casefold()
        spelt = self._spelt.get(word, [])
        core = word.split("-")[-1].split()[-1] if content == 1 else word
        near, same = ((), False) if is_english(core) or len(core) < 3 else self._near(joined)
        if spelt:
            return (distinct([*spelt, *near]) if same else tuple(spelt)), True
        return near, same

    def _near(self, joined: str) -> tuple[tuple[T, ...], bool]:
        """Return the values under the nearest spellings, and whether the letters are equal; remembered."""
        if joined not in self._remembered:
            if len(self._remembered) > REMEMBERED:
                self._remembered.clear()
            near = self._by_skeleton.get(skeleton(joined), ())
            same = [value for form, value in near if form == joined]
            alike_ones = same or [value for form, value in near if alike(form, joined)]
            self._remembered[joined] = distinct(alike_ones), bool(same)
        return self._remembered[joined]


def _joined(words: list[tuple[str, str]]) -> str:
    """Join the `letters` of a name's words, articles left out."""
    if len(words) == 1:
        return letters(words[0][0])
    following = [form for form, _ in words[1:]]
    kept = [form for (form, gap), after in zip(words[:-1], following, strict=True) if not is_article(form, gap, after)]
    return "".join(map(letters, [*kept, following[-1]]))
