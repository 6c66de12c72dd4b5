"""Where a protest was: told before its reason."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.places.location import places
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.model import Place

_REASONS = wordset("protests.reasons")
"""Words after which a protest's reason is told."""


def protest_places(scene: Scene, clause: Clause) -> tuple[Place, ...]:
    """Return where a protest was: before its reason where any place is, and where those are from who protest."""
    words = scene.reading.words
    reason = next((at for at in range(clause.first, clause.last) if words[at] in _REASONS), clause.last)
    before = replace(clause, last=reason)
    found = places(scene, before) or places(scene, before, home=True) or places(scene, clause)
    return tuple(found)
