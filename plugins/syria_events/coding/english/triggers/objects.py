"""Whether what a verb takes as its object fits it: people for "detain", arms for "seize", a force for "engage"."""

from __future__ import annotations

from collections.abc import Callable

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.triggers.taken_places import falls_to, loses_place, takes_place
from syria_events.coding.english.words.inflection import ED
from syria_events.coding.english.words.wordsets import wordset

_SHOT_AT = wordset("people.assets")
_ARMS = wordset("triggers.arms")
_GIVEN_NAMES = wordset("location.given_names")
_NO_PERSONS = wordset("objects.no_persons")
"""What is carried off, let out or put to use where it is nobody: bodies, fumes, footage."""
_ENDS = wordset("objects.ends")
"""Words with which the object is over."""
_AIMS = frozenset({"target", "targets", "enemy", "drone", "drones", "missile", "missiles"})
"""What a force engages that is no body of men."""
_DEEDS = wordset("objects.deeds_of_crowds")
"""What follows "demonstrate" where it means marching in the streets."""
_PRONOUNS = frozenset({"him", "her", "them", "us", "me"})
_OBJECT = 7
"""Words behind a verb in which its object stands."""
_SUBJECT = 9
"""How many words before a passive verb its subject may begin."""


def has_object(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Return whether the object of a verb is what its row of the table asks for in `detail`."""
    takes = _BY_DETAIL.get(trigger.detail)
    return takes is None or takes(scene, trigger, first, last)


def _shoots_at(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether people or what belongs to them are shot at."""
    reach = trigger.last + _OBJECT - 1
    named = not _SHOT_AT.isdisjoint(scene.reading.words[trigger.last : reach])
    return named or _is_about_people(scene, trigger.last, reach, last)


def _marches(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether "demonstrate" has no object: a crowd in the streets."""
    after = scene.reading.words[trigger.last : trigger.last + 1]
    return not after or not after[0].isalpha() or after[0] in _DEEDS


def _is_no_auxiliary(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    after = scene.reading.words[trigger.last : trigger.last + 1]
    return trigger.tag != ED or (trigger.passive and after != ("by",))


def _takes_person(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether people are taken or let go: "freed two nurses", not "took away bodies", "released fumes"."""
    words = scene.reading.words
    if trigger.passive:
        begin = max(first, trigger.first - _SUBJECT + 1)
        return _NO_PERSONS.isdisjoint(words[begin : trigger.first]) and _is_about_people(
            scene, begin, trigger.first, last
        )
    end = _end_of_object(words, trigger.last, last)
    taken = words[trigger.last : end]
    if not _NO_PERSONS.isdisjoint(taken):
        return False
    return not (_PRONOUNS | _GIVEN_NAMES).isdisjoint(taken) or _is_about_people(scene, trigger.last, end, last)


def _end_of_object(words: tuple[str, ...], start: int, last: int) -> int:
    """The word at which an object that begins at `start` ends at the latest."""
    end = min(last, start + _OBJECT)
    return next((position for position in range(start + 1, end) if words[position] in _ENDS), end)


def _is_about_people(scene: Scene, start: int, end: int, last: int) -> bool:
    """Whether words [start, end) name people or a side."""
    return any(
        position in scene.actor_at or scene.found("people", position, position + 1)
        for position in range(start, min(last, end))
    )


def _takes_force(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether an armed side is engaged, or its aims; not talks, a region or a reader."""
    words = scene.reading.words
    if words[trigger.last : trigger.last + 1] == ("in",):
        return False
    begin, end = (max(first, trigger.first - _SUBJECT), trigger.first)
    if not trigger.passive:
        begin, end = trigger.last, _end_of_object(words, trigger.last, last)
    named = (scene.actor_at.get(position) for position in range(begin, end))
    fighters = any(hit.entry.label == "combatant" for hit in scene.found("people", begin, end))
    armed = any(one and is_armed(one.group) for one in named)
    return fighters or not _AIMS.isdisjoint(words[begin:end]) or armed


def _takes_arms(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether what was seized or found is arms."""
    words = scene.reading.words
    span = (
        (max(first, trigger.first - _SUBJECT), trigger.first) if trigger.passive else (trigger.last, trigger.last + 7)
    )
    return not _ARMS.isdisjoint(words[span[0] : min(last, span[1])])


_BY_DETAIL: dict[str, Callable[[Scene, Trigger, int, int], bool]] = {
    "place": takes_place,
    "falls": falls_to,
    "loses": loses_place,
    "shot": _shoots_at,
    "arms": _takes_arms,
    "person": _takes_person,
    "force": _takes_force,
    "march": _marches,
    "aux": _is_no_auxiliary,
}
"""`detail` of a verb's row -> whether words of a scene, [first, last), have such an object of it."""
