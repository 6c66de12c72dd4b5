"""Arabic letters made comparable, with every offset kept.

Writers of Arabic differ in hamza seats, ya and alef maqsura, ta marbuta, elongation, vowel marks and digits. `fold`
removes these differences; `Folded.span` leads from the folded text back to the text as given: evidence stays exact.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_INVISIBLE = "\u0640\u061c\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_UNEVEN = re.compile(f"[{_MARKS}{_INVISIBLE}\ufb50-\ufdff\ufe70-\ufefc]")
_DROPPED = re.compile(f"[{_MARKS}{_INVISIBLE}]")

_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳ", "ا"),
        **dict.fromkeys("ىیۍێېئ", "ي"),
        **dict.fromkeys("ؤۆۇۋ", "و"),
        **dict.fromkeys("ةۀہھەۃ", "ه"),
        **dict.fromkeys("کڪگ", "ك"),
        "چ": "ج",
        "پ": "ب",
        "ڕ": "ر",
        "ڵ": "ل",
        "ڤ": "ف",
        "\u00a0": " ",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)


_PREFIXES = ("وبال", "فبال", "وكال", "وال", "فال", "ولل", "فلل", "بال", "كال", "لل", "ال", "وب", "ول", "وك", "فب", "فل")
_ALL_PREFIXES = (*_PREFIXES, "و", "ف", "ب", "ل", "ك")
_OPENINGS = frozenset(prefix[0] for prefix in _ALL_PREFIXES)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: `starts` holds each character's offset in the text as given; null = equal."""

    text: str
    starts: array[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets, in the text as given, of the folded slice [start, end) with the marks that follow it."""
        if self.starts is None:
            return start, end
        if start >= end:
            return self.starts[start], self.starts[start]
        return self.starts[start], max(self.starts[end], self.starts[end - 1] + 1)


def fold(text: str) -> Folded:
    """Fold letters and digits: hamza seats to their letter, ى to ي, ة to ه, Persian and Kurdish forms to Arabic ones.

    Vowel marks, tatweel and invisible characters go; presentation forms are spelt out; a free hamza (ء) stays.
    """
    if not _UNEVEN.search(text):
        return Folded(text.translate(_LETTERS), None)
    pieces: list[str] = []
    starts = array("l")
    after = 0
    for match in _UNEVEN.finditer(text):
        offset = match.start()
        pieces.append(text[after:offset])
        starts.extend(range(after, offset))
        spelt = _DROPPED.sub("", unicodedata.normalize("NFKC", match[0]))
        pieces.append(spelt)
        starts.extend([offset] * len(spelt))
        after = offset + 1
    pieces.append(text[after:])
    starts.extend(range(after, len(text) + 1))
    return Folded("".join(pieces).translate(_LETTERS), starts)


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """Fold a word or a phrase of a lexicon; the same folding as `fold`, without offsets; remembered."""
    return fold(word).text


def stems(word: str, shortest: int = 3) -> Iterator[tuple[int, str]]:
    """Yield (letters cut, stem) for a folded word: first the word itself, then with ever more clitics cut off.

    A stem keeps at least `shortest` letters. `للرقه` gives `رقه`: the article that merged with ل is cut too. Cutting is
    blind: the caller decides which stem is a word it knows.
    """
    yield 0, word
    if word[:1] not in _OPENINGS:
        return
    fitting = {len(prefix) for prefix in _ALL_PREFIXES if word.startswith(prefix)}
    for cut in sorted(fitting):
        if len(word) - cut >= shortest:
            yield cut, word[cut:]
