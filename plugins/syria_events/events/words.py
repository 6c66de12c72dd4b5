"""The words that tell one happening from another, without the endings and letters that vary between writers."""

from __future__ import annotations

import re
import unicodedata

from syria_events.model import Article, Report

_WORD = re.compile(r"[^\W\d_]{3,}")
_ARABIC_VARIANTS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
)
_ARABIC_PREFIX = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل)|و(?=\w{4}))(?=\w{3})")
_ENGLISH_ENDING = re.compile(r"(?:'s|’s|s)$")


def distinctive_words(report: Report, article: Article) -> frozenset[str]:
    """Return the normalised words of a report's evidence, and of the headline where the report is the lead."""
    quotes = [span.quote for span in report.evidence]
    if report.rank == 1:
        quotes.append(article.title)
    return words_of(" ".join(quotes))


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
