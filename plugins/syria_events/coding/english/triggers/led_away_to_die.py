"""Arrests that end in death: "forty men were rounded up and executed" tells of an execution, not of two happenings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from syria_events.coding.english.kinds import kinds
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger

_TAKING = frozenset({"arrest", "abduction"})
_REACH = 4
"""Words behind the arrest in which the death is told: "arrested, judged and killed"."""


def with_executions(scene: Scene, found: Iterable[Trigger]) -> list[Trigger]:
    """Return triggers, those that tell how people were taken to be killed as executions."""
    return [replace(one, kind=kinds()["execution"]) if _ends_in_death(scene, one) else one for one in found]


def _ends_in_death(scene: Scene, trigger: Trigger) -> bool:
    if not trigger.verb or trigger.kind.name not in _TAKING:
        return False
    words = scene.reading.words
    deaths = scene.found("harm", trigger.last, trigger.last + _REACH)
    return any(
        hit.entry.label == "killed" and hit.entry.part == "verb" and words[hit.first - 1] == "and" for hit in deaths
    )
