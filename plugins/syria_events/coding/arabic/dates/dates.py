"""When it happened: relative days, weekdays, full and partial dates against the day of publication.

A weekday is the last one before it, or the day itself.
"""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.coding.arabic.dates.calendar_dates import YEAR, When, labelled, named_date, numeric_date, on_day
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.model import EventDate


def dates(reading: Reading, first: int, last: int, published: date | None) -> list[When]:
    """Return the dates in the words [first, last), by place."""
    found: list[When] = []
    position = first
    at = reading.at["dates"]
    while position < last:
        if position not in at and not reading.words[position].isdigit():
            position += 1
            continue
        when = (
            numeric_date(reading, position)
            or named_date(reading, position, published)
            or _ago(reading, position, published)
        )
        when = when or _relative(reading, position, published) or _year(reading, position)
        if when and when.last <= last:
            found.append(when)
            position = when.last
        else:
            position += 1
    return found


def _ago(reading: Reading, position: int, published: date | None) -> When | None:
    """قبل ثلاثة أيام, قبل عامين."""
    from syria_events.coding.arabic.words.quantities import quantity_at

    before = labelled(reading, position, "before")
    if before is None or published is None:
        return None
    quantity = quantity_at(reading, before.last, min(before.last + 4, len(reading.words)))
    unit = labelled(reading, quantity.last, "unit_days") if quantity and quantity.best else None
    if unit is None or quantity is None or quantity.best is None or quantity.best > 100:
        return None
    days = quantity.best * int(unit.entry.detail)
    start = published - timedelta(days=days)
    precision = "day" if days < 7 else "week" if days < 30 else "month" if days < 365 else "year"
    return When(EventDate(start, start, precision), position, unit.last)


def _year(reading: Reading, position: int) -> When | None:
    """عام 2013."""
    hit = labelled(reading, position, "year")
    if hit is None or not YEAR.fullmatch(reading.words[hit.last] if hit.last < len(reading.words) else ""):
        return None
    year = int(reading.words[hit.last])
    return When(EventDate(date(year, 1, 1), date(year, 12, 31), "year"), position, hit.last + 1)


def _relative(reading: Reading, position: int, published: date | None) -> When | None:
    if published is None:
        return None
    for hit in reading.at["dates"].get(position, ()):
        if hit.label == "day":
            return _shifted(reading, hit, published)
        if hit.label == "weekday":
            return _weekday(reading, hit, published)
        if hit.label in {"week", "days"}:
            start = published + timedelta(days=int(hit.entry.detail))
            return When(EventDate(start, published, "week"), hit.first, hit.last)
        if hit.label == "month_ago":
            end = published.replace(day=1) - timedelta(days=1)
            return When(EventDate(end.replace(day=1), end, "month"), hit.first, hit.last)
        if hit.label == "year_ago":
            year = published.year - 1
            return When(EventDate(date(year, 1, 1), date(year, 12, 31), "year"), hit.first, hit.last)
    return None


def _shifted(reading: Reading, hit: Found, published: date) -> When:
    """اليوم الأحد, أمس السبت 30 تموز: a weekday or a date beside it decides where they differ."""
    day = published + timedelta(days=int(hit.entry.detail))
    last = hit.last
    weekday = labelled(reading, last + (reading.words[last : last + 1] == ["،"]), "weekday")
    if weekday:
        last = weekday.last
        apart = (int(weekday.entry.detail) - day.weekday() + 3) % 7 - 3
        day += timedelta(days=apart if abs(apart) <= 1 else (apart - 7 if apart > 0 else apart))
    named = _named_behind(reading, last, published)
    if named and (_falls_on(named, weekday) or abs((named.date.start - day).days) <= 3):
        return When(named.date, hit.first, named.last)
    return on_day(day, hit.first, named.last if named and weekday else last)


def _falls_on(named: When, weekday: Found | None) -> bool:
    return weekday is not None and named.date.start.weekday() == int(weekday.entry.detail)


def _named_behind(reading: Reading, last: int, published: date) -> When | None:
    """The date that follows a weekday, past a comma."""
    named = named_date(reading, last + (reading.words[last : last + 1] == ["،"]), published)
    return named if named and named.date.precision == "day" else None


def _weekday(reading: Reading, hit: Found, published: date) -> When | None:
    """الأحد is also a number; a weekday to come ("الأحد المقبل") is after publication."""
    back = (published.weekday() - int(hit.entry.detail)) % 7
    if labelled(reading, hit.last, "next"):
        return on_day(published + timedelta(days=7 - back), hit.first, hit.last + 1)
    past = labelled(reading, hit.last, "past")
    day = published - timedelta(days=back or (7 if past else 0))
    last = past.last if past else hit.last
    named = _named_behind(reading, last, published)
    return When(named.date, hit.first, named.last) if named else on_day(day, hit.first, last)
