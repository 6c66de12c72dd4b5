"""When: dates as English says them, resolved against the day of the article.

A weekday is the last one up to the article's day ("on Wednesday"), unless the clause speaks of what is to come. A date
without a year is the last one before the article, give or take a month ahead. The year alone, or the month, is a span.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from syria_events.coding.english.date_forms import MONTHS, WEEKDAYS, forms, parts_of
from syria_events.coding.english.number_words import WORDS
from syria_events.model import EventDate

_AHEAD = timedelta(days=31)
"""How far ahead of the article a date without a year may lie."""


_SINCE = re.compile(r"(?:since|from|until|between)(?: (?:early|late|mid|the))?[ -]?$", re.IGNORECASE)
_LINE_LEAD = re.compile(
    r"(?:\b(?:on|since|of|in|from|until|by|after|before|to|for|dated|the|last|late|early|and)|[,(])\s*$", re.IGNORECASE
)
_WRITTEN_OUT = frozenset({"iso", "numeric", "dmy", "mdy", "fused"})
"""Forms of a day with its month; `fused`: "Jun 142016", where a page lost what stood between day and year."""
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
        if parts["form"] in _WRITTEN_OUT and parts.get("year"):
            if _LINE_LEAD.search(text, max(begin, match.start() - 12), match.start()):
                continue
            day = _full(parts)
            if day:
                return day, match.start(), match.end()
    return None


def dates(text: str, base: date | None) -> list[Dated]:
    """Return the dates of a text in order; relative ones need `base`, the day of the article."""
    found = []
    for match in forms().finditer(text):
        parts = parts_of(match)
        when = _resolve(parts, base)
        if when:
            since = bool(_SINCE.search(text, max(0, match.start() - 16), match.start())) or match[0].lower().startswith(
                ("since ", "from ", "until ", "between ")
            )
            form = parts["form"]
            start = match.end() - len("after") if match[0].lower().endswith("day after") else match.start()
            found.append(Dated(start, match.end(), when, since, form == "dayname", form in _OF_HOURS))
    return found


_OF_HOURS = frozenset({"today", "yesterday", "overnight", "hours"})


def _resolve(parts: dict[str, str], base: date | None) -> EventDate | None:
    form = parts["form"]
    if form in _WRITTEN_OUT:
        return _day(_full(parts) if "year" in parts else _nearest(parts, base))
    if form in {"my", "season", "year"}:
        return _calendar(parts, base)
    return None if base is None else _RELATIVE[form](parts, base)


def _day(day: date | None, end: date | None = None) -> EventDate | None:
    return EventDate(day, end or day, "day") if day else None


def _full(parts: dict[str, str]) -> date | None:
    month = parts["month"]
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(int(parts["year"]), number, int(parts["day"]))
    except ValueError:
        return None


def _nearest(parts: dict[str, str], base: date | None) -> date | None:
    if base is None:
        return None
    found = []
    for year in (base.year - 1, base.year, base.year + 1):
        day = _full({**parts, "year": str(year)})
        if day and day <= base + _AHEAD:
            found.append(day)
    return max(found, default=None)


def _month(name: str) -> int:
    return next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def month_span(year: int, month: int, months: int = 1) -> EventDate:
    """Return the span of whole months from a month on."""
    last = month + months - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return EventDate(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), "month")


def _calendar(parts: dict[str, str], base: date | None) -> EventDate | None:
    year = int(parts["year"])
    if parts["form"] == "my":
        return month_span(year, _month(parts["month"]))
    if parts["form"] == "season":
        first = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}[parts["name"].lower()]
        return month_span(year, first, 3)
    if base and year > base.year + 1:
        return None
    return EventDate(date(year, 1, 1), date(year, 12, 31), "year")


def _month_only(parts: dict[str, str], base: date) -> EventDate | None:
    if parts["month"].lower() in {"may", "mar"} and not parts["all"].startswith(
        ("in ", "since ", "last ", "late ", "early ", "during ")
    ):
        return None
    month = _month(parts["month"])
    return month_span(base.year if month <= base.month else base.year - 1, month)


def _weekday(parts: dict[str, str], base: date) -> EventDate | None:
    number = WEEKDAYS.index(parts["weekday"].lower())
    back = (base.weekday() - number) % 7
    side = parts.get("side", "").strip().lower()
    if side in {"next", "coming"}:
        return _day(base + timedelta(days=(7 - back) if back else 7))
    if side == "last" and back == 0:
        back = 7
    return _day(base - timedelta(days=back))


def _ago(parts: dict[str, str], base: date) -> EventDate | None:
    count = parts["count"].lower()
    number = int(count) if count.isdigit() else {"a": 1, "an": 1}.get(count) or WORDS.get(count)
    unit = parts["unit"].lower()
    if number is None:
        return None
    if unit == "day":
        return _day(base - timedelta(days=number))
    if unit == "week":
        day = base - timedelta(weeks=number)
        return EventDate(day - timedelta(days=3), day + timedelta(days=3), "week")
    if unit == "month":
        months = base.year * 12 + base.month - 1 - number
        return month_span(months // 12, months % 12 + 1)
    return _year(base.year - number)


def _year(year: int) -> EventDate | None:
    return EventDate(date(year, 1, 1), date(year, 12, 31), "year") if 1900 < year < 2100 else None


def _period(parts: dict[str, str], base: date) -> EventDate | None:
    if "sofar" in parts:
        unit = parts["sofar"].lower()
        first = base - timedelta(days=base.weekday()) if unit == "week" else base.replace(day=1)
        return EventDate(first if unit != "year" else base.replace(month=1, day=1), base, unit)
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[parts["which"].lower()]
    unit = parts["unit"].lower()
    if unit in {"week", "weekend"}:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return EventDate(first, monday + timedelta(days=6), "week")
    if unit == "month":
        months = base.year * 12 + base.month - 1 + step
        return month_span(months // 12, months % 12 + 1)
    return _year(base.year + step)


_RELATIVE = {
    "month": _month_only,
    "dayname": _weekday,
    "today": lambda parts, base: _day(base),
    "yesterday": lambda parts, base: _day(base - timedelta(days=1)),
    "tomorrow": lambda parts, base: _day(base + timedelta(days=1)),
    "overnight": lambda parts, base: _day(base - timedelta(days=1), base),
    "hours": lambda parts, base: _day(base - timedelta(days=1), base),
    "ago": _ago,
    "past": _period,
}
