"""The words in dates: months, zones, digits and halves of the day, in the languages of the registry."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_INVISIBLE = re.compile(r"[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_TWO_WORDS = re.compile(r"(كانون|تشرين)\s+(?=\S)")


def plain_digits(raw: str) -> str:
    """Return a date with Western digits, single blanks, no marks of direction, and two-word months as one word."""
    text = _INVISIBLE.sub("", raw)
    if not text.isascii():
        digits = (str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in text)
        text = _TWO_WORDS.sub(r"\1_", "".join(digits).replace("\N{MINUS SIGN}", "-").replace("\xa0", " "))
    return re.sub(r"\s+", " ", text).strip()


def month_number(name: str) -> int | None:
    """Return 1 to 12 for the name of a month, long or short, in any of the known languages."""
    word = unicodedata.normalize("NFC", name.lower().replace("i\u0307", "i")).rstrip(".")
    return _months().get(word)


def zone_hours(name: str, publisher_zone: str) -> float | None:
    """Return the hours from UTC that an abbreviation means at this publisher; None for one that is not known."""
    zones = _zones()
    word = name.lower()
    meanings = zones["ambiguous"].get(word)
    if meanings is None:
        return zones["hours"].get(word)
    by_region = meanings.get(publisher_zone.partition("/")[0].lower(), meanings["otherwise"])
    return meanings.get(publisher_zone, by_region)


def meridiem(hour: int, half: str | None) -> int:
    """Return the hour of 24 for an hour of 12 and its half of the day (am, pm, ص, م)."""
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half[0].lower() in {"p", "م"} else 0)


@cache
def _months() -> dict[str, int]:
    lists = _table("month_names.toml")
    return {
        word: number for months in lists.values() for number, words in enumerate(months, 1) for word in words.split()
    }


@cache
def _zones() -> dict[str, dict]:
    return _table("time_zones.toml")


def _table(name: str) -> dict:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
