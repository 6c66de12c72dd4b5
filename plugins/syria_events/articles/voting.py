"""The vote on what of a page is the article.

trafilatura and readability read the page; a model of its blocks weighs what they say block by block. Where the model
and trafilatura agree, its text stands. Where they do not, newspaper is asked too, and the text that is nearest to all
others wins. On pages of unseen hosts this beats each voter and the best two of three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from syria_events.articles.block_features import Context
from syria_events.articles.block_model import blocks_text
from syria_events.articles.blocks import WORD, Block, blocks_of
from syria_events.articles.extractors import (
    MOST_ELEMENTS,
    is_larger,
    newspaper_text,
    readability_text,
    trafilatura_text,
    versioned,
)
from syria_events.articles.language import detect_language
from syria_events.articles.slimming import slimmed

ENOUGH = 0.9
"""Agreement of the model with trafilatura above which newspaper is not asked."""


@dataclass(frozen=True, slots=True)
class Vote:
    """The text that was chosen."""

    text: str
    extractor: str | None
    """Whose text it is, with versions; the model of blocks names the two that it weighs."""
    agreement: float | None
    """Mean similarity of the chosen text to the others, 0 to 1; null where one voter ran alone."""


def vote(tree: HtmlElement, blocks: Sequence[Block], context: Context) -> Vote:
    """Take the vote on a tree without programs, and on its blocks. A tree too large is slimmed, in place."""
    if is_larger(tree, MOST_ELEMENTS):
        blocks = blocks_of(slimmed(tree, blocks))
    if is_larger(tree, MOST_ELEMENTS):
        return Vote("", None, None)
    texts = {"trafilatura": trafilatura_text(tree), "readability": readability_text(tree)}
    texts = {"blocks": blocks_text(blocks, texts, context), **texts}
    if similarity(texts["blocks"], texts["trafilatura"]) >= ENOUGH:
        return _chosen("blocks", texts)
    language = detect_language(max(texts.values(), key=len)).code
    texts["newspaper"] = newspaper_text(tree, language)
    return _chosen(_medoid(texts), texts)


def similarity(one: str, other: str) -> float:
    """Return the F1 of the four-word shingles of two texts: 1 for the same words in the same order."""
    a, b = _shingles(one), _shingles(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def _medoid(texts: Mapping[str, str]) -> str:
    """Return who is nearest to all others; the first of equals."""
    heard = [name for name, text in texts.items() if text.strip()] or list(texts)
    return max(heard, key=lambda name: sum(similarity(texts[name], texts[other]) for other in heard if other != name))


def _chosen(name: str, texts: Mapping[str, str]) -> Vote:
    others = [similarity(texts[name], text) for other, text in texts.items() if other != name and text.strip()]
    made_by = ("trafilatura", "readability") if name == "blocks" else (name,)
    agreement = round(sum(others) / len(others), 3) if others else None
    return Vote(texts[name], " + ".join(map(versioned, made_by)), agreement)
