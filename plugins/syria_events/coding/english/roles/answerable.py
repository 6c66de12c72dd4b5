"""Who answers for a deed by other words than its verb: "was responsible for it", "hit with Israeli missiles"."""

from __future__ import annotations

from syria_events.coding.english.actors.actors import Part, part
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.wordsets import wordset

_WEAPONS = wordset("roles.fire")
_DENYING = frozenset({"not", "n't", "deny", "denied", "denies", "never", "if", "whether", "whoever"})
_PLANTED = frozenset({"planted", "laid", "left", "placed", "buried", "hidden"})
_SUBJECT = 4
"""Words between a subject and "was responsible"."""
_OBJECT = 3
"""Words between "with" and those whose missiles they are."""


def answerable(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Return who the words [first, last) say is responsible, or whose weapons or mines these were."""
    return _responsible(scene, first, last) or _weapons_owner(scene, first, last) or _planter(scene, first, last)


def _responsible(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    words = scene.reading.words
    for position in range(first + 2, last - 1):
        if words[position : position + 2] != ("responsible", "for") or words[position - 1] not in BE:
            continue
        near = scene.actors_in(max(first, position - _SUBJECT), position - 1)
        if near and near[-1].mention.sector not in {"JRN", "NGO"} and _DENYING.isdisjoint(words[first:position]):
            return (part(near[-1]),)
    return ()


def _planter(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Who planted a mine or left it behind: "a landmine left behind by Islamic State"."""
    words = scene.reading.words
    for position in range(first + 1, last - 1):
        planted = next((word for word in words[max(first, position - 2) : position] if word in _PLANTED), None)
        if words[position] == "by" and planted:
            near = scene.actors_in(position + 1, position + 1 + _OBJECT)
            if near and near[0].mention.sector not in {"JRN", "NGO"}:
                return (part(near[0]),)
    return ()


def _weapons_owner(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    words = scene.reading.words
    for named in scene.actors_in(first, last):
        whose = (
            named.mention.sector in {"GOV", "MIL"} and "with" in words[max(first, named.first - _OBJECT) : named.first]
        )
        if whose and not _WEAPONS.isdisjoint(words[named.first : named.last + 1]):
            return (part(named),)
    return ()
