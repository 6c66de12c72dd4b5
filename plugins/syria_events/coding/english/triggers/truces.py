"""Truces that are over: no agreement is made there (codebook, rule 3: Strategic developments, Other)."""

from __future__ import annotations

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

_TRUCES = frozenset({"ceasefire", "cease-fire", "truce"})
_ENDED = wordset("truces.ended")
_END_OF = frozenset({("end", "of"), ("end", "to"), ("collapse", "of"), ("expiry", "of")})
_GOES_ON = frozenset({(word,) for word in wordset("truces.goes_on")} | {()})
"""What follows where it is the truce that ends, not what it ends: not "a truce ends the war"."""
_REACH = 18
"""Words behind a truce in which its end is told; whose it was may stand between."""
_BEFORE = 6


def ends_truce(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Return whether a truce is said to be over: "the truce ended", "declared the ceasefire over", "end of the truce"."""
    words = scene.reading.words
    if _TRUCES.isdisjoint(words[trigger.first : trigger.last]):
        return False
    before = words[max(scope.clause_first, trigger.first - _BEFORE) : trigger.first]
    if any(pair in _END_OF for pair in zip(before, before[1:], strict=False)):
        return True
    after = words[trigger.last : min(scope.clause_last, trigger.last + _REACH)]
    return any(word in _ENDED and after[at + 1 : at + 2] in _GOES_ON for at, word in enumerate(after))
