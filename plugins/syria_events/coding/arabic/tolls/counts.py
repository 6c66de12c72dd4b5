"""Tolls told by a noun that counts: "ثلاثة قتلى", "قتيلان", "حصيلة القتلى إلى 12"."""

from __future__ import annotations

from syria_events.coding.arabic.tolls.people import is_part, person_at
from syria_events.coding.arabic.tolls.toll import Toll
from syria_events.coding.arabic.tolls.toll_context import has_risen, is_apart, lives_there
from syria_events.coding.arabic.tolls.victims import victims_at
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.quantities import Quantity, exactly, quantity_at
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_PLURALS = wordset("counts.plurals")


def counted(reading: Reading, head: Found, first: int, last: int) -> Toll | None:
    """Return the toll of a noun that counts, or null where it counts nobody or a part of others."""
    if "ل" in head.clitics.removesuffix("ال") or lives_there(reading, head):
        return None
    person = person_at(reading, head.first)
    if person and "ال" in head.clitics and not quantity_at(reading, head.first - 1, head.first):
        return _risen(reading, head, last)
    for start in range(max(first, head.first - 4), head.first):
        one_of = "ال" in head.clitics and reading.words[start].lstrip("وب") in {"احد", "احدي"}
        if one_of:
            return None
        if (is_part(reading, start) or is_part(reading, start - 1)) and not is_apart(reading, head, start):
            return None
        quantity = quantity_at(reading, start, head.first + 1)
        if (
            quantity
            and quantity.last == head.first - 1
            and "ال" in head.clitics
            and reading.words[quantity.last] == "من"
        ):
            return None
        if quantity and (quantity.last == head.first or (quantity.last == head.first - 1)):
            victims = victims_at(reading, head.last, last)
            kind = victims.victims if victims and not victims.quantity else "unknown"
            return Toll(head.label, quantity, kind, start, head.last, risen=has_risen(reading, start))
    if person and person.label in "12" and reading.words[head.first] != "ضحيه":
        quantity = exactly(int(person.label), head.first, head.last)
        return Toll(head.label, quantity, "unknown", head.first, head.last)
    return _risen(reading, head, last) or _uncounted(reading, head)


def _uncounted(reading: Reading, head: Found) -> Toll | None:
    """سقوط جرحى: a plural without a number, where it is news and not a name for the wounded ("الجرحى")."""
    if reading.words[head.first].lstrip("وب") not in _PLURALS or head.label not in {"killed", "injured"}:
        return None
    return Toll(head.label, Quantity(3, None, None, head.first, head.last), "unknown", head.first, head.last)


def _risen(reading: Reading, head: Found, last: int) -> Toll | None:
    """حصيلة القتلى … إلى 12: the number that a count has reached."""
    for position in range(head.last, min(head.last + 14, last)):
        if reading.words[position] in {"الي", "بلغ", "بلغت", "وصل"}:
            victims = victims_at(reading, position + 1, last)
            if victims and victims.quantity:
                return Toll(head.label, victims.quantity, victims.victims, head.first, victims.last, risen=True)
    return None
