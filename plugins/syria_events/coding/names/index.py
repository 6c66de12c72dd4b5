"""One pass over a text finds every name of a table, however large the table is.

Each window of up to six tokens is one look-up in a hash table of its script's names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from syria_events.coding.arabic_letters import Folded, fold
from syria_events.coding.names.arabic_names import ArabicNames
from syria_events.coding.names.hit import Hit, Scanned
from syria_events.coding.names.latin_names import LatinNames
from syria_events.coding.names.plain_phrases import PlainPhrases
from syria_events.coding.names.tokens import NAME_WORD, SUFFIXED, is_arabic, tokens_of

T = TypeVar("T")


class NameIndex(Generic[T]):
    """Names to values. Several values may share a name; the order of adding is kept."""

    def __init__(self) -> None:
        self._arabic: ArabicNames[T] = ArabicNames()
        self._latin: LatinNames[T] = LatinNames()
        self._plain: PlainPhrases[T] = PlainPhrases()

    def add(self, name: str, value: T, *, tolerant: bool = True) -> None:
        """Add a proper name, in any script.

        Spellings that fold alike are found with it, unless `tolerant` is false: then only the letter case may differ.
        An acronym (SDF, US, JaN) is found in these letters only, with or without dots.
        """
        words = NAME_WORD.findall(fold(name).text)
        if not words:
            raise ValueError(f"name without a letter: {name!r}")
        if is_arabic(words[0][0]):
            self._arabic.add([form for form, _ in words], value)
        else:
            self._latin.add(name, words, value, tolerant=tolerant)

    def add_plain(self, phrase: str, value: T) -> None:
        """Add a phrase of ordinary words: found in any letter case (acronyms in theirs), but only as spelt."""
        words = [form for form, _ in NAME_WORD.findall(fold(phrase).text)]
        (self._arabic if is_arabic(words[0]) else self._plain).add(words, value)

    def scan(self, text: str, language: str | None = None, folded: Folded | None = None) -> Iterator[Hit[T]]:
        """Yield every hit, overlapping ones too, by start; offsets refer to `text` as given.

        `folded` is `fold(text)`, where the caller has it already.
        """
        folded = folded or fold(text)
        scanned = Scanned(text, folded, tokens_of(folded.text, suffixed=language in SUFFIXED))
        for position, token in enumerate(scanned.tokens):
            if is_arabic(token.form):
                yield from self._arabic.hits(scanned, position)
            else:
                yield from self._latin.hits(scanned, position)
                yield from self._plain.hits(scanned, position)
