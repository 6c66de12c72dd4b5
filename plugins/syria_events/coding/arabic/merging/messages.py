"""Embedded messages: they tell in the words of others what the text tells of the same place."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.merging.nearness import place_fit
from syria_events.coding.arabic.roles.roles import Roles

_WITHIN = 1.0
"""The fit of two places from which on they are one, or one lies in the other."""


def with_messages(groups: list[Group]) -> list[Group]:
    """Give what only messages tell to the first happening of the text at its place, if its day is not another one.

    They add their words to it, not whom and how many they name: they call and count the parties in their own way.
    """
    told = [group for group in groups if not _is_of_messages(group)]
    alone = []
    for group in groups:
        if group in told:
            alone.append(group)
            continue
        known = next((other for other in told if any(_tells_of(other, mention) for mention in group.mentions)), None)
        if known is None:
            alone.append(group)
        else:
            known.mentions.extend(replace(mention, roles=Roles((), ()), tolls=()) for mention in group.mentions)
    return alone


def _is_of_messages(group: Group) -> bool:
    return all(mention.clause.message for mention in group.mentions)


def _tells_of(group: Group, mention: Mention) -> bool:
    if not mention.places or group.mentions[0].realis != mention.realis:
        return False
    if place_fit(group.scene, group.place, group.mentions, mention) < _WITHIN:
        return False
    days = [other.day for other in group.mentions if other.day and other.day.start]
    return mention.day is None or any(day.start == mention.day.start for day in days)
