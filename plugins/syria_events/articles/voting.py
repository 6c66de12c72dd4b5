"""Three extractors vote on what the article is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml.html import HtmlElement

from syria_events.articles.extractors import newspaper_text, readability_text, trafilatura_text, versioned
from syria_events.articles.language import detect_language

ENOUGH = 0.9
"""Agreement of the first two above which the third is not asked."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Vote:
    """The text that was chosen."""

    text: str
    extractor: str | None
    agreement: float | None


def vote(tree: HtmlElement) -> Vote:
    """Ask trafilatura and readability, and newspaper where they disagree; take the text that is nearest to the others."""
    texts = {"trafilatura": trafilatura_text(tree), "readability": readability_text(tree)}
    agreement = similarity(*texts.values())
    if agreement < ENOUGH:
        language = detect_language(max(texts.values(), key=len)).code
        texts["newspaper"] = newspaper_text(tree, language)
    texts = {name: text for name, text in texts.items() if text.strip()}
    if not texts:
        return Vote("", None, None)
    closeness = {
        name: sum(similarity(text, other) for n, other in texts.items() if n != name) for name, text in texts.items()
    }
    best = max(texts, key=lambda name: (closeness[name], -list(texts).index(name)))
    others = len(texts) - 1
    return Vote(texts[best], versioned(best), round(closeness[best] / others, 3) if others else None)


def similarity(one: str, other: str) -> float:
    """Return the F1 of the four-word shingles of two texts."""
    a, b = _shingles(one), _shingles(other)
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(4)), strict=False)) if len(words) >= 4 else Counter([tuple(words)])
