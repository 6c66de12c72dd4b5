"""The words that tell one happening from another, without the endings and letters that vary between writers.

A word weighs the less the more of the war's reports use it: `data/common_words.csv` holds the share of happenings whose
report opens with it, counted on 450 English and Arabic articles. A word that is not listed weighs most.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from syria_events.model import Article, Report

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARABIC_VARIANTS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
_ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|و)(?=\w{3})")
_ENGLISH_ENDING = re.compile(r"(?:'s|’s|s)$")


OPENING = 500
"""Characters of the text that tell the lead, after the headline."""
NAME_WEIGHT = 100
RARE_SHARE = 0.01
"""A word in fewer reports than this weighs as much as a name."""


def distinctive_words(report: Report, article: Article) -> frozenset[str]:
    """Return the normalised words of a report's evidence; for the lead also of the headline and the opening."""
    quotes = [span.quote for span in report.evidence]
    if report.rank == 1:
        quotes += [article.title, article.text[:OPENING]]
    return words_of("\n".join(quotes))


def weight_of(words: Iterable[str]) -> int:
    """Return how much words tell together, in hundredths of a word as rare as a name."""
    return sum(map(_weights().__getitem__, words))


def rare_words(words: Iterable[str]) -> frozenset[str]:
    """Return the words that are in no list of common words."""
    return frozenset(words) - _weights().keys()


class _Weights(dict[str, int]):
    """Weights of common words; every other word weighs as much as a name."""

    def __missing__(self, word: str) -> int:
        return NAME_WEIGHT


@cache
def _weights() -> _Weights:
    table = files("syria_events.events") / "data" / "common_words.csv"
    with table.open(encoding="utf-8") as lines:
        shares = {row["word"]: float(row["share"]) for row in csv.DictReader(lines)}
    return _Weights((word, round(NAME_WEIGHT * math.log(s) / math.log(RARE_SHARE))) for word, s in shares.items())


def words_of(text: str) -> frozenset[str]:
    """Return the words of three letters or more: lower case, no accents, no Arabic article, no plural or genitive s."""
    return frozenset(_plain(word) for word in _WORD.findall(_without_marks(text)))


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_ARABIC_VARIANTS).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _plain(word: str) -> str:
    if word[0] >= "\u0600":
        return _ARABIC_PREFIX.sub("", word)
    return _ENGLISH_ENDING.sub("", word) if len(word) > 4 else word
