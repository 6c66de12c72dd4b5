"""Which blocks belong to the article: gradient-boosted trees over the features of blocks, in data/block_trees.json.

The trees were grown by `python -m benchmarks.train_blocks` on the public benchmark pages; to read them takes numpy
alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from syria_events.articles.block_features import Context, Features, describe
from syria_events.articles.blocks import Block

THRESHOLD = 0.45
"""Probability above which a block is kept; the best F1 over unseen hosts."""


def blocks_text(blocks: Sequence[Block], texts: Mapping[str, str], context: Context) -> str:
    """Return the article as the model sees it, one block to a line; a long line that comes twice is kept once."""
    described = describe(blocks, texts, context)
    if not described:
        return ""
    kept, seen = [], set()
    for index, chance in zip(described, _trees().chances(list(described.values())), strict=True):
        block = blocks[index]
        if chance > THRESHOLD and (len(block.text) < 30 or block.key not in seen):
            kept.append(block.text)
            seen.add(block.key)
    return "\n".join(kept)


class Trees:
    """A boosted ensemble of binary decision trees, all evaluated at once."""

    def __init__(self, stored: Mapping[str, Any]) -> None:
        import numpy as np

        self._np = np
        self._names = stored["features"]
        self._feature = np.array(stored["feature"])
        self._threshold = np.array(stored["threshold"])
        self._left = np.array(stored["left"])
        self._right = np.array(stored["right"])
        self._value = np.array(stored["value"])
        self._roots = np.array(stored["roots"])
        self._depth = stored["depth"]

    def chances(self, rows: Sequence[Features]) -> list[float]:
        """Return the probability of each row of features."""
        np = self._np
        cells = np.array([[row[name] for name in self._names] for row in rows])
        at = np.tile(self._roots, (len(rows), 1))
        lines = np.arange(len(rows))[:, None]
        for _ in range(self._depth):
            # a leaf points to itself on both sides
            goes_left = cells[lines, self._feature[at]] <= self._threshold[at]
            at = np.where(goes_left, self._left[at], self._right[at])
        return (1 / (1 + np.exp(-self._value[at].sum(axis=1)))).tolist()


@cache
def _trees() -> Trees:
    return Trees(json.loads(files(__package__).joinpath("data/block_trees.json").read_text("utf-8")))
