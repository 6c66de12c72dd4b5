"""Where somebody only stands: whence the fire comes, and where it is heard, not where it happens (codebook rule 6).

"Rebels positioned in Zamalka shelled the capital", "troops in the Golan Heights fired two missiles at a depot",
"people waiting at a garage in Hama heard the blast".
"""

from __future__ import annotations

from syria_events.coding.english.places.whereabouts import Located
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset

_POSITIONED = wordset("standpoints.positioned")
_BETWEEN = wordset("standpoints.between")
_FIRED = wordset("standpoints.fired")
_AT = frozenset({"at", "on", "into", "toward", "towards", "against"})
_REACH = 14
"""Words between "positioned in" and the last place of the list that follows it."""
_OBJECT = 7
"""Words between "fired" and the "at" of what it is fired at."""


def is_standpoint(scene: Scene, located: Located) -> bool:
    """Whether a place is only where somebody stands who fires or hears."""
    return _is_position(scene, located) or _fires(scene, located) or _hears(scene, located)


def _is_position(scene: Scene, located: Located) -> bool:
    """Whether only place names and their nouns lie between a place and "positioned in"."""
    words = scene.reading.words
    first = scene.reading.sentences[scene.reading.sentence_of[located.first]].first
    for position in range(located.first - 1, max(first, located.first - _REACH), -1):
        if words[position] in _POSITIONED:
            return words[position + 1] in {"in", "at", "on", "near", "around", "inside"}
        named = scene.reading.forms[position][:1].isupper() or words[position].startswith(("al-", "el-"))
        if not (named or words[position] in _BETWEEN):
            return False
    return False


def _fires(scene: Scene, located: Located) -> bool:
    """ "Forces in the Golan Heights fired missiles at": a verb of firing at something right after the place."""
    words = scene.reading.words
    if words[located.last : located.last + 1] and words[located.last] not in _FIRED:
        return False
    before = located.first - 1 - (words[located.first - 1] == "the")
    if words[before] != "in" or before - 1 not in scene.actor_at:
        return False
    return not _AT.isdisjoint(words[located.last + 1 : located.last + 1 + _OBJECT])


def _hears(scene: Scene, located: Located) -> bool:
    """ "People in the Ramouseh garage heard the blast", "Madaya evacuees said they heard it"."""
    words = scene.reading.words
    after = words[located.last : located.last + 5]
    return "heard" in after and not {"be", "was", "were", ".", ",", "had"} & set(after[: after.index("heard")])
