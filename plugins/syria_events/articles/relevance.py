"""Is it about Syria, and how much: a judgement with its reasons.

Coverage names Syria, a place or an actor of it where it says what it is about: in the headline or the lead. Syria in a
background (refugees elsewhere, sport, kitchen, antiquity) is told apart by the phrases and topics around the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from syria_events.articles.language import detect_language
from syria_events.articles.relevance_terms import Signs, read_signs
from syria_events.model import Article

RELEVANT = 0.5
"""Score from which it is coverage."""
LEAD = 400
"""Characters of an article that say what it is about."""
OFTEN = 8
"""Mentions per 1000 words that make coverage of an article whose headline names something else."""

LANGUAGES = frozenset({"en", "de", "fr", "tr", "ku", "ar", "fa", "ru"})
_NAMES = ("country", "people", "place", "actor")
_WEIGHTS = {"country": 0.6, "people": 0.6, "place": 0.6, "actor": 0.55}
_QUIET = {**_WEIGHTS, "people": 0.4, "actor": 0.45}
"""Weights where nothing happens that coverage tells: Syrians live, cook and play in many countries, and others bear the
names of those who act in Syria. Alone, they leave the judgement to the page."""
_MARKUP = re.compile(r"<[^>]*>|&\w+;")


@dataclass(frozen=True, slots=True)
class Relevance:
    """A judgement with its reasons."""

    decision: str
    """`relevant`, `background` (Syria is named, but it is about something else), `irrelevant`, or `undecided`: the
    entry alone does not tell."""
    score: float
    """0 to 1."""
    reasons: tuple[str, ...]
    """The words that spoke for and against, each with its kind."""


def judge_entry(title: str, summary: str, *, language: str | None, scope: str, url: str | None = None) -> Relevance:
    """Judge by what a feed says of an article. `irrelevant` and `background` mean that its page need not be fetched."""
    first, _, rest = title.partition(". ")
    rest = _MARKUP.sub(" ", f"{rest} {summary}")
    language = _language(f"{title} {rest}", language)
    head, lead = read_signs(first, language), read_signs(rest, language)
    score, reasons = _score(head, lead)
    if score >= RELEVANT:
        return Relevance("relevant", score, reasons)
    if _is_open(head, lead, scope):
        return Relevance("undecided", score, reasons or (f"nothing said, in a feed of scope {scope}",))
    if head.count("mention", *_NAMES) + lead.count("mention", *_NAMES):
        # a page may tell more than a passing word in its summary, or a headline without a topic
        is_aside = sum(part.count("mention", "aside", "elsewhere") for part in (head, lead)) > 0
        return Relevance("background" if is_aside else "undecided", score, reasons)
    return Relevance("irrelevant", 0.0, reasons or ("names nothing Syrian",))


def judge_article(article: Article, *, scope: str) -> Relevance:
    """Judge by the whole text."""
    language = _language(f"{article.title} {article.text}", article.language)
    head, lead = read_signs(article.title, language), read_signs(article.text[:LEAD], language)
    score, reasons = _score(head, lead)
    rest = read_signs(article.text[LEAD:], language)
    mentions = sum(part.count(*_NAMES) for part in (head, lead, rest))
    words = max(150, len(article.text.split()))
    is_frequent = mentions >= 4 and mentions * 1000 >= OFTEN * words
    if score < RELEVANT and is_frequent and not head.count("aside", "mention"):
        frequent = round(min(1.0, 0.5 + mentions / words * 10), 3)
        return Relevance("relevant", frequent, (*reasons, f"text: {mentions} mentions in {words} words"))
    if score >= RELEVANT:
        return Relevance("relevant", score, reasons)
    if scope == "syria" and mentions and not head.count("mention", "aside") + lead.count("mention", "aside"):
        # in a feed about Syria a Syrian place further down says where, not that it is an aside
        return Relevance("relevant", RELEVANT, (*reasons, f"text: {mentions} mentions, in a feed about Syria"))
    if mentions or any(part.count("mention") for part in (head, lead, rest)):
        return Relevance("background", score, (*reasons, f"text: {mentions} mentions in {words} words"))
    if scope == "syria" and head.count("shared", "happening") + lead.count("shared", "happening"):
        return Relevance("relevant", RELEVANT, (*reasons, "feed: about Syria"))
    return Relevance("irrelevant", 0.0, ("names nothing Syrian",))


def _language(text: str, given: str | None) -> str | None:
    """Return the language given where we have words for it, else that of the text."""
    return given if given in LANGUAGES else detect_language(text).code


def _score(head: Signs, lead: Signs) -> tuple[float, tuple[str, ...]]:
    """Weigh headline and lead: names count for it, topics in which Syria is a background against."""
    happening = head.count("happening") + 0.5 * lead.count("happening")
    weights = _WEIGHTS if happening else _QUIET
    score = sum(weight * min(2, len(head.distinct(kind))) for kind, weight in weights.items())
    score += sum(0.5 * weight * min(2, len(lead.distinct(kind))) for kind, weight in weights.items())
    shared = len(head.distinct("shared")) + 0.5 * len(lead.distinct("shared"))
    if shared and (happening or head.count("near") or score):
        score += 0.5 * min(2, shared)
    if not score:
        return 0.0, _reasons(head, lead)
    aside = 2 * head.count("mention") + head.count("aside") + 0.5 * lead.count("mention", "aside")
    if not sum(part.count("country", "place", "actor") for part in (head, lead)):
        aside += 2 * head.count("elsewhere") + lead.count("elsewhere")
    if aside:
        # who names a place or an actor in the headline writes from Syria, whatever the topic
        is_inside = head.count("place", "actor") > 0
        score -= (0.2 if is_inside else 0.5) * max(0.0, aside - 0.5 * happening) + 0.1
    return round(max(0.0, min(1.0, score)), 3), _reasons(head, lead)


def _is_open(head: Signs, lead: Signs, scope: str) -> bool:
    """Tell whether an article that does not name Syria up front may still be about it."""
    if head.count("mention", "aside"):
        return False
    if scope == "syria":
        return True
    return scope == "region" and bool(head.count("near", "shared") + lead.count("near", "shared"))


def _reasons(head: Signs, lead: Signs) -> tuple[str, ...]:
    kinds = (*_NAMES, "shared", "mention", "aside", "never")
    said = [(place, kind, term) for place, part in (("headline", head), ("lead", lead)) for kind in kinds
            for term in part.distinct(kind)]  # fmt: skip
    return tuple(f"{place}: {term.strip()} ({kind})" for place, kind, term in said)[:12]
