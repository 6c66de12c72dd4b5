"""Words of English that look like a transliterated name: This, There, Country (Tias, Atharah, Quneitra)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def is_english(word: str) -> bool:
    """Say whether a word in small letters is an English one that only its exact spelling can make a name."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    text = files("syria_events.coding").joinpath("data", "english_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
