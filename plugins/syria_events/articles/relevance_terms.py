"""The words that speak for and against an article being about Syria (data/relevance_terms.csv), found in folded text."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from syria_events.articles.language import script_of

KINDS = ("country", "place", "shared", "actor", "near", "happening", "aside")
_SCRIPTS = {"ru": "Cyrl", "ar": "Arab", "fa": "Arab"}
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


def read_signs(text: str) -> Signs:
    """Find the terms of all kinds in a text; phrases of `never` and `mention` are cut out before the others."""
    lexicon = _lexicon(script_of(text) or "Latn")
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


@cache
def _lexicon(script: str) -> dict[str, re.Pattern[str]]:
    terms: dict[str, set[str]] = {}
    for kind, own_script, term in _rows():
        if own_script == script:
            terms.setdefault(kind, set()).add(_pattern(term, script))
    # the longest first: alternatives are tried in their order
    return {
        kind: re.compile(rf"(?<!\w)({'|'.join(sorted(patterns, key=lambda p: (-len(p), p)))})(?!\w)")
        for kind, patterns in terms.items()
    }


def _pattern(term: str, script: str) -> str:
    body = re.escape(fold(term.strip().removesuffix("*"))) + (_ENDING if term.strip().endswith("*") else "")
    return (_ARABIC_PREFIX if script == "Arab" else "") + body


def _rows() -> Iterator[tuple[str, str, str]]:
    text = files(__package__).joinpath("data/relevance_terms.csv").read_text("utf-8")
    for row in csv.reader(line for line in text.splitlines() if not line.startswith("#")):
        kind, language, terms = row[0], row[1], ",".join(row[2:])
        if kind != "kind":
            script = script_of(terms) if language == "ku" else _SCRIPTS.get(language, "Latn")
            yield from ((kind, script or "Latn", term) for term in terms.split("|") if term.strip())
