"""Grow the trees of `articles/data/block_trees.json`, and say what they are worth on hosts that they have not seen.

    uv run --with lightgbm python -m benchmarks.train_blocks [--write]

A block counts as the article's where most of its four-word shingles stand in the gold text. Its weight is its share
of the article, so that every page counts the same. Folds are made by host.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import syria_events.articles
from benchmarks.article_pages import SETS, GoldPage, body_scores, read_pages, shingles
from syria_events.articles.block_features import Features, describe
from syria_events.articles.block_model import THRESHOLD, Trees
from syria_events.articles.blocks import Block, blocks_of
from syria_events.articles.charset import decode_page
from syria_events.articles.extractors import readability_text, trafilatura_text
from syria_events.articles.markup import parse_page, without_programs
from syria_events.articles.metadata import read_metadata

TREES = Path(syria_events.articles.__file__).parent / "data" / "block_trees.json"
FOLDS = 5
GROWTH = {
    "n_estimators": 150,
    "num_leaves": 15,
    "learning_rate": 0.07,
    "min_child_samples": 40,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.5,
    "reg_lambda": 5,
    "random_state": 1,
    "deterministic": True,
    "n_jobs": 2,
    "verbose": -1,
}


@dataclass(slots=True)
class Lesson:
    """One page, cut and labelled."""

    page: GoldPage
    blocks: list[Block]
    rows: list[Features] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def read_lesson(page: GoldPage) -> Lesson | None:
    """Cut a page and label its blocks by the gold text; null where nothing can be learned."""
    tree = parse_page(decode_page(page.body).text)
    if tree is None:
        return None
    context = read_metadata(tree).context
    tree = without_programs(tree)
    texts = {"trafilatura": trafilatura_text(tree), "readability": readability_text(tree)}
    lesson = Lesson(page, blocks_of(tree), texts=texts)
    gold = page.gold["body"]
    joined, lines = f" {' '.join(_words(gold))} ", {" ".join(_words(line)) for line in gold.split("\n")}
    true = set(shingles(gold))
    for index, row in describe(lesson.blocks, texts, context).items() if lesson.blocks else ():
        lesson.rows.append(row)
        lesson.indexes.append(index)
        lesson.labels.append(_is_gold(lesson.blocks[index], joined, lines, true))
    total = sum(len(lesson.blocks[i].words) for i, y in zip(lesson.indexes, lesson.labels, strict=True) if y)
    lesson.weights = [(len(lesson.blocks[i].words) + 2) / (total + 50) for i in lesson.indexes]
    return lesson


def _words(text: str) -> list[str]:
    import re

    return re.findall(r"\w+", text)


def _is_gold(block: Block, joined: str, lines: set[str], true: set[tuple[str, ...]]) -> bool:
    if len(block.words) < 4:
        return " ".join(block.words) in lines or (len(block.words) > 1 and block.key in joined)
    own = list(shingles(block.text))
    return sum(shingle in true for shingle in own) > len(own) / 2


def grow(lessons: list[Lesson]) -> dict[str, Any]:
    """Grow an ensemble and return it in the form that `block_model.Trees` reads."""
    import lightgbm
    import numpy as np

    rows = [row for lesson in lessons for row in lesson.rows]
    names = list(rows[0])
    weights = np.array([w for lesson in lessons for w in lesson.weights])
    model = lightgbm.LGBMClassifier(**GROWTH).fit(
        np.array([[row[name] for name in names] for row in rows]),
        np.array([y for lesson in lessons for y in lesson.labels]),
        sample_weight=weights / weights.mean(),
    )
    stored: dict[str, Any] = {"features": names, "roots": [], "depth": 0}
    stored |= {key: [] for key in ("feature", "threshold", "left", "right", "value")}
    for tree in model.booster_.dump_model()["tree_info"]:
        stored["roots"].append(_store(tree["tree_structure"], stored, 1))
    return stored


def _store(node: dict[str, Any], stored: dict[str, Any], depth: int) -> int:
    """Append a node and those below it, and return its place."""
    at = len(stored["value"])
    is_leaf = "leaf_value" in node
    stored["depth"] = max(stored["depth"], depth)
    stored["feature"].append(0 if is_leaf else node["split_feature"])
    stored["threshold"].append(0.0 if is_leaf else float(f"{node['threshold']:.6g}"))
    stored["value"].append(float(f"{node['leaf_value']:.5g}") if is_leaf else 0.0)
    stored["left"].append(at)
    stored["right"].append(at)
    if not is_leaf:
        stored["left"][at] = _store(node["left_child"], stored, depth + 1)
        stored["right"][at] = _store(node["right_child"], stored, depth + 1)
    return at


def kept_text(lesson: Lesson, trees: Trees) -> str:
    """Return what an ensemble keeps of a page."""
    chances = trees.chances(lesson.rows) if lesson.rows else []
    kept = (lesson.blocks[i].text for i, c in zip(lesson.indexes, chances, strict=True) if c > THRESHOLD)
    return "\n".join(dict.fromkeys(kept))


def unseen(lessons: list[Lesson]) -> Iterator[tuple[Lesson, str]]:
    """Yield every page with what an ensemble grown without its host keeps of it."""
    hosts = sorted({urlsplit(lesson.page.url).netloc for lesson in lessons})
    random.Random(3).shuffle(hosts)
    fold = {host: number % FOLDS for number, host in enumerate(hosts)}
    for number in range(FOLDS):
        parts = {True: [], False: []}
        for lesson in lessons:
            parts[fold[urlsplit(lesson.page.url).netloc] == number].append(lesson)
        trees = Trees(grow(parts[False]))
        yield from ((lesson, kept_text(lesson, trees)) for lesson in parts[True])


def main() -> None:
    """Measure, and write the trees when asked to."""
    lessons = [lesson for name in SETS for page in read_pages(name) if (lesson := read_lesson(page))]
    results = list(unseen(lessons))
    for name in SETS:
        pairs = [(text, lesson.page.gold["body"]) for lesson, text in results if lesson.page.set_name == name]
        print(name, "blocks alone, unseen hosts: P {:.3f}  R {:.3f}  F1 {:.4f}".format(*body_scores(pairs)))
    if "--write" in sys.argv:
        TREES.write_text(json.dumps(grow(lessons), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
