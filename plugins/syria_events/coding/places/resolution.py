"""Which of several places a name means, and how precisely.

First the words beside the name choose the kind (city, district or governorate); then, among places of one name, what is
around it chooses: governorates named in the sentence and in the article, other places nearby, size. Null beats a guess.
"""

from __future__ import annotations

from collections.abc import Iterable

from syria_events.coding.places.anchors import Anchors, prominence
from syria_events.coding.places.mention import PlaceContext, PlaceMention
from syria_events.coding.places.place import ADMIN, GazetteerPlace
from syria_events.model import Place

NEAR = frozenset({"near", "between", "suburb", "road"})
SAME_SPOT_KM = 8.0
"""Rows this close to each other in one governorate are one place told twice."""
DECISIVE = 0.75
"""How far the best score must lead."""
LOOSE_KM = 90.0
"""How far a village may lie from the seat of the governorate that is named: "southern Idlib" reaches into Hama."""
_FAMOUS = frozenset({"country", "governorate", "city", "region"})
"""Kinds of places that are meant however their names are spelt."""


def resolve_mention(mention: PlaceMention, context: PlaceContext) -> tuple[Place | None, str]:
    """Return the place and the reason for it, or null and the reason why none is chosen."""
    candidates, precision = _by_qualifier(mention)
    if not candidates:
        return None, f"no place named {mention.name!r} fits {mention.qualifier!r}"
    chosen, reason = _choose(candidates, mention, context)
    return (_place(chosen, mention, precision) if chosen else None), reason


def _by_qualifier(mention: PlaceMention) -> tuple[list[GazetteerPlace], int]:
    """The candidates that fit the words beside the name, and the precision they leave (codebook, rule 6)."""
    everything = list(mention.candidates)
    beside = mention.qualifier or ""
    governorates = [place for place in everything if place.kind == "governorate"]
    if governorates and beside in {"province", "countryside", "part"}:
        return governorates, 3
    if beside in {"district", "subdistrict"}:
        areas = [place for place in everything if place.kind in {"district", "subdistrict"}]
        quarters = [place for place in everything if place.kind == "neighbourhood"]
        if areas or quarters:
            return (areas, 2) if areas and not quarters else (quarters, 1)
    fitting = [place for place in everything if place.kind == beside] or [
        place for place in everything if place.kind not in ADMIN
    ]
    vague = beside in NEAR or beside.endswith(" of") or beside in {"countryside", "part", "province"}
    return fitting or everything, 2 if vague else 1


def _place(chosen: GazetteerPlace, mention: PlaceMention, precision: int) -> Place:
    return Place(
        name=chosen.name,
        admin1_pcode=chosen.admin1_pcode,
        country=chosen.country,
        lat=chosen.lat,
        lon=chosen.lon,
        precision=_precision(chosen, precision),
        start=mention.start,
        end=mention.end,
        place_id=chosen.place_id,
    )


def _precision(chosen: GazetteerPlace, precision: int) -> int:
    if chosen.kind == "country" or (chosen.kind == "region" and chosen.admin1_pcode is None):
        return 4
    if chosen.kind == "governorate":
        return 3
    if chosen.kind in {"district", "subdistrict", "region"}:
        return 2
    return precision


def _choose(
    candidates: list[GazetteerPlace], mention: PlaceMention, context: PlaceContext
) -> tuple[GazetteerPlace | None, str]:
    places = _one_per_spot(candidates)
    anchors = Anchors(mention, context)
    if len(places) == 1:
        return _checked_alone(places[0], mention, anchors)
    ranked = sorted(((anchors.score(place), place) for place in places), key=lambda pair: (-pair[0], pair[1].place_id))
    (best, chosen), (second, _) = ranked[:2]
    if best - second < DECISIVE:
        return None, f"{len(places)} places are named {mention.name!r} and nothing nearby decides"
    return chosen, f"best of {len(places)} places of that name: {anchors.reason(chosen)}"


def _checked_alone(place: GazetteerPlace, mention: PlaceMention, anchors: Anchors) -> tuple[GazetteerPlace | None, str]:
    if not place.imported and (mention.exact or place.kind in _FAMOUS):
        return place, "the only place of that name"
    if not mention.exact and mention.qualifier == "neighbourhood" and place.kind == "village":
        return None, f"{place.name!r} is no neighbourhood, and only resembles the name"
    named = anchors.governorates_in_sentence
    codes = {governorate.admin1_pcode for governorate in named}
    if named and place.admin1_pcode not in codes:
        if min(map(place.kilometres_to, named)) > LOOSE_KM:
            others = ", ".join(sorted(filter(None, codes)))
            return None, f"the only {place.name!r} lies in {place.admin1_pcode}, the sentence names {others}"
        return place, "the only place of that name, near the governorate that is named"
    if anchors.kilometres_away(place) > LOOSE_KM:
        return None, f"the only {place.name!r} lies far from every other place of the sentence"
    return place, "the only place of that name"


def _one_per_spot(candidates: Iterable[GazetteerPlace]) -> list[GazetteerPlace]:
    """Drop rows that tell a better row's place again."""
    kept: list[GazetteerPlace] = []
    for place in sorted(candidates, key=lambda place: (-prominence(place), place.place_id)):
        if not any(
            place.admin1_pcode == other.admin1_pcode
            and (place.kilometres_to(other) < SAME_SPOT_KM or (place.kind in ADMIN and other.kind in ADMIN))
            for other in kept
        ):
            kept.append(place)
    return kept
