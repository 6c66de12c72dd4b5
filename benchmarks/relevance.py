"""How well entries about Syria are told from the rest, on the labelled set of tests/data/articles."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from syria_events.articles.relevance import judge_entry

LABELLED = Path(__file__).parents[1] / "tests" / "data" / "articles"


def labelled_entries() -> Iterator[tuple[str, str, str]]:
    """Yield (language, label, text) of every labelled entry."""
    for path in sorted(LABELLED.glob("relevance_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            yield from ((row["language"], row["label"], row["text"]) for row in csv.DictReader(lines))


def measure() -> dict[str, tuple[float, float, float, int]]:
    """Return precision, recall, F1 of `relevant` and the number of entries, by language and over all."""
    counts: dict[str, Counter[tuple[bool, bool]]] = {}
    for language, label, text in labelled_entries():
        found = judge_entry(text, "", language=language, scope="world").decision == "relevant"
        for key in (language, "all"):
            counts.setdefault(key, Counter())[found, label == "relevant"] += 1
    return {key: _scores(count) for key, count in counts.items()}


def _scores(count: Counter[tuple[bool, bool]]) -> tuple[float, float, float, int]:
    right = count[True, True]
    precision = right / ((right + count[True, False]) or 1)
    recall = right / ((right + count[False, True]) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1), count.total()


def main() -> None:
    """Print a line per language, and what was judged wrong."""
    for key, (precision, recall, f1, number) in measure().items():
        print(f"relevance {key:4} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({number} entries)")
    for language, label, text in labelled_entries():
        judged = judge_entry(text, "", language=language, scope="world")
        if (judged.decision == "relevant") != (label == "relevant"):
            print(f"  {language} {label}, judged {judged.decision} {judged.score}: {text}  {judged.reasons}")


if __name__ == "__main__":
    main()
