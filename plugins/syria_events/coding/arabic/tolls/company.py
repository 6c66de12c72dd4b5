"""Those who were hurt in somebody's company: "قياديا … مع اثنين من أبنائه", "سائق مع مرافقه"."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.tolls.people import Victims, person_at
from syria_events.coding.arabic.words.quantities import Quantity, quantity_at
from syria_events.coding.arabic.words.reading import Reading

_REACH = 6
"""Words, such as whose member somebody is, between him and his company."""
_HIS = ("ه", "ها", "هم", "هما")


def with_company(reading: Reading, victims: Victims, end: int) -> Victims:
    """Count those with them, too, where the text tells how many they are and whose."""
    for position in range(victims.last, min(victims.last + _REACH, end - 1)):
        if reading.words[position] in {"،", ".", "و"} or reading.between("triggers", position, position + 1):
            return victims
        if reading.words[position] == "مع":
            return _together(reading, victims, position + 1, end)
    return victims


def _together(reading: Reading, victims: Victims, position: int, end: int) -> Victims:
    counted = quantity_at(reading, position, end)
    noun_at = counted.last if counted else position
    noun_at += noun_at < end and reading.words[noun_at] == "من"
    if noun_at >= end or victims.quantity is None or not reading.words[noun_at].endswith(_HIS):
        return victims
    person = person_at(reading, noun_at)
    more = counted.best if counted else int(person.label) if person and person.label in "12" else None
    if more is None:
        return victims
    whole = victims.quantity
    bounds = [None if bound is None else bound + more for bound in (whole.low, whole.best, whole.high)]
    quantity = Quantity(*bounds, whole.first, noun_at + 1)
    kind = victims.victims if person and person.entry.detail == victims.victims else "mixed"
    return replace(victims, quantity=quantity, victims=kind, last=noun_at + 1)
