"""What the place names of an article mean, decided once for the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from syria_events.coding.english.words.reading import Reading
from syria_events.coding.places import Gazetteer, PlaceContext, PlaceMention
from syria_events.model import Place

_EXACT = 2
"""Precision of a place that is no mere governorate or country."""
_INNER_REACH = 7
"""How many words may lie between a place and the one that the words say it lies in."""
_APART = frozenset(
    {".", ";", "and", "to", "near", "outside", "around", "from", "km", "as", "they", "when", "while", "after", "before"}
)
_NEAR = frozenset({("near",), ("near", "the", "city", "of"), ("near", "the", "town", "of"), (",", "near")})
_DIRECTIONS = ("north", "south", "east", "west", "outside")


@dataclass(frozen=True, slots=True)
class Located:
    """A place name at words [first, last)."""

    mention: PlaceMention
    first: int
    last: int


def _puts_into(between: Sequence[str]) -> bool:
    """Whether words between two places put the first into the second: "neighbourhood of", not "northeast of"."""
    if len(between) > _INNER_REACH or not _APART.isdisjoint(between) or any(map(str.isdigit, between)):
        return False
    if "of" in between and between[list(between).index("of") - 1].startswith(_DIRECTIONS):
        return False
    return "in" in between or "of" in between


class Whereabouts:
    """The places of an article. A name that means the same place everywhere in it is resolved by all it says."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer, places: Sequence[Located]) -> None:
        self._reading = reading
        self._gazetteer = gazetteer
        self._places = tuple(places)
        self._resolved: dict[int, Place | None] = {}

    def resolve(self, located: Located) -> Place | None:
        """Return the place that a name means; null where nothing decides.

        Where the words put a place into another ("the Salhiya quarter of Hasakah") and the gazetteer knows none of that
        name there, the other is the place, here and wherever the article has the name again.
        """
        return self._overruled.get(located.mention.name) or self._meant(located)

    def _meant(self, located: Located) -> Place | None:
        """Return the place that a name means where it stands, unless it means a namesake elsewhere in most places."""
        place = self._by_gazetteer(located)
        usual = self._usual.get(_plain(located.mention.name))
        return usual if place and usual and _area(place) != _area(usual) else place

    @cached_property
    def _usual(self) -> dict[str, Place]:
        """Name -> the place that it means most often in the article, else first, where it may mean several."""
        said: dict[str, list[Place]] = {}
        for located in self._places:
            place = self._by_gazetteer(located)
            if place:
                said.setdefault(_plain(located.mention.name), []).append(place)
        usual = {}
        for name, found in said.items():
            areas = [_area(place) for place in found]
            if len(set(areas)) > 1 and _CAPITAL.isdisjoint(areas):
                usual[name] = found[areas.index(max(areas, key=areas.count))]
        return usual

    def _by_gazetteer(self, located: Located) -> Place | None:
        if located.first not in self._resolved:
            sentence = self._reading.sentence_of[located.first]
            near = [other for other in self._places if self._reading.sentence_of[other.first] == sentence]
            near.sort(key=lambda other: abs(other.first - located.first))
            context = PlaceContext(
                mentions=tuple(other.mention for other in self._places),
                near=tuple(other.mention for other in near if other is not located),
            )
            self._resolved[located.first] = self._gazetteer.resolve(located.mention, context)
        return self._resolved[located.first]

    def _end_of_name(self, located: Located) -> int:
        """Where a name ends of which the gazetteer knows the head only: "Dweir Sheikh Saad"."""
        forms, end = self._reading.forms, located.last
        while end < len(forms) and (forms[end][:1].isupper() or forms[end].startswith("al-")):
            end += 1
        return end

    @cached_property
    def _overruled(self) -> dict[str, Place]:
        """Name -> the place that it lies in by the words of the article, though the gazetteer has it elsewhere."""
        found: dict[str, Place] = {}
        for inner, outer in zip(self._places, self._places[1:], strict=False):
            between = self._reading.words[self._end_of_name(inner) : outer.first]
            near = between in _NEAR
            if not near and not _puts_into(between):
                continue
            one, other = self._by_gazetteer(inner), self._by_gazetteer(outer)
            if other and (one is None or _are_apart(one, other)):
                found[inner.mention.name] = replace(other, precision=max(other.precision, 2)) if near else other
        return found


_CAPITAL = frozenset({("SY", "SY01"), ("SY", "SY03")})
"""The capital and its suburbs, which go by one name."""


def _plain(name: str) -> str:
    """A name without its article."""
    return name.casefold().removeprefix("al-").removeprefix("el-")


def _area(place: Place) -> tuple[str | None, str | None]:
    return place.country, place.admin1_pcode


def _are_apart(one: Place, other: Place) -> bool:
    """Whether two places lie in two countries or governorates; the capital's suburbs go by its name as well."""
    if one.country != other.country:
        return max(one.precision, other.precision) <= _EXACT
    admins = {one.admin1_pcode, other.admin1_pcode}
    return None not in admins and len(admins) == 2 and admins != {"SY01", "SY03"}
