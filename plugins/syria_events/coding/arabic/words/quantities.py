"""How many: digits and number words (ثلاثة، خمسة وعشرين، عشرات، ما لا يقل عن 12), as the codebook bounds them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_WORDS = wordset("quantities.year_words")
_DIGITS = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+|\d{1,6}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Bounds as in the codebook, and the words [first, last) that state them."""

    low: int | None
    best: int | None
    high: int | None
    first: int
    last: int


def exactly(number: int, first: int, last: int) -> Quantity:
    """A quantity without doubt."""
    return Quantity(number, number, number, first, last)


def quantity_at(reading: Reading, position: int, end: int) -> Quantity | None:
    """Return the quantity that begins at a word, with the modifiers that stand before or after the number."""
    modifier, start = _modifier(reading, position, end)
    if modifier == "range":
        return _range(reading, position, start, end)
    number = _number(reading, start, end)
    if number is None:
        return None
    value, last, vague = number
    if not modifier and last < end and (after := _modifier(reading, last, end))[0] in {"least", "about"}:
        modifier, last = after
    quantity = exactly(value, position, last)
    if vague or modifier == "least":
        return replace(quantity, high=None)
    if modifier == "about":
        return replace(quantity, low=None, high=None)
    if modifier == "most":
        return replace(quantity, low=None, best=None)
    return quantity


def _modifier(reading: Reading, position: int, end: int) -> tuple[str | None, int]:
    for hit in reading.between("numbers", position, min(position + 1, end)):
        if hit.label in {"least", "about", "most", "range"}:
            return hit.label, hit.last
    return None, position


def _range(reading: Reading, position: int, start: int, end: int) -> Quantity | None:
    """بين 12 و15 / من 12 إلى 15."""
    low = _number(reading, start, end)
    if low is None or low[1] >= end:
        return None
    joint = reading.words[low[1]]
    start = low[1] + (joint in {"و", "الي", "-"})
    if start == low[1] and not joint.startswith("و"):
        return None
    high = _number(reading, start, end)
    if high is None or high[0] <= low[0]:
        return None
    return Quantity(low[0], low[0], high[0], position, high[1])


def _number(reading: Reading, position: int, end: int) -> tuple[int, int, bool] | None:
    """Value, word after it, and whether it is only an order of magnitude (عشرات)."""
    if position >= end:
        return None
    digits = _DIGITS.fullmatch(reading.words[position].lstrip("وبلف"))
    if digits and _is_year(reading, position):
        return None
    if digits:
        value = int(re.sub(r"\D", "", digits[0]))
        part, factor = _part(reading, position + 1, end)
        if part in {"thousand", "thousands"}:
            return value * factor, position + 2, False
        return value, position + 1, False
    return _in_words(reading, position, end)


def _is_year(reading: Reading, position: int) -> bool:
    """عام 2021: no number of anything."""
    before = reading.words[max(position - 1, 0) : position]
    return bool(_YEAR.fullmatch(reading.words[position])) and any(word.lstrip("وبل") in _YEAR_WORDS for word in before)


def _in_words(reading: Reading, position: int, end: int) -> tuple[int, int, bool] | None:
    total, group, last = 0, 0, position
    while last < end:
        part, value = _part(reading, last, end)
        joined = last == position or reading.words[last].startswith("و") or part in {"thousand", "thousands", "unit"}
        if part is None or not joined:
            break
        if part == "vague":
            return (value, last + 1, True) if last == position else None
        if part in {"thousand", "thousands"}:
            total, group = total + (group or 1) * value, 0
        elif part == "hundred" and group and group < 10:
            group *= value
        elif part == "unit" and group and value != 10 and not reading.words[last].startswith("و"):
            break
        else:
            group += value
        last += 1
    return (total + group, last, False) if last > position else None


def _part(reading: Reading, position: int, end: int) -> tuple[str | None, int]:
    for hit in reading.between("numbers", position, min(position + 1, end)):
        if hit.label in {"unit", "ten", "hundred", "thousand", "thousands", "vague"} and (
            hit.label == "vague" or "ال" not in hit.clitics
        ):
            return hit.label, int(hit.entry.detail)
    return None, 0
