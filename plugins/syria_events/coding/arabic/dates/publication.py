"""The day that relative dates refer to."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from syria_events.coding.arabic.dates.calendar_dates import labelled, named_date, numeric_date
from syria_events.coding.arabic.dates.dates import dates
from syria_events.coding.arabic.words.reading import Reading

SYRIA = ZoneInfo("Asia/Damascus")
_APART = 2
"""Days that the two may lie apart."""
_HEAD_LINES = 8
"""Lines at the head of an article in which publishers print its date."""


_OPENING = 250
"""Words at the head of an article in which its "today" is that of its publication."""


def publication_day(published_at: datetime | None, reading: Reading) -> date | None:
    """Return the day that relative dates refer to.

    A full date line at the head stands before `published_at` in Syria, and so does a "today" that is named.
    """
    published = published_at.astimezone(SYRIA).date() if published_at and published_at.tzinfo else published_at
    if isinstance(published, datetime):
        published = published.date()
    line = _date_line(reading)
    if line and (published is None or abs((line - published).days) <= _APART):
        return line
    return _named_today(reading, published) or published if published else None


def _named_today(reading: Reading, published: date | None) -> date | None:
    """اليوم الأحد 19 أيلول, اليوم الثلاثاء: the day of the text where that of its publication is another, near it."""
    for today in reading.between("dates", 0, _OPENING):
        if (
            published
            and today.label == "day"
            and today.entry.detail == "0"
            and labelled(reading, today.last, "weekday")
        ):
            when = dates(reading, today.first, min(today.first + 7, len(reading.words)), published)
            day = when[0].date.start if when and when[0].first == today.first else None
            return day if day and abs((day - published).days) <= _APART else None
    return None


def _date_line(reading: Reading) -> date | None:
    for sentence in reading.sentences:
        if sentence.line > _HEAD_LINES:
            return None
        if sentence.last - sentence.first <= 12 and sentence.line:
            for position in range(sentence.first, sentence.last):
                found = numeric_date(reading, position) or named_date(reading, position, None)
                if found and found.date.precision == "day" and found.last - found.first >= 3:
                    return found.date.start
    return None
