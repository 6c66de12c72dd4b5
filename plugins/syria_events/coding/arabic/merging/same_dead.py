"""Raids and attacks told twice: once by the fight, once by the shots, with the same dead at the same place."""

from __future__ import annotations

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.group import Group

_ON_FOOT = frozenset({"gun", "toll", "assault", "clash", "abduction", "arrest"})
"""Families of what is done on the ground, where one happening has several names."""
_SAME_PLACE = 2.0
_FEW = 1
"""As many dead fall in happenings enough: such a number is no sign of one happening where the place is not the same."""


def retells_the_dead(group: Group, mention: Mention, place: float) -> bool:
    """Say whether a mention counts the dead of a happening again, in other words for the deed (codebook rule 1).

    `place` tells how well its place fits. Its doers must be among those of the happening, unless it speaks of "the
    clash" as known; the days must not differ.
    """
    families = {one.happening.kind.family for one in (*group.mentions, mention)}
    if not families <= _ON_FOOT or place < 0 or mention.clause.answered:
        return False
    dead = _dead([mention]) & _dead(group.mentions)
    if not dead or (max(dead) <= _FEW and place < _SAME_PLACE):
        return False
    days = {one.day.start for one in (*group.mentions, mention) if one.day and one.day.start}
    own = {actor.group for actor in mention.roles.agents}
    doers = {actor.group for one in group.mentions for actor in one.roles.agents}
    return len(days) < 2 and (mention.refers or bool(own & doers) or not own or not doers)


def _dead(told: list[Mention]) -> set[int]:
    """The numbers of dead, for which a number that is only a bound does not count."""
    counted = (toll for one in told for toll in one.tolls if toll.kind == "killed" and not toll.cumulative)
    return {toll.quantity.best for toll in counted if toll.quantity and toll.quantity.best}
