"""The pages with known articles, and the measure of the public extraction benchmarks."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("SYRIA_EVENTS_SHARED") or Path(__file__).parents[2] / "shared") / "extraction"
SETS = ("scrapinghub", "np4k_aed", "fundus", "mena")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page and what it should become."""

    set_name: str
    body: bytes
    url: str
    gold: dict[str, Any]


def read_pages(set_name: str) -> Iterator[GoldPage]:
    """Yield the pages of one set. Raises FileNotFoundError where the sets are absent."""
    folder = SHARED / set_name
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        yield GoldPage(
            set_name, gzip.decompress((folder / "html" / f"{gold['id']}.html.gz").read_bytes()), gold["url"], gold
        )


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the four-word shingles of a text as a multiset; shorter texts are one shingle."""
    words = _WORD.findall(text or "")
    if len(words) < 4:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(words, words[1:], words[2:], words[3:], strict=False))


def body_scores(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of (text, gold) pairs, averaged over pages as
    article-extraction-benchmark does.
    """
    precisions, recalls = [], []
    for text, gold in pairs:
        found, true = shingles(text), shingles(gold)
        right = (found & true).total()
        if found:
            precisions.append(right / found.total())
        if true:
            recalls.append(right / true.total())
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / max(1, len(recalls))
    return precision, recall, 2 * precision * recall / (precision + recall or 1)
