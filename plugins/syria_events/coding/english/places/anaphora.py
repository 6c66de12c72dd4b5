"""What "the city" and "the capital" mean: the place of that kind that the article named last."""

from __future__ import annotations

from syria_events.coding.english.places.bystander_places import is_bystander
from syria_events.coding.english.scene import Scene
from syria_events.model import Place

_KINDS = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "city", "village"}),
    "village": frozenset({"village", "town"}),
    "camp": frozenset({"camp"}),
    "district": frozenset({"neighbourhood"}),
    "neighbourhood": frozenset({"neighbourhood"}),
    "neighborhood": frozenset({"neighbourhood"}),
    "base": frozenset({"base", "airport"}),
    "airport": frozenset({"base", "airport"}),
    "province": frozenset({"governorate"}),
}
"""Noun -> kinds of places that it may take up."""
_DAMASCUS = "sy01-damascus"
_REACH = 4
"""How many sentences back the name may stand."""


def referred(scene: Scene, first: int, last: int) -> Place | None:
    """Return the place that "the city" or "the capital" in words [first, last) stands for; null for none."""
    words = scene.reading.words
    for position in range(first + 1, last):
        if words[position - 1] != "the" or words[position + 1 : position + 2] in {("of",), ("in",)}:
            if words[position] == "capital" and words[position - 1] == "syrian":
                return _capital(scene, position)
            continue
        if words[position] == "capital":
            return _capital(scene, position)
        kinds = _KINDS.get(words[position])
        if kinds and not _is_named_after(scene, position):
            return _last_named(scene, position, kinds)
    return None


def _is_named_after(scene: Scene, position: int) -> bool:
    return bool(scene.places_in(position + 1, position + 2))


def _last_named(scene: Scene, position: int, kinds: frozenset[str]) -> Place | None:
    sentence = scene.reading.sentence_of[position]
    for located in reversed(scene.places_in(0, position)):
        if sentence - scene.reading.sentence_of[located.first] > _REACH:
            return None
        beside = located.first and scene.reading.words[located.first - 1] in {"near", "outside", "towards"}
        if beside or is_bystander(scene, located, leaving=False):
            continue
        place = scene.whereabouts.resolve(located)
        row = scene.gazetteer.by_id.get(place.place_id) if place and place.place_id else None
        if place and row and row.kind in kinds:
            return place
    return None


def _capital(scene: Scene, position: int) -> Place | None:
    """Damascus, unless the sentence speaks of a country abroad."""
    sentence = scene.reading.sentences[scene.reading.sentence_of[position]]
    row = scene.gazetteer.by_id.get(_DAMASCUS)
    named = scene.places_in(sentence.first, sentence.last)
    if row is None or any(all(place.country != "SY" for place in located.mention.candidates) for located in named):
        return None
    start, end = scene.reading.offsets(position, position + 1)
    return Place(row.name, row.admin1_pcode, row.country, row.lat, row.lon, 1, start, end, row.place_id)
