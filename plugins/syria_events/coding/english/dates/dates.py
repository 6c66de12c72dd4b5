"""When: dates as English says them, resolved against the day of the article.

A weekday is the last one up to the article's day ("on Wednesday"), unless the clause speaks of what is to come. A date
without a year is the last one before the article, give or take a month ahead. The year alone, or the month, is a span.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from syria_events.coding.english.dates.date_forms import forms, parts_of
from syria_events.coding.english.dates.date_meaning import WRITTEN_OUT, full_date, resolved
from syria_events.model import EventDate

_SINCE = re.compile(r"(?:since|from|until|between)(?: (?:early|late|mid|the))?[ -]?$", re.IGNORECASE)
_LINE_LEAD = re.compile(
    r"(?:\b(?:on|since|of|in|from|until|by|after|before|to|for|dated|the|last|late|early|and)|[,(])\s*$", re.IGNORECASE
)
_OF_PAGE = re.compile(
    r"\b(?:updated|modified|posted|published|edited)(?: (?:on|at))?\W{0,3}[\d:. ]{0,8}$", re.IGNORECASE
)
"""What makes a date that of the page: "(updated 1838 11.10.2017)"."""
_HEAD = 320
"""How far into the text a date line may stand, in characters."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at offsets [start, end). `since`: the beginning of a span that goes on, no day of a happening."""

    start: int
    end: int
    date: EventDate
    since: bool = False
    weekday: bool = False
    of_hours: bool = False
    """It counts from the hour at which somebody speaks: "overnight", "in the past 24 hours"."""


def date_line(text: str, title: str) -> tuple[date, int, int] | None:
    """Return the full date that stands alone near the head of an article, with its offsets in `text`; null for none.

    A date that belongs to a sentence ("on 5 June 2016", "since June 5 2016") is no date line.
    """
    begin = len(title) + 1
    for match in forms().finditer(text, begin, begin + _HEAD + len(title)):
        parts = parts_of(match)
        if parts["form"] in WRITTEN_OUT and parts.get("year"):
            if _LINE_LEAD.search(text, max(begin, match.start() - 12), match.start()):
                continue
            day = full_date(parts)
            if day:
                return day, match.start(), match.end()
    return None


def dates(text: str, base: date | None) -> list[Dated]:
    """Return the dates of a text in order; relative ones need `base`, the day of the article."""
    found = []
    for match in forms().finditer(text):
        parts = parts_of(match)
        when = resolved(parts, base)
        if when and not (
            parts["form"] in WRITTEN_OUT and _OF_PAGE.search(text, max(0, match.start() - 24), match.start())
        ):
            since = parts["form"] != "attribute" and (
                bool(_SINCE.search(text, max(0, match.start() - 16), match.start()))
                or match[0].lower().startswith(("since ", "from ", "until ", "between "))
            )
            form = parts["form"]
            start = match.end() - len("after") if match[0].lower().endswith("day after") else match.start()
            found.append(Dated(start, match.end(), when, since, form == "dayname", form in _OF_HOURS))
    return found


_OF_HOURS = frozenset({"today", "yesterday", "overnight", "hours"})
