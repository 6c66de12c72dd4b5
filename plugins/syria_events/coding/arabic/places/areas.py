"""Which governorate a name stands in: told behind it, or at the head of its section of a round of news."""

from __future__ import annotations

from collections.abc import Sequence

from syria_events.coding.arabic.located import Located
from syria_events.coding.places import Gazetteer
from syria_events.coding.places.place import ADMIN
from syria_events.coding.places.resolution import LOOSE_KM
from syria_events.model import Place

AREA_REACH = 4
"""Words behind a name in which the governorate of its place begins."""
_AREAS = frozenset({"countryside", "province"})
_SEVERAL = 2
"""Heads that make a text a round of news."""


def section_heads(words: Sequence[str], places: Sequence[Located]) -> list[Located]:
    """Return the governorates that stand at the head of a line before a colon, where there are several: "حلب::…"."""
    heads = [
        located
        for located in places
        if words[located.last : located.last + 1] == [":"]
        and (not located.first or words[located.first - 1] == "\n")
        and any(place.kind == "governorate" for place in located.mention.candidates)
    ]
    return heads if len(heads) >= _SEVERAL else []


def area_behind(words: Sequence[str], located: Located, following: Sequence[Located]) -> Located | None:
    """الشيخ سعد بريف طرطوس: the governorate in which the words behind a name put it."""
    for area in following:
        between = words[located.last : area.first]
        inside = between and (between[0] == "في" or between[0].startswith("ب"))
        if inside and area.mention.qualifier in _AREAS:
            return area
    return None


def is_elsewhere(gazetteer: Gazetteer, place: Place, area: Place) -> bool:
    """Say whether the place that we know by a name lies in another governorate, and far from the one that is told."""
    known, told = gazetteer.by_id.get(place.place_id or ""), gazetteer.by_id.get(area.place_id or "")
    if known is None or told is None or known.kind in ADMIN or not area.admin1_pcode:
        return False
    return area.admin1_pcode != place.admin1_pcode and known.kilometres_to(told) > LOOSE_KM
