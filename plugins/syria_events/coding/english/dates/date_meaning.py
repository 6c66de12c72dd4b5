"""What a date means: its days, relative ones counted from the day of the article."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from syria_events.coding.english.dates.date_forms import MONTHS, WEEKDAYS
from syria_events.coding.english.words.number_words import WORDS
from syria_events.model import EventDate

_AHEAD = timedelta(days=31)
"""How far ahead of the article a date without a year may lie."""
WRITTEN_OUT = frozenset({"iso", "numeric", "dmy", "mdy", "fused"})
"""Forms of a day with its month; `fused`: "Jun 142016", where a page lost what stood between day and year."""

_CALENDAR = frozenset({"my", "season", "year", "attribute", "heading"})
"""Forms with a year of their own; `attribute`: "a 2019 raid", `heading`: a year that begins a line."""
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def resolved(parts: dict[str, str], base: date | None) -> EventDate | None:
    """Return what the parts of a date mean; null where `base` is needed and missing, or nothing is meant."""
    form = parts["form"]
    if form in WRITTEN_OUT:
        return _day(full_date(parts) if "year" in parts else _nearest(parts, base))
    if form in _CALENDAR:
        return _calendar(parts, base)
    return None if base is None else _RELATIVE[form](parts, base)


def _day(day: date | None, end: date | None = None) -> EventDate | None:
    return EventDate(day, end or day, "day") if day else None


def full_date(parts: dict[str, str]) -> date | None:
    """Return the day of a date with its year; null for one that no calendar has."""
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
        day = full_date({**parts, "year": str(year)})
        if day and day <= base + _AHEAD:
            found.append(day)
    return max(found, default=None)


def _month(name: str) -> int:
    return next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def _month_span(year: int, month: int, months: int = 1) -> EventDate:
    """Return the span of whole months from a month on."""
    last = month + months - 1
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return EventDate(date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), "month")


def _calendar(parts: dict[str, str], base: date | None) -> EventDate | None:
    year = int(parts["year"])
    if parts["form"] == "my":
        return _third(parts, _month_span(year, _month(parts["month"])))
    if parts["form"] == "season":
        first = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}[parts["name"].lower()]
        return _month_span(year, first, 3)
    if base and year > base.year + 1:
        return None
    return EventDate(date(year, 1, 1), date(year, 12, 31), "year")


def _month_only(parts: dict[str, str], base: date) -> EventDate | None:
    if parts["month"].lower() in {"may", "mar"} and not parts["all"].startswith(
        ("in ", "since ", "last ", "late ", "early ", "during ")
    ):
        return None
    month = _month(parts["month"])
    return _third(parts, _month_span(base.year if month <= base.month else base.year - 1, month))


def _third(parts: dict[str, str], month: EventDate) -> EventDate:
    """The part of a month that "early", "mid" or "late" means."""
    named = next((name for name in _THIRDS if parts["all"].startswith(name)), None)
    if named is None or month.start is None or month.end is None:
        return month
    first, last = _THIRDS[named]
    return replace(month, start=month.start.replace(day=first), end=month.end.replace(day=min(last, month.end.day)))


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
        return _month_span(months // 12, months % 12 + 1)
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
        return _month_span(months // 12, months % 12 + 1)
    return _year(base.year + step)


_RELATIVE = {
    "month": _month_only,
    "dayname": _weekday,
    "today": lambda parts, base: _day(base),
    "stamp": lambda parts, base: _day(base),
    "yesterday": lambda parts, base: _day(base - timedelta(days=1)),
    "tomorrow": lambda parts, base: _day(base + timedelta(days=1)),
    "overnight": lambda parts, base: _day(base - timedelta(days=1), base),
    "hours": lambda parts, base: _day(base - timedelta(days=1), base),
    "ago": _ago,
    "past": _period,
}
