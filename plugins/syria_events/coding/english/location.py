"""Where it happened: the most specific place that the words tie to it, not every place that they name."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.english.actors import HELD
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.whereabouts import Located
from syria_events.coding.english.wordsets import wordset
from syria_events.model import Place

_TIES = wordset("location.ties")
_FROM = frozenset({"from", "to", "toward", "towards"})
_SAYS = wordset("location.says")
_CAPITALS_AS_STATES = wordset("location.capitals_as_states")


def places(scene: Scene, first: int, last: int, trigger: Trigger | None = None) -> list[Place]:
    """Return the places of words [first, last), the likeliest place of the happening that `trigger` tells first."""
    found = []
    for located in scene.places_in(first, last):
        weight = _weight(
            scene, located, trigger.first if trigger else first, bool(trigger and trigger.kind.family in _LEAVING)
        )
        place = scene.whereabouts.resolve(located) if weight is not None else None
        if place is not None and weight is not None:
            found.append((weight + _WORTH[place.precision] + _smallness(located), -located.first, place, located))
    found.sort(key=lambda item: item[:2], reverse=True)
    return [_beside_damascus(scene, place, located) for _, _, place, located in found]


_LEAVING = frozenset({"evacuation", "withdrawal", "release", "territory"})
_WORTH = {1: 3.0, 2: 2.8, 3: 1.6, 4: 0.0}


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


def _weight(scene: Scene, located: Located, trigger: int, leaving: bool) -> float | None:
    """How well the words tie a place to the happening; null where they speak of something else."""
    words = scene.reading.words
    if scene.skip[0] <= located.first < scene.skip[1] or _is_actor(scene, located):
        return None
    before = words[located.first - 1] if located.first else ""
    after = words[located.last] if located.last < len(words) else ""
    if _is_no_name(scene, located):
        return None
    if (
        words[located.first].endswith(("ian", "ians"))
        or _is_dateline(scene, located)
        or words[located.first - 2 : located.first] == ("state", "of")
    ):
        return None
    if after in _SAYS or before in {"told"}:
        return None
    if (
        words[located.first] in _CAPITALS_AS_STATES
        and after in {"has", "have", "is", "and", "denies", "'s", "will", "would"}
        and before not in _TIES
    ):
        return None
    if after in {"and"} and words[located.first] in _CAPITALS_AS_STATES and before in {"between"}:
        return None
    if before == "between" and not located.mention.qualifier:
        return None
    weight = 0.0
    if before in _TIES or (before in {"the", "northern", "southern", "eastern", "western", "central", "'s"}):
        weight += 0.8
    if not leaving and _comes_from(words, located):
        return None
    if before == "in" and words[located.first - 2] in _WHO_SPEAK:
        return None
    if before in _FROM:
        weight -= 0.0 if leaving else 1.2
    distance = abs(located.first - trigger)
    weight -= min(distance, 20) * 0.02
    if located.first > trigger:
        weight += 0.2
    return weight


def _comes_from(words: tuple[str, ...], located: Located) -> bool:
    """ "residents from the northern towns of Fua": where somebody came from."""
    before = located.first - 1
    while before > 0 and words[before] in _PLACE_WORDS:
        before -= 1
    return words[before] == "from"


_WHO_SPEAK = wordset("location.who_speak")
_PLACE_WORDS = wordset("location.place_words")


def _is_no_name(scene: Scene, located: Located) -> bool:
    """Acronyms ("IS") and words of a headline in capitals ("Mortar Attack") that only resemble a town."""
    form = scene.reading.forms[located.first]
    if scene.reading.words[located.last - 1].endswith(HELD):
        return True
    if form.isupper() and len(form) <= 4 and located.last == located.first + 1:
        return True
    return any(scene.found(table, located.first, located.last) for table in ("triggers", "harm", "people"))


def _is_dateline(scene: Scene, located: Located) -> bool:
    """A city in capitals, or before an agency's name, at the head of the text: where it was written."""
    if (
        located.mention.start > len(scene.article.title) + 260
        or scene.reading.sentences[scene.reading.sentence_of[located.first]].title
    ):
        return False
    forms = scene.reading.forms
    following = forms[located.last] if located.last < len(forms) else ""
    if following in {"AFP", "Reuters", "AP", "SANA"}:
        return True
    name = forms[located.first]
    before = forms[located.first - 1] if located.first else ""
    abroad = all(place.country != "SY" for place in located.mention.candidates)
    opens = abroad and following[:1].isupper() and not before[:1].islower()
    return (name.isupper() and len(name) > 3 and following[:1].isupper()) or opens


def _is_actor(scene: Scene, located: Located) -> bool:
    """Part of an actor's longer name, or a country that acts."""
    named = scene.actor_at.get(located.first)
    if named is None:
        return False
    if named.last - named.first > located.last - located.first:
        return True
    words = scene.reading.words
    before = words[located.first - 1] if located.first else ""
    if before in {
        "in",
        "near",
        "inside",
        "across",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeastern",
        "northwestern",
        "central",
        "into",
        "of",
        "over",
        "around",
        "throughout",
        "southeastern",
        "southwestern",
    }:
        return False
    return (
        any(place.kind in {"country", "region"} for place in located.mention.candidates)
        or located.mention.qualifier is None
    )
