"""Phrases of ordinary words in a table of names: found in any letter case, but only as spelt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from syria_events.coding.names.hit import WINDOW, Hit, Scanned, append, hit_at
from syria_events.coding.names.latin_names import ACRONYM

T = TypeVar("T")


class PlainPhrases(Generic[T]):
    """Phrases to values."""

    def __init__(self) -> None:
        self._values: dict[str, list[T]] = {}
        self._heads: set[str] = set()
        self._acronyms: set[str] = set()

    def add(self, words: list[str], value: T) -> None:
        """Add a phrase by its words."""
        self._acronyms.update(word for word in words if ACRONYM.fullmatch(word))
        forms = [self._form(word) for word in words]
        append(self._values, " ".join(forms), value)
        self._heads.add(forms[0])

    def _form(self, word: str) -> str:
        """Lower case, but for acronyms: "US forces" is not in "told us forces"."""
        return word if word in self._acronyms else word.casefold()

    def hits(self, scanned: Scanned, position: int) -> Iterator[Hit[T]]:
        """Yield the phrases that begin at a token."""
        tokens = scanned.tokens
        phrase = self._form(tokens[position].form)
        if phrase not in self._heads:
            return
        for size in range(1, WINDOW + 1):
            last = tokens[position + size - 1]
            if size > 1:
                phrase += " " + self._form(last.form)
            values = self._values.get(phrase)
            if values:
                yield hit_at(scanned, (tokens[position].start, last.end), tuple(values), size)
            if last.gap is None or position + size >= len(tokens):
                return
