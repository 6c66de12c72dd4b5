"""Times as pages write them: machine forms, and days in the languages that we read.

A day that is not written out is not guessed: no "2 hours ago", no day and month in doubtful order.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EARLIEST = 1995
"""No article of the press on the web is older."""

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T\s,]+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?",
    re.I,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})\s?[:h]\s?(\d{2})(?::(\d{2}))?(?!\d)\s*(am|pm|a\.m\.|p\.m\.|ص|م|مساء|صباحا)?(?!\w)", re.I
)
_NAMED_ZONES = {
    "мск": 3,
    "msk": 3,
    "tsi": 3,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "pst": -8,
    "pdt": -7,
    "cet": 1,
    "cest": 2,
}
_NAMED_ZONE = re.compile(rf"(?<!\w)({'|'.join(_NAMED_ZONES)})(?!\w)")
_ZONE = re.compile(r"(?:(?:GMT|UTC)\s*([+-]\d{1,2})(?::?(\d{2}))?|\b(GMT|UTC)\b|([+-]\d{2}):?(\d{2})\b|(?<=\d)(Z)\b)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?$")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e]")
_WORD = re.compile(r"[^\W\d_]+|\d+")


def parse_time(text: object, zone: str = "UTC", *, day_first: bool = False) -> datetime | None:
    """Read a publication time; null where there is no certain day in it.

    `zone` is the IANA zone in which a time without a zone is meant; `day_first` settles what 03/04/2024 means. The
    result keeps the zone of the text, so that its `.date()` is the day that stood on the page.
    """
    if not isinstance(text, str | int):
        return None
    text = _plain(str(text))
    if not text or len(text) > 200:
        return None
    found = _epoch(text) or _iso(text, zone) or _rfc(text) or _compact(text, zone) or _written(text, zone, day_first)
    if found is None or found.year < EARLIEST:
        return None
    return found if found.tzinfo else found.replace(tzinfo=_zone(zone))


def _plain(text: str) -> str:
    """Fold digits of all scripts, marks and blanks."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in text)
    return " ".join(text.split())


def _epoch(text: str) -> datetime | None:
    if not _EPOCH.match(text):
        return None
    return datetime.fromtimestamp(int(text[:10]), tz=UTC)


def _iso(text: str, zone: str) -> datetime | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    hour = _hour(hour, match[7])
    return _made(year, month, day, hour, minute, second, _offset(match[8]) or _zone(zone))


def _rfc(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text) if re.match(r"[A-Za-z]{3},? ", text) else None
    except (TypeError, ValueError):
        return None


def _compact(text: str, zone: str) -> datetime | None:
    match = _COMPACT.match(text)
    if not match:
        return None
    parts = [int(part or 0) for part in match.groups()[:6]]
    return _made(*parts, UTC if match[7] else _zone(zone))


def _written(text: str, zone: str, day_first: bool) -> datetime | None:
    """Read a day with the name of its month, or in figures where day and month cannot be confused."""
    text = text.lower()
    clock = _CLOCK.search(text)
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3]) if clock else (0, 0, 0)
    hour = _hour(hour, clock[4] if clock else None)
    offset = _zone_in(text) or _zone(zone)
    day = _named_day(text) or _figures(text, day_first)
    return _made(*day, hour, minute, second, offset) if day else None


def _named_day(text: str) -> tuple[int, int, int] | None:
    for names, month in _months():
        match = names.search(text)
        if not match:
            continue
        before = re.search(
            r"(\d{1,2})(?:st|nd|rd|th|er|\.|،|-)?\s*(?:de\s|of\s)?$", text[: match.start()].rstrip(" -/.")
        )
        year = re.match(r"\D{0,16}?(\d{4})\b", text[match.end() :])
        if before and year:
            return int(year[1]), month, int(before[1])
        after = re.match(r"\.?\s*(\d{1,2})(?:st|nd|rd|th)?\b\D{1,12}?(\d{4})\b", text[match.end() :])
        if after:
            return int(after[2]), month, int(after[1])
        first = re.search(r"(\d{4})[\s,-]*(\d{1,2})?\s*$", text[: match.start()])
        if first and first[2]:
            return int(first[1]), month, int(first[2])
    return None


def _figures(text: str, day_first: bool) -> tuple[int, int, int] | None:
    match = _DAY_FIRST.search(text)
    if not match:
        return None
    first, second, year = map(int, match.groups())
    # 03/04/2024 is two days; a point between them is never American
    if day_first or first > 12 or first == second or "." in match[0]:
        return year, second, first
    return (year, first, second) if second > 12 else None


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    is_late = half.lower()[0] in {"p", "م"}
    return hour % 12 + (12 if is_late else 0)


def _made(year: int, month: int, day: int, hour: int, minute: int, second: int, zone: tzinfo) -> datetime | None:
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
    except ValueError:
        return None


def _offset(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    return _shift(text[:3], text[3:].lstrip(":"))


def _shift(hours: str, minutes: str | None) -> tzinfo | None:
    shift = timedelta(hours=abs(int(hours)), minutes=int(minutes or 0))
    return timezone(-shift if hours.startswith("-") else shift) if shift < timedelta(hours=15) else None


def _zone_in(text: str) -> tzinfo | None:
    match = _ZONE.search(text.upper())
    if not match:
        named = _NAMED_ZONE.search(text)
        return timezone(timedelta(hours=_NAMED_ZONES[named[1]])) if named else None
    if match[3] or match[6]:
        return UTC
    return _shift(match[1] or match[4], match[2] or match[5])


@cache
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@cache
def _months() -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return a pattern for each line of the table, two-word names first."""
    text = files(__package__).joinpath("data/month_names.csv").read_text("utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    named = [(name.replace("_", " "), int(row["month"])) for row in rows for name in row["names"].split()]
    named.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(_MARKS.sub('', name))}(?!\w)"), month) for name, month in named)
