"""Dates as feeds write them, read without ever inventing one.

feedparser reads EET, TRT, MSK and their like as UTC, `08/12/2024` not at all, and epochs as something else; so the raw
text is read here. What cannot be read is null with a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from syria_events.feeds.date_words import meridiem, month_number, plain_digits, zone_hours

EARLIEST = datetime(2011, 1, 1, tzinfo=UTC)
"""Before the period that this project covers: a default of a publisher's system rather than a date."""
FUTURE_ALLOWANCE = timedelta(hours=1)
"""Clocks differ, and stories are released a little early."""
LONGEST_RAW = 100
"""Longer texts are no dates."""

_TIME = r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"(?P<zone>[^\W\d_]*\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?)"
_BETWEEN = r"[T,،\s]*(?:(?:[^\W\d_]+|[-–|])[,،\s]+)?"
_CLOCK = rf"(?:{_BETWEEN}{_TIME}\s*(?P<half>[ap]\.?m\.?|ص|م)?\s*{_ZONE}(?:\s*[(\[][^)\]]*[)\]])?)?"
_MONTH = r"(?P<name>[^\W\d_]+(?:_[^\W\d_]+)?)\.?"

_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # 2024-12-08T05:00:00+03:00, 2024/12/08 05:00, 20241208T050000Z
        rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?"
        + _ZONE,
        # Sun, 08 Dec 2024 05:00:00 +0300
        rf"(?:[^\W\d_]+[.,،]*\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[.])?[\s/-]+(?:de\s+)?{_MONTH}[\s,،/-]+(?P<year>\d{{2,4}}){_CLOCK}",
        # Sunday, December 8, 2024 5:00 AM EST
        rf"(?:[^\W\d_]+[.,،]*\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[,\s]+(?P<year>\d{{4}}){_CLOCK}",
        # Sun Dec  8 05:00:00 UTC 2024
        rf"(?:[^\W\d_]+\s+){_MONTH}\s+(?P<day>\d{{1,2}})\s+{_TIME}\s+{_ZONE}\s*(?P<year>\d{{4}})",
        # 08.12.2024, 08/12/2024 05:00
        rf"(?:[^\W\d_]+[.,،]*\s+)?(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<other>\d{{1,2}})[./-](?P<year>\d{{4}}){_CLOCK}",
    )
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_RFC822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))"
)


@dataclass(frozen=True, slots=True)
class DateReading:
    """A time in UTC, or null and why."""

    at: datetime | None
    null_reason: str | None = None


def read_date(raw: str | None, zone: str, fetched_at: datetime) -> DateReading:
    """Read a date of an entry.

    `zone` is the IANA zone of the publisher: it serves where the text has no zone, settles abbreviations with two
    meanings, and tells which of `08/12/2024` is the month (month first only in American zones). Null where the text is
    missing or unreadable, has no day, lies before 2011 or more than an hour after `fetched_at`.
    """
    if not raw or not raw.strip():
        return DateReading(None, "missing")
    try:
        at = parse_date(raw, zone)
    except ValueError as error:
        return DateReading(None, str(error))
    if at > fetched_at + FUTURE_ALLOWANCE:
        return DateReading(None, "in the future")
    if at < EARLIEST:
        return DateReading(None, f"before {EARLIEST.year}")
    return DateReading(at)


@lru_cache(maxsize=4096)
def parse_date(raw: str, zone: str) -> datetime:
    """Return the time that a text names, in UTC. Raises ValueError saying why it names none."""
    common = _RFC822.fullmatch(raw)
    if common:
        return _common(common)
    text = plain_digits(raw) if len(raw) <= LONGEST_RAW else ""
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    for pattern in _PATTERNS:
        found = pattern.fullmatch(text)
        if found:
            return _assemble(found.groupdict(), zone)
    raise ValueError("no day" if re.fullmatch(r"\d{4}(-\d{1,2})?", text) else "not a date")


def _common(found: re.Match[str]) -> datetime:
    """Take the short way for the form that nine feeds of ten have."""
    day, name, year, hour, minute, second, sign, zone_hour, zone_minute = found.groups()
    at = _moment(int(year), _month(name), int(day), int(hour), int(minute), int(second))
    offset = timedelta(hours=int(zone_hour or 0), minutes=int(zone_minute or 0))
    return (at + offset if sign == "-" else at - offset).replace(tzinfo=UTC)


def _assemble(parts: dict[str, str | None], zone: str) -> datetime:
    year = int(parts["year"] or 0)
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not 1900 <= year <= 2200:
        raise ValueError(f"year {year} is not of the Gregorian calendar")
    month, day = _month_and_day(parts, zone)
    hour = meridiem(int(parts.get("hour") or 0), parts.get("half"))
    at = _moment(year, month, day, hour, int(parts.get("minute") or 0), int(parts.get("second") or 0))
    return at.replace(tzinfo=_offset(parts.get("zone") or "", zone)).astimezone(UTC)


def _month_and_day(parts: dict[str, str | None], zone: str) -> tuple[int, int]:
    if parts.get("name"):
        return _month(parts["name"] or ""), int(parts["day"] or 0)
    if parts.get("month"):
        return int(parts["month"] or 0), int(parts["day"] or 0)
    first, other = int(parts["first"] or 0), int(parts["other"] or 0)
    is_month_first = parts["mark"] == "/" and zone.startswith(("America/", "US/"))
    if (is_month_first and first <= 12) or other > 12:
        return first, other
    return other, first


def _month(name: str) -> int:
    number = month_number(name)
    if number is None:
        raise ValueError(f"{name} is no known month")
    return number


def _moment(year: int, month: int, day: int, hour: int, minute: int, second: int) -> datetime:
    # 24:00 is the end of the day, and a leap second the start of the next minute
    extra = timedelta(days=1) if (hour, minute, second) == (24, 0, 0) else timedelta(seconds=second == 60)
    try:
        return datetime(year, month, day, hour % 24 if hour == 24 and extra else hour, minute, min(second, 59)) + extra
    except (ValueError, OverflowError):
        raise ValueError("no such day or time") from None


def _offset(text: str, zone: str) -> tzinfo:
    """Return the zone that a text names; the publisher's own where it names none."""
    found = re.fullmatch(r"([^\W\d_]*)\s*(?:([+-])\s*(\d{1,2}):?(\d{2})?)?", text.strip())
    name, sign, hours, minutes = found.groups() if found else (text, None, None, None)
    if sign and hours:
        size = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if size > timedelta(hours=15):
            raise ValueError(f"{text.strip()} is no time zone")
        return timezone(size if sign == "+" else -size)
    if not name:
        return _zone(zone)
    offset = zone_hours(name, zone)
    if offset is None:
        raise ValueError(f"{name} is no known time zone")
    return timezone(timedelta(hours=offset))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
