"""Where it happened: the most specific place that the words tie to it, not every place that they name."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.actors.actors import HELD
from syria_events.coding.english.places.bystander_places import is_bystander
from syria_events.coding.english.places.whereabouts import Located
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset
from syria_events.model import Place

_TIES = wordset("location.ties")
_ADJECTIVES = frozenset({"besieged", "nearby", "neighbouring", "neighboring", "embattled"})
_FROM = frozenset({"from", "to", "toward", "towards"})


def places(scene: Scene, first: int, last: int, trigger: Trigger | None = None) -> list[Place]:
    """Return the places of words [first, last), the likeliest place of the happening that `trigger` tells first."""
    found = []
    for located in scene.places_in(first, last):
        weight = _weight(
            scene, located, trigger.first if trigger else first, bool(trigger and trigger.kind.family in _LEAVING)
        )
        place = scene.whereabouts.resolve(located) if weight is not None else None
        if place is not None and weight is not None:
            weight += _WORTH[place.precision] + _smallness(located) - (_LATER if _goes_on(scene, located) else 0.0)
            found.append((weight, -located.first, place, located))
    found.sort(key=lambda item: item[:2], reverse=True)
    return [_beside_damascus(scene, place, located) for _, _, place, located in found]


_LEAVING = frozenset({"evacuation", "withdrawal", "release", "territory"})
_WORTH = {1: 3.0, 2: 2.8, 3: 1.6, 4: 0.0}


_LATER = 1.6
"""What a later place of a list loses: several places with one toll are told at the first (codebook, rulings)."""
_LIST = frozenset({",", "and", "&"})
_KINDS_OF_PLACES = frozenset({"countryside", "province", "governorate", "city", "town", "suburbs", "provinces"})


def _goes_on(scene: Scene, located: Located) -> bool:
    """Whether a place goes on with a list: "Hama and Homs"."""
    before = located.first
    while before and scene.reading.words[before - 1] in _LIST:
        before -= 1
    end = before
    while before < located.first and end and scene.reading.words[end - 1] in _KINDS_OF_PLACES:
        end -= 1
    near = scene.places_in(max(0, end - 4), end)
    return any(other.last in {before, end} and not _is_vast(other) for other in near)


def _is_vast(located: Located) -> bool:
    """Whether a name is that of a country or region, which the next name makes exact: "Syria's Idlib"."""
    return all(place.kind in {"country", "region"} for place in located.mention.candidates)


def _smallness(located: Located) -> float:
    """A quarter, village or site says more than the city or province that holds it."""
    kinds = {place.kind for place in located.mention.candidates}
    return 0.0 if kinds & {"city", "governorate", "country", "region"} else 0.5


def _beside_damascus(scene: Scene, place: Place, located: Located) -> Place:
    """Suburbs and countryside of the capital are a governorate of their own."""
    if place.place_id is None or place.admin1_pcode != "SY01" or place.name != "Damascus":
        return place
    outside = scene.gazetteer.by_id.get("SY03")
    if outside is None or not _is_outskirts(scene.reading.words, located):
        return place
    return replace(place, name=outside.name, admin1_pcode="SY03", precision=2, place_id="SY03")


def _is_outskirts(words: tuple[str, ...], located: Located) -> bool:
    """ "Damascus suburbs", "the eastern suburbs of the capital Damascus", "outside Damascus"."""
    if not _OUTSKIRTS.isdisjoint(words[located.last : located.last + 1]):
        return True
    before = located.first - 1
    while before > 0 and words[before] in {"of", "the", "capital", "syrian", "city"}:
        before -= 1
    return words[before] in _OUTSKIRTS


_OUTSKIRTS = frozenset({"suburb", "suburbs", "outskirts", "countryside", "outside", "ghouta"})


def _before_adjectives(words: tuple[str, ...], first: int) -> int:
    """The word before a name and the adjectives in front of it: "in rebel-held Rashidin"."""
    before = first - 1
    while before > 0 and (words[before].endswith(HELD) or words[before] in _ADJECTIVES):
        before -= 1
    return before


def _weight(scene: Scene, located: Located, trigger: int, leaving: bool) -> float | None:
    """How well the words tie a place to the happening; null where they speak of something else."""
    if is_bystander(scene, located, leaving):
        return None
    before = scene.reading.words[_before_adjectives(scene.reading.words, located.first)] if located.first else ""
    weight = -0.02 * min(abs(located.first - trigger), 20)
    if before in _TIES:
        weight += 0.8
    if before in _FROM and not leaving:
        weight -= 1.2
    return weight + (0.2 if located.first > trigger else 0.0)
