"""Names in Arabic letters: compared folded, without article and with clitics cut from the first word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from syria_events.coding.names.arabic import FIRST_ELEMENTS, arabic_stems, bare
from syria_events.coding.names.hit import REMEMBERED, WINDOW, Hit, Scanned, append, hit_at

T = TypeVar("T")

_OPENING = 5
"""Letters of a name by which is known how long names that begin so may be."""


class ArabicNames(Generic[T]):
    """Names to values."""

    def __init__(self) -> None:
        self._values: dict[str, list[T]] = {}
        self._longest: dict[str, int] = {}
        self._heads: set[str] = set(FIRST_ELEMENTS)
        self._remembered_heads: dict[str, tuple[tuple[int, str], ...]] = {}

    def add(self, words: list[str], value: T) -> None:
        """Add a name by its folded words, also as one word."""
        stripped = [bare(word) for word in words]
        self._add_key(stripped[0], "".join(stripped), value)
        if len(words) > 1:
            joined_up = bare("".join(words))
            self._add_key(joined_up, joined_up, value)

    def _add_key(self, head: str, key: str, value: T) -> None:
        self._heads.add(head)
        append(self._values, key, value)
        opening = key[:_OPENING]
        self._longest[opening] = max(len(key), self._longest.get(opening, 0))

    def hits(self, scanned: Scanned, position: int) -> Iterator[Hit[T]]:
        """Yield the names that begin at a token."""
        form = scanned.tokens[position].form
        heads = self._remembered_heads.get(form)
        if heads is None:
            heads = self._heads_of(form)
        for cut, stem in heads:
            yield from self._hits_of(scanned, position, cut, stem)

    def _hits_of(self, scanned: Scanned, position: int, cut: int, key: str) -> Iterator[Hit[T]]:
        tokens = scanned.tokens
        first = tokens[position]
        for size in range(1, WINDOW + 1):
            last = tokens[position + size - 1]
            if size > 1:
                key += bare(last.form)
                if len(key) > self._longest.get(key[:_OPENING], _OPENING):
                    break
            values = self._values.get(key)
            if values:
                keeps_article = 2 if first.form[:cut].endswith("ال") else 0
                span = (first.start + cut - keeps_article, last.end)
                yield hit_at(scanned, span, tuple(values), size, cut=cut - keeps_article)
            if last.gap is None or position + size >= len(tokens):
                break

    def _heads_of(self, form: str) -> tuple[tuple[int, str], ...]:
        """Return (letters cut, stem) of the first words of names that a word may be; remembered."""
        if len(self._remembered_heads) > REMEMBERED:
            self._remembered_heads.clear()
        known = tuple((cut, stem) for cut, stem in arabic_stems(form) if stem in self._heads)
        self._remembered_heads[form] = known
        return known
