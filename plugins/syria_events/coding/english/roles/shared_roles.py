"""Roles that one deed of a clause shares with the one before it: "foiled a plot by the group and arrested four men"."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import CIVIL
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.trigger import Trigger

_JOINS = frozenset({"and", ",", "then", "also", "later"})


def with_shared_roles(words: tuple[str, ...], before: Mention | None, mention: Mention, verb: Trigger) -> Mention:
    """Give a verb without a subject that of the verb before it, and to those arrested the plot that they had made."""
    if before is None or not verb.verb or verb.passive or words[verb.first - 1] not in _JOINS:
        return mention
    who = mention.roles
    if not who.agents and before.trigger.verb and not before.trigger.passive:
        targets = tuple(target for target in who.targets if target.group not in {a.group for a in before.roles.agents})
        who = replace(who, agents=before.roles.agents, targets=targets)
    plotters = tuple(target for target in before.roles.targets if is_armed(target.group))
    unknown = all(target.group in CIVIL for target in who.targets)
    if mention.kind.family == "arrest" and before.kind.name in {"disrupted", "clash"} and plotters and unknown:
        who = replace(who, targets=plotters)
    return replace(mention, roles=who)
