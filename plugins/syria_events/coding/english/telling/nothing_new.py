"""Words that tell nothing new: what was told before, what somebody is held for, how a captive came free."""

from __future__ import annotations

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.governing import governing
from syria_events.coding.english.telling.realis import is_claimed
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

SPOKEN = frozenset({"protest", "accuse", "reject", "request", "threaten", "consult"})
"""Families of what is done by words."""
_REFERRING = frozenset({"referring"})
_HIS = frozenset({("his",), ("her",), ("their",)})
_HIM = frozenset({("him",), ("her",), ("them",)})
_SECOND = 2
_TAKEN_UP = frozenset({"attack", "clash"})
_OF_SOMEBODY = frozenset({"arrest", "release", "abduction"})
_THEN = frozenset({"after", "since", "following"})
_END = frozenset({"end", "collapse", "expiry", "breakdown"})
_CAPTIVE = wordset("nothing_new.captive")


def tells_nothing_new(scene: Scene, trigger: Trigger, own: list[Toll], scope: Scope) -> bool:
    """Whether words only say that nobody came to harm, or speak of what somebody claims or is held for."""
    if _takes_him(scene, trigger, scope):
        return True
    if own:
        return trigger.tag == "toll" and all(toll.quantity.best == 0 for toll in own)
    return (
        is_claimed(scene, trigger, scope.clause_first)
        or _is_referred_to(scene, trigger, scope)
        or _is_rescue(scene, trigger, scope)
        or _is_taken_up(scene, trigger, scope)
        or _dates_another(scene, trigger, scope)
    )


def is_definite(scene: Scene, trigger: Trigger) -> bool:
    """ "the attack", "these strikes", "Thursday's bombing": told before, not a new happening."""
    if trigger.verb or not trigger.first:
        return False
    before = scene.reading.words[trigger.first - 1]
    return before in {"the", "this", "these", "that"} or (
        before == "'s" and any(when.last in {trigger.first, trigger.first - 1} for when in scene.dates)
    )


def _is_taken_up(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """ "The clashes stopped at dawn", "the attack was the third": told before, if there is no place of its own."""
    if scene.reading.sentences[scope.sentence].ordinal < _SECOND or trigger.kind.family not in _TAKEN_UP:
        return False
    return is_definite(scene, trigger) and not scene.places_in(scope.first, scope.last)


def _dates_another(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """ "After the collapse of a truce": only says when something else was."""
    before = scene.reading.words[max(scope.clause_first, trigger.first - 5) : trigger.first]
    return trigger.kind.family == "agreement" and not _THEN.isdisjoint(before) and not _END.isdisjoint(before)


def _takes_him(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """ "A day after police arrested him": whom the text has told of."""
    after = scene.reading.words[trigger.last : trigger.last + 1]
    then = scene.reading.words[scope.clause_first] == "after"
    return then and trigger.verb and trigger.kind.family in _OF_SOMEBODY and after in _HIM


def _is_rescue(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Whether it tells how somebody abducted came free: part of the abduction, or of the raid that freed him."""
    sentence = scene.reading.sentences[scope.sentence]
    near = scene.reading.words[max(0, sentence.first) : sentence.last]
    return trigger.kind.name == "release" and not _CAPTIVE.isdisjoint(near)


def _is_referred_to(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Whether a noun only refers: "accused of a church bombing", "the man behind the killings", "after his arrest"."""
    if trigger.verb or trigger.kind.family in {"protest", "agreement", "consult"}:
        return False
    if scene.reading.words[trigger.first - 1 : trigger.first] in _HIS and trigger.kind.family in _OF_SOMEBODY:
        return True
    near = scene.reading.words[max(scope.clause_first, trigger.first - 3) : trigger.first]
    spoken = "over" in near and any(
        hit.entry.label in SPOKEN | {"arrest"} for hit in scene.found("triggers", scope.clause_first, trigger.first)
    )
    return spoken or governing(scene, trigger, scope.clause_first, _REFERRING) is not None
