"""Words of attacks for what hurts nobody: leaflets that are dropped, strikes that are practised, attacks on freedom."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

_HARMLESS = wordset("triggers.harmless")
"""What is dropped, fired or launched and hurts nobody."""
_NO_TARGETS = wordset("triggers.no_targets")
_PRACTICE = frozenset({"practising", "practicing", "simulating", "simulated", "rehearsing", "drill", "drills", "mock"})
_LEFT = frozenset({"left", "leave", "leaving"})
_OBJECT = 4
"""Words beside a trigger in which its object, or what makes it a drill, stands."""


def is_harmless(scene: Scene, trigger: Trigger, last: int) -> bool:
    """Return whether what stands beside a trigger makes it no attack."""
    words = scene.reading.words
    after = words[trigger.last : min(last, trigger.last + _OBJECT)]
    if trigger.kind.name == "launch":
        left = words[trigger.first] in _LEFT and after[:1] in {("behind",), ("over",)}
        return left or not _HARMLESS.isdisjoint(after)
    if trigger.kind.name == "attack":
        return after[:1] == ("on",) and not _NO_TARGETS.isdisjoint(after)
    practised = not _PRACTICE.isdisjoint(words[max(0, trigger.first - _OBJECT) : trigger.first])
    return trigger.kind.name in {"strike", "air"} and practised
