"""What tells an article's block from the rest of its page, as numbers.

Each block is described by what the extractors made of it and of its neighbours, by its words, by the names of the
elements that it stands in, and by its place relative to the core: the words that the extractors agree on.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from syria_events.articles.block_hints import HintReader
from syria_events.articles.blocks import WORD, Block

OWN = ("furniture", "related", "social", "meta", "caption", "lead", "body", "good", "comment", "li", "figure", "header")
INHERITED = (
    *("furniture", "related", "social", "meta", "caption", "lead", "body", "good", "comment", "li", "figure", "header"),
    *("article", "main", "aside", "footer", "nav", "form", "table", "quote", "itemprop"),
)
VOTERS = ("trafilatura", "readability")

_END = re.compile(r"[.!?…。؟۔:;»”\"')]$")
_SENTENCE = re.compile(r"[.!?…。؟۔](?:\s|$)")
_REACH = 10
"""Blocks before and behind the core that may still belong to the article."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a page says about itself elsewhere."""

    title: str
    description: str


Features = dict[str, float]


def describe(blocks: Sequence[Block], texts: Mapping[str, str], context: Context) -> dict[int, Features]:
    """Return the features of every block that can belong to the article, by its index.

    `texts` are the extractors' results by the names in VOTERS.
    """
    if not blocks:
        return {}
    votes = [_votes(blocks, texts.get(name, "")) for name in VOTERS]
    mean = [sum(vote) / len(votes) for vote in zip(*votes, strict=True)]
    core = [i for i, block in enumerate(blocks) if mean[i] > 0.6 and len(block.words) > 8]
    if not core:
        core = [i for i, share in enumerate(mean) if share > 0] or [0]
    shares = _Shares(blocks, mean)
    hints = HintReader()
    words = _WordFeatures(context)
    same = _same_class(blocks, core)
    found = {}
    for i in range(max(0, core[0] - _REACH), min(len(blocks), core[-1] + _REACH + 1)):
        row = {f"vote_{name}": vote[i] for name, vote in zip(VOTERS, votes, strict=True)}
        row |= _neighbours(mean, i, core[0], core[-1])
        row |= words.of(blocks[i])
        row |= shares.of(blocks[i].element)
        row |= _hint_features(blocks[i].element, hints)
        row["same_class"] = same[_style(blocks[i])]
        row["description_before"] = float(row["description"] and i <= core[0])
        found[i] = row
    return found


def _votes(blocks: Sequence[Block], text: str) -> list[float]:
    """Return for each block the share of its words that an extractor kept: whole blocks, else four-word shingles."""
    words = WORD.findall(text)
    joined = f" {' '.join(words)} "
    shingles = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    return [_kept(block, joined, shingles) for block in blocks]


def _kept(block: Block, joined: str, shingles: set[tuple[str, ...]]) -> float:
    if block.key in joined:
        return 1.0
    own = list(zip(block.words, block.words[1:], block.words[2:], block.words[3:], strict=False))
    return sum(shingle in shingles for shingle in own) / len(own) if own else 0.0


def _neighbours(mean: Sequence[float], i: int, first: int, last: int) -> Features:
    near = [mean[j] for j in range(max(0, i - 2), min(len(mean), i + 3)) if j != i]
    return {
        "vote": mean[i],
        "near": sum(near) / len(near) if near else 0.0,
        "previous": mean[i - 1] if i else 0.0,
        "next": mean[i + 1] if i + 1 < len(mean) else 0.0,
        "before": float(max(0, first - i)),
        "after": float(max(0, i - last)),
        "position": (i - first) / max(1, last - first),
    }


class _WordFeatures:
    """What a block's words say, remembering those of the blocks before it."""

    def __init__(self, context: Context) -> None:
        self._title = _folded(context.title)
        self._description = _folded(context.description)
        self._seen: set[str] = set()

    def of(self, block: Block) -> Features:
        count = len(block.words)
        text, low = block.text, _folded(block.text)
        again = block.key in self._seen
        self._seen.add(block.key)
        return {
            "length": math.log1p(count),
            "links": block.link_words / count,
            "bold": block.bold_words / count,
            "ended": float(bool(_END.search(text))),
            "sentences": float(min(4, len(_SENTENCE.findall(text)))),
            "commas": float(min(5, text.count(",") + text.count("،"))),
            "digits": sum(map(str.isdigit, text)) / len(text),
            "upper": float(text.isupper()),
            "colon": float(text.endswith(":")),
            "bar": float("|" in text or "©" in text),
            "hidden": float(block.is_hidden),
            "again": float(again),
            "title": _alike(low, self._title),
            "description": float(count > 4 and _alike(low, self._description) > 0.6),
        }


def _folded(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


class _Shares:
    """How much of the core each element holds, and how much of what it holds is core."""

    def __init__(self, blocks: Sequence[Block], mean: Sequence[float]) -> None:
        self._core: Counter[HtmlElement] = Counter()
        self._all: Counter[HtmlElement] = Counter()
        for block, share in zip(blocks, mean, strict=True):
            self._core[block.element] += len(block.words) * share
            self._all[block.element] += len(block.words)
        for element, core, count in [(e, self._core[e], n) for e, n in self._all.items()]:
            for ancestor in element.iterancestors():
                self._core[ancestor] += core
                self._all[ancestor] += count
        self._total = max(self._core.values(), default=0) or 1.0
        # the smallest element with most of the core; document order settles ties in favour of the innermost
        holders = [e for e, core in self._core.items() if core >= 0.6 * self._total]
        self._main = min(holders, key=lambda e: (self._all[e], -_depth(e)), default=None)

    def of(self, element: HtmlElement) -> Features:
        """Return the shares of an element, its parent and its grandparent, and its way to the main container."""
        parent = element.getparent()
        grandparent = parent.getparent() if parent is not None else None
        path = [element, *element.iterancestors()]
        return {
            "share": self._core[element] / self._total,
            "share_parent": self._share(parent),
            "share_grandparent": self._share(grandparent),
            "density_parent": self._density(parent),
            "density_grandparent": self._density(grandparent),
            "steps_to_main": float(min(path.index(self._main), 6) if self._main in path else 8),
        }

    def _share(self, element: HtmlElement | None) -> float:
        return 1.0 if element is None else self._core[element] / self._total

    def _density(self, element: HtmlElement | None) -> float:
        return 1.0 if element is None or not self._all[element] else self._core[element] / self._all[element]


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _hint_features(element: HtmlElement, hints: HintReader) -> Features:
    own, inherited = hints.read(element)
    parent = element.getparent()
    above = hints.read(parent)[0] if parent is not None else frozenset()
    row = {f"own_{name}": float(name in own) for name in OWN}
    row |= {f"parent_{name}": float(name in above) for name in OWN}
    row |= {f"in_{name}": float(name in inherited) for name in INHERITED}
    row["paragraph"] = float(element.tag == "p")
    row["heading"] = float(element.tag in {"h2", "h3", "h4", "h5", "h6"})
    row["headline"] = float(element.tag == "h1")
    return row


def _style(block: Block) -> tuple[str, str | None]:
    return str(block.element.tag), block.element.get("class")


def _same_class(blocks: Sequence[Block], core: Sequence[int]) -> Mapping[tuple[str, str | None], float]:
    """Return the share of the core's words by tag and class: an article's paragraphs look alike."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for i in core:
        counts[_style(blocks[i])] += len(blocks[i].words)
    total = counts.total() or 1
    return Counter({style: count / total for style, count in counts.items()})
