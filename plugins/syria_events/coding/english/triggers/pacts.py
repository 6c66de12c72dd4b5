"""Agreements that are none of sides in the conflict: truces that are over, deals of trade (codebook, rule 3)."""

from __future__ import annotations

from itertools import pairwise

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

_TRADE = wordset("pacts.trade")
_TRUCES = frozenset({"ceasefire", "cease-fire", "truce"})
_TALKING = wordset("pacts.talking")
"""What states agree to do that binds nobody."""
_ENDED = wordset("pacts.ended")
_END_OF = frozenset({("end", "of"), ("end", "to"), ("collapse", "of"), ("expiry", "of")})
_GOES_ON = frozenset({(word,) for word in wordset("pacts.goes_on")} | {()})
"""What follows where it is the truce that ends, not what it ends: not "a truce ends the war"."""
_REACH = 18
"""Words behind a truce in which its end is told; whose it was may stand between."""
_BEFORE = 6


def other_pact(scene: Scene, trigger: Trigger, scope: Scope) -> tuple[str, str]:
    """Return the kind of an agreement that is another than its word says, and the rule; empty where it is one."""
    if trigger.kind.name in {"agreement", "ceasefire"} and _ends_truce(scene, trigger, scope):
        return "truce_ended", "rule/a truce that ends"
    if trigger.kind.name == "agreement" and _is_trade(scene, scope):
        return "trade", "rule/a deal of trade"
    after = scene.reading.words[trigger.last : trigger.last + 2]
    if trigger.kind.name == "agreement" and after[:1] == ("to",) and not _TALKING.isdisjoint(after):
        return "consult", "rule/agreed to talk"
    return "", ""


def _ends_truce(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Whether a truce is said to be over: "the truce ended", "declared the ceasefire over", "end of the truce"."""
    words = scene.reading.words
    if _TRUCES.isdisjoint(words[trigger.first : trigger.last]):
        return False
    before = words[max(scope.clause_first, trigger.first - _BEFORE) : trigger.first]
    if any(pair in _END_OF for pair in pairwise(before)):
        return True
    after = words[trigger.last : min(scope.clause_last, trigger.last + _REACH)]
    return any(word in _ENDED and after[at + 1 : at + 2] in _GOES_ON for at, word in enumerate(after))


def _is_trade(scene: Scene, scope: Scope) -> bool:
    """Whether an agreement is one of money and works, not of sides in the conflict."""
    sentence = scene.reading.sentences[scope.sentence]
    return not _TRADE.isdisjoint(scene.reading.words[sentence.first : sentence.last])
