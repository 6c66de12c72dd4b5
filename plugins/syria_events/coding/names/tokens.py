"""Words of a text as names see them: with offsets, without endings, and with what lies between one and the next."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from syria_events.coding.names.latin import has_article, is_article

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+|[^\W\d_][\w\u0300-\u036f]*(?:['’‘ʼʿʾ`´][^\W\d_][\w\u0300-\u036f]*)*")
NAME_WORD = re.compile(
    r"(\d+|[^\W\d_][\w\u0300-\u036f]*(?:['’‘ʼʿʾ`´](?!s\b)[^\W\d_][\w\u0300-\u036f]*)*)(?:['’]s\b)?([^\w]?)"
)
_GAP = re.compile(r"[ \u00a0]?[-‐–/'’]?[ \u00a0]?$")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
SUFFIXED = frozenset({"tr", "ku"})
"""Languages that write a case ending after an apostrophe: Halep'te."""
PLACE_NOUNS = frozenset(
    {
        *("air", "airbase", "airfield", "airport", "area", "base", "basin", "border", "bridge", "camp", "canton"),
        *("castle", "city", "coast", "countryside", "crossing", "dam", "desert", "district", "farms", "field", "front"),
        *("garrison", "gas", "governorate", "heights", "highway", "hill", "hills", "hospital", "international"),
        *("island", "junction", "lake", "military", "mountain", "mountains", "naval", "neighborhood", "neighbourhood"),
        *("oil", "oilfield", "outskirts", "plain", "plant", "port", "prison", "province", "refinery", "refugee"),
        *("region", "river", "road", "roundabout", "square", "station", "suburb", "suburbs", "town", "triangle"),
        *("valley", "village", "water", "zone"),
    }
)
"""What follows a name in small letters and may be part of it: Castello road, Shayrat airbase."""
PARTICLES = frozenset({"ibn", "bin", "wal", "de", "von", "der", "of", "for"})
"""Small words inside a name: Staffan de Mistura, Army of Conquest."""
OPENERS = frozenset({"A", "I", "An", "The", "In", "On", "At", "Of", "As", "And", "But", "For", "To", "US", "UN"})
"""Words that open sentences and headlines, never a name."""


class Token(NamedTuple):
    start: int
    end: int
    form: str
    gap: str | None
    """What lies between this token and the next, if they may belong to one name."""


@lru_cache(maxsize=4)
def tokens_of(folded: str, *, suffixed: bool = False) -> tuple[Token, ...]:
    """Return the words of a folded text; the last texts are remembered, as several tables are looked up in each."""
    found = []
    matches = [(match[0], *match.span()) for match in _TOKEN.finditer(folded)]
    starts = [start for _, start, _ in matches[1:]]
    for (form, start, end), following in zip(matches, [*starts, None], strict=True):
        gap = None if following is None else folded[end:following]
        if gap is not None and gap != " " and (len(gap) > 3 or not _GAP.match(gap)):
            gap = None
        if not form.isalnum():
            form, end = _without_ending(form, end, suffixed)
        found.append(Token(start, end, form, gap))
    return tuple(found)


def _without_ending(form: str, end: int, suffixed: bool) -> tuple[str, int]:
    """Cut the dots of an acronym, a genitive, and, in languages that have them, endings after an apostrophe."""
    if "." in form:
        return form.replace(".", ""), end
    if possessive := _POSSESSIVE.search(form):
        return form[: possessive.start()], end - 2
    if suffixed and (apostrophe := re.search(r"['’]", form)):
        return form[: apostrophe.start()], end - len(form) + apostrophe.start()
    return form, end


def is_arabic(form: str) -> bool:
    return "\u0600" <= form[0] <= "\u06ff"


def may_begin(tokens: tuple[Token, ...], position: int) -> bool:
    """Say whether a word without a capital begins a name, being its article: al-Bab, el Hol, ez-Zor."""
    token = tokens[position]
    if token.form not in {"al", "el"} and token.gap != "-":
        return False
    return position + 1 < len(tokens) and is_article(token.form, token.gap or "", tokens[position + 1].form)


def may_follow(form: str, before: Token) -> bool:
    """Say whether a word without a capital may go on with a name: after a hyphen, a number, or a noun of place."""
    return before.gap == "-" or form.isdecimal() or form in PLACE_NOUNS or form in PARTICLES or has_article(form)
