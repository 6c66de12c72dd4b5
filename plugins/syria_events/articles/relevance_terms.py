"""The words that speak for and against an article being about Syria (data/relevance_terms.csv), found in
folded text.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from syria_events.articles.language import script_of

KINDS = ("country", "people", "place", "shared", "actor", "near", "elsewhere", "happening", "aside")
_APART = frozenset({"tr", "ku"})
"""Languages in Latin letters with terms of their own; English, German and French share theirs."""
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱا", "ا"),
        **dict.fromkeys("يیىې", "ي"),
        **dict.fromkeys("كکڪ", "ك"),
        **dict.fromkeys("ةهە", "ه"),
        **dict.fromkeys("ؤوۆ", "و"),
        "ئ": "ي",
        "ڕ": "ر",
        "ڵ": "ل",
        "ё": "е",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "`": "'",
        "\u200c": " ",
        "\u0640": None,
    }
)
_ARABIC_PREFIX = "(?:[وف]?(?:[بلك]|لل|ال|بال|كال|وال)?)"
_ENDING = r"[^\W\d_]{0,9}"


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Fold case, accents, Arabic marks and the letters that Arabic, Persian and Kurdish write differently."""
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS).casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(text.translate(_LETTERS).split())


@dataclass(frozen=True, slots=True)
class Signs:
    """What was found in one piece of text: terms by kind, in the order of the text, repetitions included."""

    found: dict[str, list[str]]

    def distinct(self, *kinds: str) -> list[str]:
        """Return the different terms of some kinds."""
        return list(dict.fromkeys(term for kind in kinds for term in self.found.get(kind, ())))

    def count(self, *kinds: str) -> int:
        """Return how often terms of some kinds stand in the text."""
        return sum(len(self.found.get(kind, ())) for kind in kinds)


def read_signs(text: str, language: str | None = None) -> Signs:
    """Find the terms of all kinds in a text; phrases of `never` and `mention` are cut out before the others.

    `language` decides whose terms count among texts in Latin letters: folded Turkish and Kurdish names are English
    words.
    """
    lexicon = _lexicon(_key(text, language))
    text = fold(text)
    found: dict[str, list[str]] = {}
    for kind in ("never", "mention"):
        if pattern := lexicon.get(kind):
            found[kind] = pattern.findall(text)
            text = pattern.sub(" | ", text)
    for kind in KINDS:
        if pattern := lexicon.get(kind):
            found[kind] = pattern.findall(text)
    return Signs(found)


def _key(text: str, language: str | None) -> str:
    script = script_of(text) or "Latn"
    return f"Latn-{language}" if script == "Latn" and language in _APART else script


@cache
def _lexicon(key: str) -> dict[str, re.Pattern[str]]:
    terms: dict[str, set[str]] = {}
    for kind, own_key, term in _rows():
        if own_key == key:
            terms.setdefault(kind, set()).add(_pattern(term, key))
    # the longest first: alternatives are tried in their order
    return {
        kind: re.compile(rf"(?<!\w)({'|'.join(sorted(patterns, key=lambda p: (-len(p), p)))})(?!\w)")
        for kind, patterns in terms.items()
    }


def _pattern(term: str, key: str) -> str:
    body = re.escape(fold(term.strip().removesuffix("*"))) + (_ENDING if term.strip().endswith("*") else "")
    if key == "Arab":
        return _ARABIC_PREFIX + body
    # feeds lose apostrophes: "Aleppos dead"
    return body + "(?:'?s)?" if key == "Latn" else body


def _rows() -> Iterator[tuple[str, str, str]]:
    text = files(__package__).joinpath("data/relevance_terms.csv").read_text("utf-8")
    for row in csv.reader(line for line in text.splitlines() if not line.startswith("#")):
        kind, language, terms = row[0], row[1], ",".join(row[2:])
        if kind != "kind":
            yield from ((kind, _key(terms, language), term) for term in terms.split("|") if term.strip())
