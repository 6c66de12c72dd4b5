"""What agreements and plans provide for: it is to come."""

from __future__ import annotations

import re

from syria_events.coding.arabic.triggers.kinds import Happening
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.coding.arabic.words.wordsets import wordset

_AGREED = frozenset({"withdrawal", "release", "transfer", "evacuation"})
"""Families of what agreements provide for."""
_DEALS = _AGREED | {"agreement"}
_PLAN_REACH = 24
"""Words after a plan in which its clauses are told."""
_PROVIDES = re.compile(r"[وف]?(?:(?:ال|ل)?اتفاق(?:ا|ات)?|اتفق(?:ت|ا|وا|تا)?|(?:ي|ت)(?:قضي|نص|تضمن)|نصت?|تضمن)")
_PROVIDED_REACH = 16
_IN_FORCE = wordset("provided.in_force")
"""Before an agreement they say that what follows has come of it."""


def is_provided(reading: Reading, clause: Clause, happening: Happening) -> bool:
    """Say whether a happening is one that the sides have agreed on, or a plan names (codebook rule 2: planned)."""
    family, trigger = happening.kind.family, happening.trigger
    if family in _DEALS and _is_of_a_plan(reading, clause, trigger):
        return True
    return family in _AGREED and _is_agreed(reading, clause, trigger)


def _is_of_a_plan(reading: Reading, clause: Clause, trigger: Found) -> bool:
    """خارطة الحل تتضمن …: what a plan or its clauses provide for."""
    plans = reading.between("text", max(clause.first, trigger.first - _PLAN_REACH), trigger.first)
    return any(hit.label == "plan" for hit in plans)


def _is_agreed(reading: Reading, clause: Clause, trigger: Found) -> bool:
    """اتفاق يقضي بانسحاب …: what two sides have agreed on is to come, unless it is done "بموجب اتفاق"."""
    start = max(clause.first, trigger.first - _PROVIDED_REACH)
    for position in range(trigger.first - 1, start - 1, -1):
        if _PROVIDES.fullmatch(reading.words[position]):
            return _IN_FORCE.isdisjoint(reading.words[max(position - 2, 0) : position])
    return False
