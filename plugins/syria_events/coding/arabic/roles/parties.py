"""Who can be a party to what is told: not the press, not lands and languages, and no bystander in an attack."""

from __future__ import annotations

from syria_events.coding.arabic.roles.described import is_description
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.triggers.kinds import Happening
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_LANDS = wordset("parties.lands")
BYSTANDERS = frozenset(
    ["civilians", "journalists", "medics", "aid_workers", "white_helmets", "red_cross", "prisoners", "protesters", "un"]
)
_UNARMED_SECTORS = frozenset({"JRN", "NGO", "MED", "IGO", "AID", "CVL", "PTY"})
_OPEN_TO_ALL = frozenset({"protest", "riot", "aid", "talks", "support", "accuse", "reject", "request", "concede"})
"""Families of what civilians, aid workers and the United Nations do, too."""


def is_no_party(scene: Scene, named: Named) -> bool:
    """The press and monitors tell; a council or force named like the place that follows a place word is the place."""
    if _is_place_too(scene, named) or _is_geography(scene.reading, named) or _is_left_behind(scene.reading, named):
        return True
    if is_description(scene, named):
        return True
    if any(hit.label == "no_actor" for hit in scene.reading.between("text", named.first, named.first + 1)):
        return named.last - named.first == 1
    if named.mention.group in {"journalists", "other"} and named.mention.kind == "name":
        return named.mention.sector in {"JRN", "NGO", "MED"} or bool(scene.places_in(named.first, named.last))
    return False


def is_origin_of(reading: Reading, named: Named, following: Named) -> bool:
    """حزب الله" اللبناني, الشرطة المدنية": an adjective right behind a name says of what kind that one is."""
    between = "".join(reading.words[named.last : following.first])
    if following.mention.group == "civilians" and reading.words[following.first].endswith("مدنيه"):
        return not between and not following.clitics
    return (
        following.mention.kind == "adjective"
        and named.mention.kind == "name"
        and not following.clitics.startswith("و")
        and not between.strip('"“”«»')
    )


def _is_place_too(scene: Scene, named: Named) -> bool:
    """في الأردن, في دير الزور والعراق: a state that is told of as where something happened."""
    if named.mention.kind != "name" or not scene.places_in(named.first, named.last):
        return False
    before = scene.reading.words[named.first - 1] if named.first else ""
    joined = named.clitics.startswith("و") and any(
        located.last == named.first and not scene.actors_in(located.first, located.last)
        for located in scene.places_in(max(named.first - 3, 0), named.first)
    )
    return joined or before == "في"


def _is_left_behind(reading: Reading, named: Named) -> bool:
    """مخلفات تنظيم "داعش": whose mines they once were."""
    before = [word for word in reading.words[max(named.first - 5, 0) : named.first] if word.isalpha()]
    if "مخلفات" in before[-2:]:
        return True
    return "مخلفات" in before and bool({"قصف", "معارك", "عمليات", "حرب", "غارات"} & set(before))


def _is_geography(reading: Reading, named: Named) -> bool:
    """الحدود التركية, الأراضي السورية, روسية الصنع: where something is or comes from, not who acts."""
    before = reading.words[named.first - 1] if named.first else ""
    after = reading.words[named.last] if named.last < len(reading.words) else ""
    return named.last - named.first == 1 and (before.removeprefix("ال") in _LANDS or after in {"الصنع", "المنشا"})


def may_act(happening: Happening, named: Named) -> bool:
    """Those who only suffer violence do not commit it; in politics anybody may act."""
    return not is_bystander(named) or happening.kind.family in _OPEN_TO_ALL


def is_bystander(named: Named) -> bool:
    return named.mention.group in BYSTANDERS or (
        named.mention.group == "other" and named.mention.sector in _UNARMED_SECTORS
    )
