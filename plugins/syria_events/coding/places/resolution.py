"""Which of several places a name means, and how precisely.

First the words beside the name choose the kind (city, district or governorate); then, among places of one name, what is
around it chooses: governorates named in the sentence and in the article, other places nearby, size. Null beats a guess.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

from syria_events.coding.places.mention import PlaceContext, PlaceMention
from syria_events.coding.places.place import ADMIN, POPULATED, VAGUE, GazetteerPlace
from syria_events.model import Place

NEAR = frozenset({"near", "between", "suburb", "road"})
SAME_SPOT_KM = 8.0
"""Rows this close to each other in one governorate are one place told twice."""
DECISIVE = 0.75
"""How far the best score must lead."""
NAMED_SAME_SENTENCE, NAMED_SAME_ARTICLE = 3.0, 1.5
NEIGHBOUR_SAME_SENTENCE, NEIGHBOUR_SAME_ARTICLE = 2.0, 1.2
LOOSE_KM = 90.0
"""How far a village may lie from the seat of the governorate that is named: "southern Idlib" reaches into Hama."""
SAME_COUNTRY_ABROAD = 1.0
NEIGHBOUR_KM = 30.0
"""Distance at which a neighbour's weight falls to 1/e."""


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
    anchors = _Anchors(mention, context)
    if len(places) == 1:
        return _checked_alone(places[0], anchors)
    ranked = sorted(((anchors.score(place), place) for place in places), key=lambda pair: (-pair[0], pair[1].place_id))
    (best, chosen), (second, _) = ranked[:2]
    if best - second < DECISIVE:
        return None, f"{len(places)} places are named {mention.name!r} and nothing nearby decides"
    return chosen, f"best of {len(places)} places of that name: {anchors.reason(chosen)}"


def _checked_alone(place: GazetteerPlace, anchors: _Anchors) -> tuple[GazetteerPlace | None, str]:
    if not place.imported:
        return place, "the only place of that name"
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


def prominence(place: GazetteerPlace) -> float:
    """How likely a place is meant when nothing else is known: what is shipped is in the news, and size counts."""
    kind = {"governorate": 0.5, "city": 1.5, "town": 0.8, "country": 3.0}.get(place.kind, 0.3)
    return kind + 0.2 * math.log10(place.population + 1) + (0.0 if place.imported else 1.5)


class _Anchors:
    """The other places of sentence and article, as far as they are certain; worked out when a choice needs them."""

    def __init__(self, mention: PlaceMention, context: PlaceContext) -> None:
        self._mention = mention
        self._context = context
        self._publisher_country = context.publisher_country

    def _places(self, mentions: Iterable[PlaceMention]) -> list[GazetteerPlace]:
        own = (self._mention.start, self._mention.end)
        return [place for other in mentions if (other.start, other.end) != own and (place := _certain(other))]

    @cached_property
    def _near(self) -> list[GazetteerPlace]:
        return self._places(self._context.near)

    @cached_property
    def _article(self) -> list[GazetteerPlace]:
        return self._places(self._context.mentions)

    @cached_property
    def governorates_in_sentence(self) -> list[GazetteerPlace]:
        return [place for place in self._near if place.kind in ADMIN and place.admin1_pcode]

    def kilometres_away(self, place: GazetteerPlace) -> float:
        """Return how far the nearest certain place of the sentence is; 0 where there is none."""
        points = [other for other in self._near if other.kind in POPULATED and other.country == "SY"]
        return min(map(place.kilometres_to, points), default=0.0)

    @cached_property
    def _named(self) -> set[str | None]:
        return {place.admin1_pcode for place in self.governorates_in_sentence}

    @cached_property
    def _abroad(self) -> set[str | None]:
        return {place.country for place in (*self._near, *self._article)} - {"SY", None}

    def score(self, place: GazetteerPlace) -> float:
        score = prominence(place)
        score += NAMED_SAME_SENTENCE * (place.admin1_pcode in self._named)
        score += NAMED_SAME_ARTICLE * self._share(place)
        score += NEIGHBOUR_SAME_SENTENCE * _closeness(place, self._near)
        score += NEIGHBOUR_SAME_ARTICLE * _closeness(place, self._article)
        score += SAME_COUNTRY_ABROAD * (place.country in self._abroad)
        return score + 0.3 * (self._publisher_country is not None and place.country == self._publisher_country)

    def _share(self, place: GazetteerPlace) -> float:
        inside = [other for other in self._article if other.admin1_pcode]
        if not inside or not place.admin1_pcode:
            return 0.0
        return sum(other.admin1_pcode == place.admin1_pcode for other in inside) / len(inside)

    def reason(self, place: GazetteerPlace) -> str:
        if place.admin1_pcode in self._named:
            return "its governorate is named beside it"
        if _closeness(place, self._near) > 0.3:
            return "it is near another place of the sentence"
        if self._share(place) > 0.5 or _closeness(place, self._article) > 0.3:
            return "it is near other places of the article"
        return "it is the best known"


def _certain(mention: PlaceMention) -> GazetteerPlace | None:
    """The place behind a mention whose candidates agree on the governorate; governorates where the words say so."""
    if len({(place.country, place.admin1_pcode) for place in mention.candidates}) != 1:
        return None
    if mention.qualifier in {"province", "countryside", "part", "district"}:
        areas = [place for place in mention.candidates if place.kind in ADMIN]
        if areas:
            return areas[0]
    populated = [place for place in mention.candidates if place.kind in POPULATED]
    return max(populated or mention.candidates, key=prominence)


def _closeness(place: GazetteerPlace, others: Sequence[GazetteerPlace]) -> float:
    """1 beside the nearest of the others, 0 far from all of them; areas have no telling point."""
    distances = [place.kilometres_to(other) for other in others if other.kind not in ADMIN | VAGUE]
    return math.exp(-min(distances, default=math.inf) / NEIGHBOUR_KM)
