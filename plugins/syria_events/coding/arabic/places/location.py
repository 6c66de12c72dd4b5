"""Where it happened: the most specific place of the clause, unless somebody came from, spoke or was taken there."""

from __future__ import annotations

from syria_events.coding.arabic.located import Located
from syria_events.coding.arabic.places.launching import is_launching_site
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.triggers.triggers import is_charge
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.coding.places.place import ADMIN
from syria_events.model import Place

_AREAS = ADMIN | {"region"}
_AREA = frozenset({"province", "countryside", "part"})
_WEIGHT = {"village": 3.0, "town": 3.0, "city": 3.0, "camp": 3.0, "neighbourhood": 3.2, "crossing": 3.0, "base": 2.6}
_CONTAINER = 0.8
"""How far below the best a place scores that only says where the best one lies."""
_NEAR = 2.6
"""The edge of a place tells nearly as much as the place: "في محيط مدينة … وقرية …"."""
_REACH = 4
"""Words before a name in which a cue can take it out of play."""
BESIDE = frozenset({"near", "suburb", "between", "road"})
"""Qualifiers of what lies at the edge of a place."""
_HOME = wordset("location.home")
_AT = wordset("location.at")
"""Before an office or a station they say that something happened there: "أمام مديرية التربية في …"."""
_TALKS = 6
"""Words before a place in which talks are told that were held there."""
_CLOSE = wordset("location.close")
"""Before من they say that it was near the place, not from it."""
_FIRE = wordset("location.fire")
"""Behind "sources" they say that nobody is quoted: "مصادر النيران في حي …"."""
_SITES = wordset("location.sites")
"""What is hit where its owner is stationed: "على مواقع قوات … المتمركزة في …"."""
_MARKS = frozenset('"“”«»(')
_AGES = {("من", "عمره"), ("من", "عمرها"), ("من", "العمر")}
"""What stands behind an age that is also a village: "في الأربعين من عمره"."""
_NOUNS = wordset("location.nouns")


def places(scene: Scene, clause: Clause, *, home: bool = False, violent: bool = False) -> list[Place]:
    """Return the places of a clause, the likeliest first.

    `home`: also those where people are from; `violent`: not those where one only talked.
    """
    found = []
    out: Located | None = None
    for located in scene.places_in(clause.first, clause.last):
        if home:
            out = None
        elif violent and _is_venue(scene, clause, located):
            continue
        elif _elsewhere(scene, clause, located) or (out and _goes_with(scene.reading, out, located)):
            out = located
            continue
        place = scene.resolve(located)
        if place is not None:
            found.append((-_score(scene, located, place), located.first, place))
    found.sort(key=lambda item: item[:2])
    return [place for score, _, place in found if score < found[0][0] + _CONTAINER]


def _is_venue(scene: Scene, clause: Clause, located: Located) -> bool:
    """بعد لقاء الرئيسين في سوتشي: a place abroad behind a word of meeting is where they were held."""
    if any(place.country == "SY" for place in located.mention.candidates):
        return False
    before = scene.reading.between("text", max(clause.first, located.first - _TALKS), located.first)
    return any(hit.label == "meeting" for hit in before)


def _goes_with(reading: Reading, out: Located, located: Located) -> bool:
    return _holds(reading, out, located) or _is_listed(reading, out, located)


def _is_listed(reading: Reading, out: Located, located: Located) -> bool:
    """المتمركزة في حزارين وكفرنبل ومعرة النعمان: the next of a list from where it came."""
    joint = reading.words[out.last : located.first]
    return joint == ["و"] or (not joint and reading.words[located.first].startswith("و"))


def _holds(reading: Reading, place: Located, area: Located) -> bool:
    """من قرى جبل الأكراد بريف اللاذقية: the area told right behind where people come from is of that place."""
    home = not _HOME.isdisjoint(reading.words[max(place.first - 2, 0) : place.first])
    return home and area.first - place.last <= 1 and area.mention.qualifier in _AREA


def vagueness(scene: Scene, place: Place) -> float:
    """How loosely a place is told: its precision, but the edge of a village is as telling as the village."""
    if (
        place.precision != 2
        or place.place_id is None
        or scene.gazetteer.by_id[place.place_id].kind in ADMIN | {"region"}
    ):
        return float(place.precision)
    return {"road": 1.5}.get(qualifier, 1.0) if (qualifier := scene.qualifier_at(place.start)) in BESIDE else 2.0


def _score(scene: Scene, located: Located, place: Place) -> float:
    qualifier = located.mention.qualifier or ""
    score = {1: 3.0, 2: 2.0, 3: 1.0, 4: 0.0}[place.precision]
    if qualifier in _AREA or qualifier.endswith(" of"):
        return min(score, 1.2)
    if qualifier == "near" and place.precision == 2:
        return _NEAR
    return score + 0.1 * _WEIGHT.get(qualifier, 1.0)


def _elsewhere(scene: Scene, clause: Clause, located: Located) -> bool:
    """Part of an actor's name, or behind a cue of origin, of a speaker or of the wounded's way to hospital."""
    if _is_state_as_actor(scene, located) or _is_common_noun(scene, located):
        return True
    if any(
        named.first <= located.first < named.last and named.last - named.first > located.last - located.first
        for named in scene.actors_in(max(clause.first, located.first - 6), located.last)
    ):
        return True
    reading = scene.reading
    if is_charge(reading, located.first) or is_launching_site(reading, clause, located.first):
        return True
    return any(_cue(reading, clause, located, position) for position in _positions(reading, clause, located))


def _is_state_as_actor(scene: Scene, located: Located) -> bool:
    """A country or its capital is a place only where something is said to be in it, not where it acts: "قصف روسي"."""
    if any(place.kind != "country" and place.country == "SY" for place in located.mention.candidates):
        return False
    named = any(actor.first <= located.first < actor.last for actor in scene.actors_in(located.first, located.last))
    return named and located.mention.qualifier is None


def _is_common_noun(scene: Scene, located: Located) -> bool:
    """قرية: a common noun or an age that is a name somewhere; حلب in كفر حلب: a piece of a name that we lack."""
    reading = scene.reading
    if tuple(reading.words[located.last : located.last + 2]) in _AGES:
        return True
    before = reading.between("text", max(located.first - 1, 0), located.first)
    if any(hit.label == "name_head" for hit in before) or _is_unit(reading, located):
        return True
    hits = reading.between("text", located.first, located.first + 1)
    if any(hit.label == "place_verb" for hit in hits) and located.mention.qualifier is None:
        return True
    is_noun = located.last - located.first == 1 and any(hit.label == "place_noun" for hit in hits)
    head = reading.words[max(located.first - 1, 0)]
    if head in _NOUNS or head[1:] in _NOUNS:
        return False
    return is_noun and located.mention.qualifier not in _WEIGHT


def _is_unit(reading: Reading, located: Located) -> bool:
    """لواء "القدس": the name of a unit, in marks or not."""
    at = located.first - 1
    while at >= 0 and reading.words[at] in _MARKS:
        at -= 1
    return any(hit.label == "unit_head" and hit.last == at + 1 for hit in reading.at["text"].get(at, ()))


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
    if reading.words[position] == "من" and reading.words[position - 1] in _CLOSE:
        return False
    if reading.words[position + 1] in _FIRE:
        return False
    if "متمركز" in reading.words[position] and not _SITES.isdisjoint(reading.words[max(position - 5, 0) : position]):
        return False
    if _AT.intersection(reading.words[max(position - 1, 0) : position]):
        return False
    return any(hit.label == "place" and hit.last <= located.first + 1 for hit in reading.at["cues"].get(position, ()))
