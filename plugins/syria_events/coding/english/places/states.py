"""Names of lands and capitals that stand for a state: "brokered by Moscow", "the regime in Damascus"."""

from __future__ import annotations

from syria_events.coding.english.places.whereabouts import Located
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset

_CAPITALS_AS_STATES = wordset("location.capitals_as_states")
_TIES = wordset("location.ties")
_STATE_VERBS = wordset("states.verbs")
_RULERS = wordset("states.rulers")
_DEALS = frozenset({"by", "with", "between"})


def is_state(scene: Scene, located: Located) -> bool:
    """Whether a name means those who rule, not the land or town."""
    return _is_capital_that_acts(scene, located) or _is_land_that_acts(scene, located)


def _is_capital_that_acts(scene: Scene, located: Located) -> bool:
    """ "Damascus denies", "the Damascus regime", "the government in Damascus", "by Moscow and Washington"."""
    words = scene.reading.words
    before, after = _around(words, located)
    if words[located.first] not in _CAPITALS_AS_STATES:
        return False
    if after in _RULERS or before in _DEALS or (after in _STATE_VERBS and before not in _TIES):
        return True
    if before == "in":
        return words[located.first - 2] in _RULERS
    joined = scene.places_in(located.first - 2, located.first - 1) if before == "and" else ()
    return any(_is_capital_that_acts(scene, other) for other in joined)


def _is_land_that_acts(scene: Scene, located: Located) -> bool:
    """A country that is an actor, unless a word of place stands before it: "in the United States"."""
    land = any(place.kind in {"country", "region"} for place in located.mention.candidates)
    if not land or located.first not in scene.actor_at:
        return False
    words = scene.reading.words
    before = words[located.first - 1 - (words[located.first - 1] == "the")] if located.first > 1 else ""
    return before not in _TIES


def _around(words: tuple[str, ...], located: Located) -> tuple[str, str]:
    """The words before and after a name."""
    before = words[located.first - 1] if located.first else ""
    return before, words[located.last] if located.last < len(words) else ""
