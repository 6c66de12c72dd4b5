"""Which mentions of an article are one happening."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.merging.kind_fit import ONLY_TOLD, kind_fit
from syria_events.coding.english.merging.parts_of_sums import like_the_whole
from syria_events.coding.english.merging.place_and_day_fit import day_fit, place_fit
from syria_events.coding.english.merging.toll_fit import counts_others, counts_same_dead, is_told_apart, toll_fit

_HEAD = 2
"""Sentences in which undated news is of these days."""
_NEWS = timedelta(days=5)
_NIGHT = timedelta(days=2)


_FLY_TOGETHER = frozenset({"russia", "syrian_government"})
"""Sides whose planes bomb the same towns, so that sources take one for the other."""
_NEXT = frozenset({"second", "third", "another"})


def grouped(found: list[Mention], published: date | None) -> list[Group]:
    """Return the happenings of an article: each mention joins the group that it fits best, or begins one."""
    groups: list[Group] = []
    for mention in found:
        best, score = None, 0.0
        for index, group in enumerate(groups):
            fit = _fit(group, mention) + 0.02 * index
            if fit > score:
                best, score = group, fit
        if best is None and mention.only_joins:
            continue
        if best is None:
            if mention.background:
                mention = replace(mention, realis="historical")
            fresh = published and mention.ordinal <= _HEAD and not mention.later and not mention.risen
            best = Group(news_since=published - _NEWS if published and fresh else None)
            mention = like_the_whole(groups, _by_the_same(groups, mention))
            groups.append(best)
        best.mentions.append(mention)
    return groups


def _by_the_same(groups: list[Group], mention: Mention) -> Mention:
    """Give "a second strike", "the strike near it" those who did the first, if nobody else is named."""
    again = mention.apart in _NEXT or (mention.definite and mention.kind.is_violent)
    before = groups[-1].mentions[-1] if groups and again else None
    if before is None or mention.roles.agents or mention.sentence - before.sentence > 1:
        return mention
    if before.kind.acled_sub_event_type != mention.kind.acled_sub_event_type:
        return mention
    return replace(mention, roles=replace(mention.roles, agents=before.roles.agents))


def _fit(group: Group, mention: Mention) -> float:
    """How well a mention continues a group; minus infinity where something speaks against it."""
    first = group.mentions[0]
    toll = toll_fit(group, mention)
    if first.cumulative != mention.cumulative and not toll:
        return -math.inf
    if first.realis != mention.realis and not _refers_back(group, mention):
        return -math.inf
    if _makes_way(group.mentions[-1], mention):
        return 0.5 + place_fit(group, mention)
    if is_told_apart(group, mention) or (not toll and counts_others(group, mention)):
        return -math.inf
    parts = (
        kind_fit(group, mention, toll > 0),
        place_fit(group, mention),
        _same_dead(group, mention) or day_fit(group, mention),
        _actor_fit(group, mention),
    )
    if min(parts) < 0:
        return -math.inf
    if _comes_after(group.mentions[-1], mention):
        return -math.inf
    near = 0.3 if group.mentions[-1].sentence >= mention.sentence - 1 else 0.0
    return sum(parts) + toll + near


def _same_dead(group: Group, mention: Mention) -> float:
    """Place and number of the dead say more than days that lie side by side: news of the night has two of them."""
    days = [other.day.start for other in (*group.mentions, mention) if other.day and other.day.start]
    near = bool(days) and max(days) - min(days) <= _NIGHT
    return 0.3 if near and place_fit(group, mention) > 1 and counts_same_dead(group, mention) else 0.0


def _actor_fit(group: Group, mention: Mention) -> float:
    own = {part.group for part in mention.roles.agents} - {"unidentified_armed_group"}
    others = {part.group for other in group.mentions for part in other.roles.agents} - {"unidentified_armed_group"}
    if not own or not others:
        return 0.2
    if own & others:
        return 0.8
    if own | others <= _FLY_TOGETHER and mention.kind.family == "attack" and place_fit(group, mention) > 0.5:
        return 0.0  # whose the planes were is often told in two ways
    if mention.kind.family == "consult" and group.mentions[-1].title and mention.ordinal <= _HEAD:
        return 0.1  # of those who meet either may be named
    if mention.kind.family in {"clash", "territory"}:
        theirs = {part.group for other in group.mentions for part in other.roles.targets}
        if own & theirs and (group.mentions[0].kind.family, mention.kind.name) == ("territory", "advance"):
            return -1.0  # who lost the hill enters a town
        beside = not theirs and group.mentions[-1].sentence == mention.sentence
        return 0.4 if own & theirs or beside or others & {part.group for part in mention.roles.targets} else -1.0
    return -1.0


def _makes_way(one: Mention, other: Mention) -> bool:
    """ "Took the dam after the SDF withdrew": the withdrawal is how the place changed hands."""
    near = other.later and other.sentence - one.sentence <= 1
    return near and (one.kind.family, other.kind.family) == ("territory", "withdrawal")


def _comes_after(one: Mention, other: Mention) -> bool:
    """ "They shelled the suburbs after a gas attack": two happenings, unless one clause only counts the dead."""
    if one.sentence != other.sentence or not other.later:
        return False
    if {one.kind.family, other.kind.family} <= {"clash", "territory"}:
        return False  # "took the city after days of fighting"
    return one.kind.name not in ONLY_TOLD and other.kind.name not in ONLY_TOLD and one.kind.name != other.kind.name


def _refers_back(group: Group, mention: Mention) -> bool:
    """Whether "that attack" goes on about what the sentence before told as history."""
    if not mention.definite or mention.realis != "actual" or group.mentions[0].realis != "historical":
        return False
    return mention.day is None and 0 <= mention.sentence - group.mentions[-1].sentence <= 1
