"""What the other places of a sentence and an article say for a place: governorates named, neighbours, size."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

from syria_events.coding.places.mention import PlaceContext, PlaceMention
from syria_events.coding.places.place import ADMIN, POPULATED, VAGUE, GazetteerPlace

NAMED_SAME_SENTENCE, NAMED_SAME_ARTICLE = 3.0, 1.5
NEIGHBOUR_SAME_SENTENCE, NEIGHBOUR_SAME_ARTICLE = 2.0, 1.2
SAME_COUNTRY_ABROAD = 1.0
NEIGHBOUR_KM = 30.0
"""Distance at which a neighbour's weight falls to 1/e."""


def prominence(place: GazetteerPlace) -> float:
    """How likely a place is meant when nothing else is known: what is shipped is in the news, and size counts."""
    kind = {"governorate": 0.5, "city": 1.5, "town": 0.8, "country": 3.0}.get(place.kind, 0.3)
    return kind + 0.2 * math.log10(place.population + 1) + (0.0 if place.imported else 1.5)


class Anchors:
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
