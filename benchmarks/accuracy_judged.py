"""How much of what the coder makes of press articles is right: every actual conflict report, not the lead alone.

The scorers of the gold look at the lead or at thirty articles. So a reader judged every actual conflict report that
the coder once made of three gold sets, by the codebook; `judged_reports.csv` keeps what was judged: where spans of its
evidence began (`starts`, offsets), its sub-event type, whether it was the article's first, and the judgement:

right, or: sense (no happening of the kind), old (before the 30 days before publication, habit, background of the war),
not_actual (planned, feared, denied), vague (no event that an analyst would enter), type (another sub-event type),
double (told by another report of the article).

Rules were made for the half `mended`; of `kept_back` only the figures were looked at. A report that the coder no longer
makes counts no more; one that nobody judged counts in `unjudged` alone.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JUDGED = Path(__file__).with_name("judged_reports.csv")


@dataclass(frozen=True, slots=True)
class Judged:
    """A report that was judged. `first`: the first actual conflict report of its article."""

    gold: str
    half: str
    article_id: str
    first: bool
    starts: tuple[int, ...]
    sub_event_type: str
    judgement: str

    def stands(self, reports: Iterable[dict[str, Any]]) -> bool:
        """Whether the coder still makes it: a report of that type whose evidence holds a start of this one's.

        A double still stands only as a report of its own, one that begins where it began.
        """
        same = [report for report in reports if report["acled_sub_event_type"] == self.sub_event_type]
        if self.judgement == "double":
            return any(report["evidence"][0]["start"] == self.starts[0] for report in same)
        starts = self.starts if self.judgement == "right" else self.starts[:1]
        return any(_holds(report, start) for report in same for start in starts)


def judged_reports(gold: str, path: Path = JUDGED) -> list[Judged]:
    """Return what was judged of a gold set."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return [
        Judged(
            row["set"],
            row["half"],
            row["article_id"],
            row["first"] == "yes",
            tuple(map(int, row["starts"].split())),
            row["sub_event_type"],
            row["judgement"],
        )
        for row in rows
        if row["set"] == gold
    ]


def coded_reports(predictions: Path) -> dict[str, list[dict[str, Any]]]:
    """Return article id -> its reports, of a file that the coder wrote."""
    with predictions.open(encoding="utf-8") as lines:
        return {row["article_id"]: row["reports"] for row in map(json.loads, lines)}


def judged_figures(judged: list[Judged], coded: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, float]]:
    """Return half -> column -> share right of the first reports, of the others, and of reports that nobody judged.

    `coded`: article id -> its reports, as the coder writes them.
    """
    actual = {
        key: [r for r in reports if r["realis"] == "actual" and r["acled_event_type"]] for key, reports in coded.items()
    }
    return {half: _shares([one for one in judged if one.half == half], actual) for half in {one.half for one in judged}}


def _shares(judged: list[Judged], actual: dict[str, list[dict[str, Any]]]) -> dict[str, float]:
    standing = [one for one in judged if one.stands(actual.get(one.article_id, []))]
    return {
        "first_right": _right(one for one in standing if one.first),
        "others_right": _right(one for one in standing if not one.first),
        "kept": sum(one.judgement == "right" for one in standing) / sum(one.judgement == "right" for one in judged),
        "unjudged": float(sum(1 for _ in _unjudged(judged, actual))),
    }


def _right(judged: Iterable[Judged]) -> float:
    right = [one.judgement == "right" for one in judged]
    return sum(right) / max(len(right), 1)


def _unjudged(judged: list[Judged], actual: dict[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    known: dict[str, list[int]] = defaultdict(list)
    for one in judged:
        known[one.article_id].extend(one.starts)
    for article_id, starts in known.items():
        yield from (r for r in actual.get(article_id, []) if not any(_holds(r, start) for start in starts))


def _holds(report: dict[str, Any], start: int) -> bool:
    return any(span["start"] <= start < span["end"] for span in report["evidence"])
