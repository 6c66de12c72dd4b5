"""Deeds that a clause takes for known: what it comments on, what goes on, what is spoken of at a meeting."""

from __future__ import annotations

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES

_OPENING = 4
"""Words at the head of a clause in which a comment names what it is about."""
_HEAD = 9
"""Words at the head of a clause in which it says that it tells what is known."""
_VAGUE = 4
"""Precision of a place that is a country or a region of no name of its own."""


def is_known(scene: Scene, mention: Mention) -> bool:
    """Say whether a clause gives neither toll nor place of a deed that it takes for told elsewhere."""
    if mention.tolls or mention.clause.title:
        return False
    return _is_commented(scene, mention) or _is_of_a_meeting(scene, mention) or _is_carried_on(scene, mention)


def _is_commented(scene: Scene, mention: Mention) -> bool:
    """يأتي القصف بعد يومين من …, وتزامن القصف مع تحليق …: the deed told before, and what may be said about it."""
    first = mention.clause.first
    near = mention.happening.trigger.first - first < _OPENING
    return mention.refers and near and _has(scene, "comment", first, first + 1)


def _is_of_a_meeting(scene: Scene, mention: Mention) -> bool:
    """The only place of a clause that speaks of violence lies abroad, where somebody met."""
    if mention.happening.kind.family not in ATTACK_FAMILIES | {"clash"} or not mention.places:
        return False
    abroad = all(place.country not in {"SY", None} for place in mention.places)
    return abroad and _has(scene, "meeting", mention.clause.first, mention.clause.last)


def _is_carried_on(scene: Scene, mention: Mention) -> bool:
    """يشار إلى أن مقاتلات … تواصل حملة التصعيد في الشمال: what goes on somewhere, on no day."""
    first, trigger = mention.clause.first, mention.happening.trigger.first
    if not mention.is_attack or mention.day is not None or any(place.precision < _VAGUE for place in mention.places):
        return False
    return _has(scene, "background", first, first + _HEAD) and _has(scene, "going_on", first, trigger)


def _has(scene: Scene, label: str, first: int, last: int) -> bool:
    return any(hit.label == label for hit in scene.reading.between("text", first, last))
