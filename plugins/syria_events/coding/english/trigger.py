"""A trigger: a word that tells of a happening, as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.english.kinds import Kind
from syria_events.coding.english.words.wordsets import wordset

BE = wordset("triggers.be")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger at words [first, last). `verb` false: a noun. `passive`: what stands before it is its object."""

    first: int
    last: int
    kind: Kind
    verb: bool
    passive: bool
    tag: str
    rule: str
    detail: str = ""


def heaviest(found: list[Trigger]) -> Trigger:
    """Return the trigger whose kind gives the type: the heaviest, of equals the first.

    "A blast targeting evacuees", "shells struck": the verb names no weapon where a noun beside it does.
    """
    named = [trigger for trigger in found if not (trigger.verb and trigger.kind.name == "strike")]
    armed = any(trigger.kind.family == "attack" and trigger.kind.name != "killing" for trigger in named)
    return max(named if armed else found, key=lambda trigger: (trigger.kind.weight, -trigger.first))
