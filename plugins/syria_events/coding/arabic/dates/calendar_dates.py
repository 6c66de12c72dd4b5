"""Dates of the calendar: in figures, and by the name of a month, whole or a part of it.

Months go by their Levantine and Gregorian names. A date without a year is the nearest such day that is not after
publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.model import EventDate

YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class When:
    """A date in the text at the words [first, last)."""

    date: EventDate
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Month:
    start: date
    end: date


def on_day(day: date, first: int, last: int) -> When:
    """Return the date of one day, told by words [first, last)."""
    return When(EventDate(day, day, "day"), first, last)


def numeric_date(reading: Reading, position: int) -> When | None:
    """2021/11/14, 8-8-2021, 14.11.2021."""
    words = reading.words[position : position + 5]
    if len(words) == 5 and words[1] == words[3] and words[1] in "/-." and words[0].isdigit():
        parts = [word for word in (words[0], words[2], words[4]) if word.isdigit()]
        if len(parts) == 3 and (day := _ordered([int(part) for part in parts])):
            return on_day(day, position, position + 5)
    return None


def _ordered(parts: list[int]) -> date | None:
    year, month, day = parts if parts[0] > 1900 else parts[::-1]
    try:
        return date(year, month, day) if 1990 < year < 2100 else None
    except ValueError:
        return None


def labelled(reading: Reading, position: int, label: str) -> Found | None:
    """Return the longest entry of that kind at a word, or null."""
    hits = [hit for hit in reading.at["dates"].get(position, ()) if hit.label == label]
    return max(hits, key=lambda hit: hit.last, default=None)


def named_date(reading: Reading, position: int, published: date | None) -> When | None:
    """14 تشرين الثاني/نوفمبر 2021, 8 من آب, السادس عشر من أيلول, في آذار 2017, 3 الشهر الجاري, مطلع الشهر الجاري."""
    words = reading.words
    if part := _part_of_month(reading, position, published):
        return part
    number, at = _number(reading, position)
    if number and published and (this := labelled(reading, at, "this_month")):
        return _dated(published.year, published.month, number, position, this.last)
    month = labelled(reading, at, "month")
    if month is None or (number is None and not _stands_alone(reading, month)):
        return None
    last = month.last
    if words[last : last + 1] == ["/"] and (other := labelled(reading, last + 1, "month")):
        last = other.last
    year = next((word for word in words[last : last + 3] if YEAR.fullmatch(word)), None)
    if year:
        last = words.index(year, last) + 1
        return _dated(int(year), int(month.entry.detail), number, position, last)
    if published is None:
        return None
    return _dated(
        _nearest_year(published, int(month.entry.detail), number), int(month.entry.detail), number, position, last
    )


def _number(reading: Reading, position: int) -> tuple[int | None, int]:
    """The day of the month at a word, in figures or as "the sixteenth of", and the word where its month stands."""
    words = reading.words
    if ordinal := labelled(reading, position, "ordinal"):
        of = words[ordinal.last : ordinal.last + 1] == ["من"]
        return (int(ordinal.entry.detail), ordinal.last + 1) if of else (None, position)
    if not words[position : position + 1] or not words[position].isdecimal() or len(words[position]) > 2:
        return None, position
    return int(words[position]), position + 1 + (words[position + 1 : position + 2] in (["من"], ["/"]))


def _part_of_month(reading: Reading, position: int, published: date | None) -> When | None:
    """بداية الشهر الجاري, منتصف آب, نهاية الشهر الفائت: a week of the month; "since" them tells no day."""
    part = labelled(reading, position, "month_part")
    if part is None or published is None or reading.words[position - 1 : position] in (["منذ"], ["حتي"], ["بين"]):
        return None
    at = part.last + (reading.words[part.last : part.last + 1] == ["شهر"])
    if this := labelled(reading, at, "this_month"):
        month, last = _month(published.year, published.month), this.last
    elif ago := labelled(reading, at, "month_ago"):
        before = published.replace(day=1) - timedelta(days=1)
        month, last = _month(before.year, before.month), ago.last
    elif named := labelled(reading, at, "month"):
        number = int(named.entry.detail)
        month, last = _month(_nearest_year(published, number, None), number), named.last
    else:
        return None
    start = max(month.start, month.end - timedelta(days=6)) if part.entry.detail == "end" else month.start
    start += timedelta(days=11 if part.entry.detail == "middle" else 0)
    return When(EventDate(start, start + timedelta(days=6), "week"), position, last)


def _stands_alone(reading: Reading, month: Found) -> bool:
    """A month without a day counts after "in", "since" and before a year."""
    words = reading.words
    following = words[month.last] if month.last < len(words) else ""
    before = words[month.first - 1] if month.first else ""
    return (
        bool(YEAR.fullmatch(following))
        or (following == "/")
        or before in {"في", "منذ", "شهر", "خلال", "مطلع", "نهايه", "اواخر", "بدايه"}
    )


def _nearest_year(published: date, month: int, number: int | None) -> int:
    try:
        day = date(published.year, month, number or 1)
    except ValueError:
        return published.year
    return published.year - (day > published + timedelta(days=3))


def _dated(year: int, month: int, number: int | None, first: int, last: int) -> When | None:
    if number is None:
        whole = _month(year, month)
        return When(EventDate(whole.start, whole.end, "month"), first, last)
    try:
        return on_day(date(year, month, number), first, last)
    except ValueError:
        return None


def _month(year: int, month: int) -> _Month:
    following = date(year + month // 12, month % 12 + 1, 1)
    return _Month(date(year, month, 1), following - timedelta(days=1))
