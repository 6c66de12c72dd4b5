"""Civilians as those to whom it was done, where the text counts them and names no other victim."""

from __future__ import annotations

from collections.abc import Sequence

from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES
from syria_events.model import Actor

_HURT = ATTACK_FAMILIES | {"abduction", "sexual", "arrest"}
_KINDS = {"killed", "injured", "detained", "missing"}


def bystanders_hurt(scene: Scene, group: Group, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return who of no side was hurt as the one actor2, or nobody."""
    if any(actor.role == "actor2" for actor in actors) or group.mentions[0].happening.kind.family not in _HURT:
        return ()
    for mention in group.mentions:
        for toll in mention.tolls:
            some = toll.quantity is None or toll.quantity.best != 0
            if toll.victims == "civilian" and toll.kind in _KINDS and some:
                start, end = scene.reading.offsets(toll.first, toll.last)
                return (Actor("actor2", scene.reading.text[start:end], "civilians", start, end),)
    return ()
