"""Where it happened: the most specific place of the clause, unless somebody came from, spoke or was taken there."""

from __future__ import annotations

from syria_events.coding.arabic.clauses import Clause
from syria_events.coding.arabic.reading import Reading
from syria_events.coding.arabic.scene import Located, Scene
from syria_events.model import Place

_AREA = frozenset({"province", "countryside", "part"})
_WEIGHT = {"village": 3.0, "town": 3.0, "city": 3.0, "camp": 3.0, "neighbourhood": 3.2, "crossing": 3.0, "base": 2.6}
_REACH = 4
"""Words before a name in which a cue can take it out of play."""


def places(scene: Scene, clause: Clause) -> list[Place]:
    """Return the places of a clause, the likeliest first."""
    found = []
    for located in scene.places_in(clause.first, clause.last):
        if _elsewhere(scene, clause, located):
            continue
        place = scene.resolve(located)
        if place is not None:
            found.append((-_score(scene, located, place), located.first, place))
    return [place for _, _, place in sorted(found, key=lambda item: item[:2])]


def _score(scene: Scene, located: Located, place: Place) -> float:
    qualifier = located.mention.qualifier or ""
    score = {1: 3.0, 2: 2.0, 3: 1.0, 4: 0.0}[place.precision]
    if qualifier in _AREA or qualifier.endswith(" of"):
        return min(score, 1.2)
    return score + 0.1 * _WEIGHT.get(qualifier, 1.0)


def _elsewhere(scene: Scene, clause: Clause, located: Located) -> bool:
    """Part of an actor's name, or behind a cue of origin, of a speaker or of the wounded's way to hospital."""
    if any(
        named.first <= located.first < named.last
        for named in scene.actors_in(max(clause.first, located.first - 6), located.last)
    ):
        return True
    reading = scene.reading
    return any(_cue(reading, clause, located, position) for position in _positions(reading, clause, located))


def _positions(reading: Reading, clause: Clause, located: Located) -> range:
    first = located.first
    for position in range(located.first - 1, max(clause.first, located.first - _REACH) - 1, -1):
        if reading.words[position] in {"،", ".", ":", "\n"}:
            break
        first = position
    return range(first, located.first)


def _cue(reading: Reading, clause: Clause, located: Located, position: int) -> bool:
    if reading.between("triggers", position, located.first):
        return False
    return any(hit.label == "place" and hit.last <= located.first for hit in reading.at["cues"].get(position, ()))
