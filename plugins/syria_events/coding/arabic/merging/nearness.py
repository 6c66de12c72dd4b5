"""Whether a mention may lie where mentions before it lay."""

from __future__ import annotations

from collections.abc import Sequence

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.places.location import BESIDE, vagueness
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.places.place import kilometres
from syria_events.model import Place

SAME_PLACE_KM = 6.0
"""Places this near to each other are one, as one writer names the village and another the farm beside it."""
BESIDE_KM = 12.0
"""How far from a place lies what is told as near it."""
_CAPITALS = frozenset(
    {
        *(
            "Idlib",
            "Aleppo",
            "Hama",
            "Homs",
            "Daraa",
            "Raqqa",
            "Deir ez-Zor",
            "Hasakah",
            "Latakia",
            "Tartus",
            "Suwayda",
        ),
        *("Quneitra", "Damascus"),
    }
)
"""Names of cities that are also names of governorates, as the gazetteer spells them."""


def is_namesake(place: Place) -> bool:
    """A city whose governorate has its name: "قصف على إدلب" may mean either."""
    return place.precision < 3 and place.name in _CAPITALS


def place_fit(scene: Scene, place: Place | None, told: Sequence[Mention], mention: Mention) -> float:
    """How well the places of a mention continue what was told at a place; negative where they lie elsewhere."""
    if place is None or not mention.places:
        return 0.3
    if mention.another:
        return 2.0 if any(place.place_id and place.place_id == other.place_id for other in mention.places) else -1.0
    if any(_same(place, other) for other in mention.places[:3]):
        return 2.0
    if is_within(scene, place, mention.places[0]):
        return 1.0
    said = [other for before in told for other in before.places[:3]] if mention.clause.title else []
    if any(_same(one, other) for one in said for other in mention.places[:3]):
        return 1.0
    return 0.3 if _beside(scene, place, mention.places[0]) else -1.0


def _beside(scene: Scene, one: Place, other: Place) -> bool:
    """قرب نوى, على طريق سعسع: what is told by a place that it lies near may be told by another."""
    if one.lat is None or other.lat is None or max(one.precision, other.precision) > 2:
        return False
    told = {scene.qualifier_at(one.start), scene.qualifier_at(other.start)}
    return not told.isdisjoint(BESIDE) and kilometres(one.lat, one.lon or 0.0, other.lat, other.lon or 0.0) < BESIDE_KM


def _same(one: Place, other: Place) -> bool:
    if one.place_id and one.place_id == other.place_id:
        return True
    return is_at(one, other)


def is_at(one: Place, other: Place) -> bool:
    """Say whether two places are so near to each other that they are one."""
    if max(one.precision, other.precision) > 2 or one.lat is None or other.lat is None:
        return False
    return kilometres(one.lat, one.lon or 0.0, other.lat, other.lon or 0.0) < SAME_PLACE_KM


def is_within(scene: Scene, one: Place, other: Place) -> bool:
    """Say whether one of the two is an area that holds the other."""
    if max(one.precision, other.precision) == 4:
        return one.country == other.country
    is_area = is_namesake(one) or is_namesake(other) or max(vagueness(scene, one), vagueness(scene, other)) >= 2
    return is_area and one.admin1_pcode == other.admin1_pcode
