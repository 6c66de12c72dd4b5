"""The day that relative dates refer to."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from syria_events.coding.arabic.dates.dates import named_date, numeric_date
from syria_events.coding.arabic.words.reading import Reading

SYRIA = ZoneInfo("Asia/Damascus")
_HEAD_LINES = 8
"""Lines at the head of an article in which publishers print its date."""


def publication_day(published_at: datetime | None, reading: Reading) -> date | None:
    """Return the day that relative dates refer to: a full date line at the head, else `published_at` in Syria."""
    published = published_at.astimezone(SYRIA).date() if published_at and published_at.tzinfo else published_at
    if isinstance(published, datetime):
        published = published.date()
    line = _date_line(reading)
    if line and (published is None or abs((line - published).days) <= 2):
        return line
    return published


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
