"""When it happened: relative days, weekdays, full and partial dates against the day of publication.

Months go by their Levantine and Gregorian names. A date without a year is the nearest such day that is not after
publication; a weekday is the last one before it, or the day itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.model import EventDate

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class When:
    """A date in the text at the words [first, last)."""

    date: EventDate
    first: int
    last: int


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


def _day(day: date, first: int, last: int) -> When:
    return When(EventDate(day, day, "day"), first, last)


def numeric_date(reading: Reading, position: int) -> When | None:
    """2021/11/14, 8-8-2021, 14.11.2021."""
    words = reading.words[position : position + 5]
    if len(words) == 5 and words[1] == words[3] and words[1] in "/-." and words[0].isdigit():
        parts = [word for word in (words[0], words[2], words[4]) if word.isdigit()]
        if len(parts) == 3 and (day := _ordered([int(part) for part in parts])):
            return _day(day, position, position + 5)
    return None


def _ordered(parts: list[int]) -> date | None:
    year, month, day = parts if parts[0] > 1900 else parts[::-1]
    try:
        return date(year, month, day) if 1990 < year < 2100 else None
    except ValueError:
        return None


def _hits(reading: Reading, position: int) -> list[Found]:
    return reading.at["dates"].get(position, [])


def _labelled(reading: Reading, position: int, label: str) -> Found | None:
    return next((hit for hit in _hits(reading, position) if hit.label == label), None)


def named_date(reading: Reading, position: int, published: date | None) -> When | None:
    """14 تشرين الثاني/نوفمبر 2021, 8 من آب, في آذار 2017, 3 الشهر الجاري."""
    words = reading.words
    number = next((word for word in words[position : position + 1] if word.isdigit() and len(word) <= 2), None)
    at = position + (number is not None)
    at += at < len(words) and number is not None and words[at] in {"من", "/"}
    if number and published and (this := _labelled(reading, at, "this_month")):
        return _dated(published.year, published.month, number, position, this.last)
    month = _labelled(reading, at, "month")
    if month is None or (number is None and not _stands_alone(reading, month)):
        return None
    last = month.last
    if words[last : last + 1] == ["/"] and (other := _labelled(reading, last + 1, "month")):
        last = other.last
    year = next((word for word in words[last : last + 3] if _YEAR.fullmatch(word)), None)
    if year:
        last = words.index(year, last) + 1
        return _dated(int(year), int(month.entry.detail), number, position, last)
    if published is None:
        return None
    return _dated(
        _nearest_year(published, int(month.entry.detail), number), int(month.entry.detail), number, position, last
    )


def _stands_alone(reading: Reading, month: Found) -> bool:
    """A month without a day counts after "in", "since" and before a year."""
    words = reading.words
    following = words[month.last] if month.last < len(words) else ""
    before = words[month.first - 1] if month.first else ""
    return (
        bool(_YEAR.fullmatch(following))
        or (following == "/")
        or before in {"في", "منذ", "شهر", "خلال", "مطلع", "نهايه", "اواخر", "بدايه"}
    )


def _nearest_year(published: date, month: int, number: str | None) -> int:
    try:
        day = date(published.year, month, int(number or 1))
    except ValueError:
        return published.year
    return published.year - (day > published + timedelta(days=3))


def _dated(year: int, month: int, number: str | None, first: int, last: int) -> When | None:
    try:
        start = date(year, month, int(number or 1))
    except ValueError:
        return None
    if number:
        return _day(start, first, last)
    following = date(year + month // 12, month % 12 + 1, 1)
    return When(EventDate(start, following - timedelta(days=1), "month"), first, last)


def _ago(reading: Reading, position: int, published: date | None) -> When | None:
    """قبل ثلاثة أيام, قبل عامين."""
    from syria_events.coding.arabic.words.quantities import quantity_at

    before = _labelled(reading, position, "before")
    if before is None or published is None:
        return None
    quantity = quantity_at(reading, before.last, min(before.last + 4, len(reading.words)))
    unit = _labelled(reading, quantity.last, "unit_days") if quantity and quantity.best else None
    if unit is None or quantity is None or quantity.best is None or quantity.best > 100:
        return None
    days = quantity.best * int(unit.entry.detail)
    start = published - timedelta(days=days)
    precision = "day" if days < 7 else "week" if days < 30 else "month" if days < 365 else "year"
    return When(EventDate(start, start, precision), position, unit.last)


def _year(reading: Reading, position: int) -> When | None:
    """عام 2013."""
    hit = _labelled(reading, position, "year")
    if hit is None or not _YEAR.fullmatch(reading.words[hit.last] if hit.last < len(reading.words) else ""):
        return None
    year = int(reading.words[hit.last])
    return When(EventDate(date(year, 1, 1), date(year, 12, 31), "year"), position, hit.last + 1)


def _relative(reading: Reading, position: int, published: date | None) -> When | None:
    if published is None:
        return None
    for hit in _hits(reading, position):
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
    """اليوم الأحد, أمس السبت: the weekday beside it decides where the two differ by a day."""
    day = published + timedelta(days=int(hit.entry.detail))
    last = hit.last
    start = last + (reading.words[last : last + 1] == ["،"])
    weekday = _labelled(reading, start, "weekday") if start < len(reading.words) else None
    if weekday:
        last = weekday.last
        apart = (int(weekday.entry.detail) - day.weekday() + 3) % 7 - 3
        if abs(apart) <= 1:
            day += timedelta(days=apart)
    named = (
        named_date(reading, last + (reading.words[last : last + 1] == ["،"]), published)
        if last < len(reading.words)
        else None
    )
    if named and named.date.start and abs((named.date.start - day).days) <= 3:
        return When(named.date, hit.first, named.last)
    return _day(day, hit.first, last)


def _weekday(reading: Reading, hit: Found, published: date) -> When | None:
    """الأحد is also a number; a weekday to come ("الأحد المقبل") is after publication."""
    back = (published.weekday() - int(hit.entry.detail)) % 7
    if _labelled(reading, hit.last, "next"):
        return _day(published + timedelta(days=7 - back), hit.first, hit.last + 1)
    past = _labelled(reading, hit.last, "past")
    day = published - timedelta(days=back or (7 if past else 0))
    last = past.last if past else hit.last
    named = (
        named_date(reading, last + (reading.words[last : last + 1] == ["،"]), published)
        if last < len(reading.words)
        else None
    )
    if named and named.date.start:
        return When(named.date, hit.first, named.last)
    return _day(day, hit.first, last)
