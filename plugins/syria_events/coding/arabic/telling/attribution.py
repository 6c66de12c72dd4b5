"""Whom the article credits: "قال المرصد …", "بحسب الدفاع المدني", and whether somebody contests it."""

from __future__ import annotations

from collections.abc import Iterable

from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.model import Attribution

_REACH = 25
"""Words after a clause in which a denial is one of what it tells."""
_DENIAL = wordset("attribution.denial")
_MOST_TELLING = ("monitor", "rescuer", "party", "agency", "local")


def speakers(reading: Reading, first: int, last: int) -> list[Found]:
    """Return the sources credited in the words [first, last): those within three words of a word of saying."""
    said = {
        position
        for hit in reading.between("cues", first, last)
        if hit.entry.detail == "speaker"
        for position in range(hit.first - 3, hit.last + 5)
    }
    return [hit for hit in reading.between("sources", first, last) if said & set(range(hit.first, hit.last))]


def credited(reading: Reading, found: Iterable[Found]) -> str | None:
    """Return the name of the most telling source, as the article writes it; null for none."""
    best = min(found, key=lambda hit: (_MOST_TELLING.index(hit.label), hit.first), default=None)
    return reading.quote(best.first, best.last, len(best.clitics)) if best else None


def attribution(reading: Reading, found: list[Found], *, denied: bool) -> Attribution | None:
    """Return whom a report is credited to and how it stands: a party claims, monitor and rescuers together confirm."""
    name = credited(reading, found)
    if name is None:
        return None
    kinds = {hit.label for hit in found}
    if denied:
        return Attribution(name, "denied")
    if kinds == {"party"}:
        return Attribution(name, "claimed")
    return Attribution(name, "confirmed" if {"monitor", "rescuer"} <= kinds else "stated")


def is_contested(reading: Reading, last: int) -> bool:
    """Say whether somebody denies, soon after word `last`, what was told before it."""
    return any(word.lstrip("وف") in _DENIAL for word in reading.words[last : last + _REACH])
