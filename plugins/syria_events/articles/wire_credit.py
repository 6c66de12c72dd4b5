"""Whom an article credits for its text: a news agency in its dateline, brackets or by-line."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

HEAD, TAIL = 160, 160
"""Characters at the two ends of a text in which a credit stands."""


def wire_credit(text: str) -> str | None:
    """Return the code of the agency that a text is credited to (data/wire_agencies.csv); null where there is none.

    A mere mention ("told AFP", "قال لرويترز") is no credit: the name has to stand in brackets, as a dateline before
    a dash, or alone at the end.
    """
    head, tail = text[:HEAD], text[-TAIL:].rstrip()
    found = [(match.start(), code) for code, pattern in _openings() if (match := pattern.search(head))]
    if found:
        return min(found)[1]
    return next((code for code, pattern in _endings() if pattern.search(tail)), None)


@cache
def _openings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(rf"[(\[/]\s*(?:{marks})\s*[)\]/،,-]|(?:^|[\n\s,،-])(?:{marks})\s*[-–—:]\s", re.M))
        for code, marks in _agencies()
    )


@cache
def _endings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    source = r"(?:Source|Kaynak|Quelle|Источник|المصدر|منبع|Çavkanî)\s*[:：]\s*"
    return tuple(
        (code, re.compile(rf"[(\[]\s*(?:{marks})\s*[)\]]\W*$|{source}(?:{marks})\W*$|\n\s*(?:{marks})\W*$"))
        for code, marks in _agencies()
    )


@cache
def _agencies() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("data/wire_agencies.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple((row["code"], "|".join(map(re.escape, row["marks"].split("|")))) for row in rows)
