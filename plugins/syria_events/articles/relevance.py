"""Is it about Syria, and how much."""

from __future__ import annotations

import re
from dataclasses import dataclass

from syria_events.model import Article

_SYRIA = re.compile(r"syria|damasc|aleppo|idlib|homs\b|سوري|دمشق|حلب|suriye|syrie|сири|sûriy|سوریه|syrien", re.I)


@dataclass(frozen=True, slots=True)
class Relevance:
    """A judgement with its reasons."""

    decision: str
    """`relevant`, `background`, `irrelevant` or `undecided`."""
    score: float
    reasons: tuple[str, ...]


def judge_entry(title: str, summary: str, *, language: str | None, scope: str, url: str | None = None) -> Relevance:
    """Judge by what a feed says about an article."""
    if scope == "syria" or _SYRIA.search(f"{title} {summary}"):
        return Relevance("relevant", 1.0, ("names Syria",))
    return Relevance("irrelevant", 0.0, ("nothing Syrian",))


def judge_article(article: Article, *, scope: str) -> Relevance:
    """Judge by the whole text."""
    return judge_entry(article.title, article.text, language=article.language, scope=scope)
