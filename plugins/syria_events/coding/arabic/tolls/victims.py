"""Who was hurt, and how many: the noun phrase of a toll (أربعة أطفال، طفل وامرأة، ثلاثة من عناصر …)."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.tolls.joined_people import with_joined
from syria_events.coding.arabic.tolls.people import Victims, is_part, person_at
from syria_events.coding.arabic.words.quantities import Quantity, exactly, quantity_at
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_REACH = 7
"""Words that may stand between a toll's verb and its number: "today, Sunday", "on the spot" …"""
_ATTRIBUTES = wordset("victims.attributes")
_BARRIERS = frozenset(".؛:\n") | {"اثر", "جراء", "نتيجه", "بسبب", "خلال", "الي", "عن"}


_CLOSERS = wordset("victims.closers")
"""Words after a bare number that show that it counted people."""


_BY = wordset("victims.by")
"""Before fighters they say who did it: "قتل برصاص مسلحين"."""
_AT_LEAST = ["علي", "الاقل"]


def victims_after(reading: Reading, position: int, end: int, reach: int = _REACH) -> Victims | None:
    """Return the first phrase of people in the words after a toll's verb or noun, or null."""
    stop = min(end, position + reach)
    for start in range(position, stop):
        if (
            reading.words[start] in _BARRIERS
            or _is_by(reading, start)
            or is_part(reading, start)
            or _other_toll(reading, start)
        ):
            return None
        found = victims_at(reading, start, end)
        if found and not (found.victims == "combatant" and reading.words[start - 1] in _BY):
            return found
    return None


def _is_by(reading: Reading, position: int) -> bool:
    """على يد مسلحين: who follows did it."""
    return reading.words[position] == "علي" and reading.words[position + 1 : position + 2] in (["يد"], ["ايدي"])


def victims_before(reading: Reading, position: int, begin: int, reach: int = 8) -> Victims | None:
    """Return the phrase of people that ends nearest before a verb: "أن ثلاثة مدنيين قتلوا".

    A part told between the two is skipped: "إن ثلاثة مدنيين بينهم طفل قتلوا".
    """
    lowest, limit = max(begin, position - reach), position
    for start in range(position - 1, lowest - 1, -1):
        if reading.words[start] in {"،", ".", "\n"}:
            lowest = start + 1
            break
        if is_part(reading, start):
            limit = start
    for start in range(limit - 1, lowest - 1, -1):
        if person_at(reading, start) is None:
            continue
        for first in range(max(begin, start - 4), start + 1):
            found = victims_at(reading, first, limit)
            if found and found.last > start:
                return found
    return None


def _other_toll(reading: Reading, position: int) -> bool:
    return any(hit.entry.detail not in {"count", "active"} for hit in reading.at["tolls"].get(position, ()))


def victims_at(reading: Reading, position: int, end: int) -> Victims | None:
    """Return the phrase of people that begins at a word: number and noun, noun alone, number alone."""
    quantity = quantity_at(reading, position, end)
    last = quantity.last if quantity else position
    noun_at = _past_fillers(reading, last, end) if quantity else position
    person = person_at(reading, noun_at) if noun_at < end else None
    if quantity and person and person.clitics.startswith("و"):
        person = None
    if quantity and not person:
        if (quantity.best == 1 and not _one_of(reading, quantity)) or _measures(reading, quantity, end):
            return None
        return Victims(quantity, "unknown", position, quantity.last)
    if not person or (not quantity and _is_attribute(reading, noun_at)):
        return None
    last = person.last
    if not quantity and (pair := _pair_after(reading, last, end)):
        quantity, last = exactly(2, noun_at, pair), pair
    if not quantity and person.label in "12":
        quantity = exactly(int(person.label), noun_at, person.last)
    least = _least(reading.words[noun_at]) if not quantity else None
    whole = Victims(quantity, person.entry.detail, position, last, least)
    return _at_least(reading, with_joined(reading, whole, end))


def _at_least(reading: Reading, victims: Victims) -> Victims:
    """ "13 شخصا على الأقل": the words that leave the number open may stand after its noun."""
    if victims.quantity is None or reading.words[victims.last : victims.last + 2] != _AT_LEAST:
        return victims
    return replace(victims, quantity=replace(victims.quantity, high=None), last=victims.last + 2)


def _least(word: str) -> int:
    """A sound plural in ـين reads as a dual, too; any other plural is three or more."""
    return 2 if word.endswith("ين") else 3


def _is_attribute(reading: Reading, position: int) -> bool:
    """مدنية in "أهداف مدنية": an adjective behind a noun that counts nobody."""
    if position == 0 or reading.words[position] not in _ATTRIBUTES:
        return False
    known = ("tolls", "numbers", "people", "dates", "triggers")
    before = reading.words[position - 1]
    return before.isalpha() and before != "و" and not any(reading.at[table].get(position - 1) for table in known)


def _one_of(reading: Reading, quantity: Quantity) -> bool:
    """أحد قيادييها: one of people whom the lexicon does not know."""
    return reading.words[quantity.first].lstrip("وبل") in {"احد", "احدي"}


def _pair_after(reading: Reading, position: int, end: int) -> int | None:
    """مدنيين اثنين: the word after a number of two that follows its noun."""
    hits = reading.between("numbers", position, min(position + 1, end))
    return next((hit.last for hit in hits if hit.label == "unit" and hit.entry.detail == "2" and not hit.clitics), None)


def _past_fillers(reading: Reading, position: int, end: int) -> int:
    """Words between number and noun: "ثلاثة من المدنيين", "3 على الأقل من"."""
    for start in range(position, min(position + 3, end)):
        if person_at(reading, start) or reading.words[start] not in {"من", "علي", "الاقل", '"', "“", "("}:
            return start
    return position


def _measures(reading: Reading, quantity: Quantity, end: int) -> bool:
    """A bare number counts people only where nothing else is counted: not "3 صواريخ", not a date or an hour."""
    if quantity.best is None or quantity.best > 5000 or quantity.last >= end:
        return quantity.last >= end and quantity.best is not None and quantity.best > 5000
    following = reading.words[quantity.last]
    closes = following in _CLOSERS
    return not (closes or following.startswith("و") or following.startswith("ب"))
