"""Parts of a sum: "Air raids killed 32 across the country. In Jassem, 15 people were killed."

A toll of its own makes a report of its own (codebook, rulings); the sum has told by whom, with what and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.merging.kind_fit import ONLY_TOLD
from syria_events.coding.english.merging.place_and_day_fit import holds

_REACH = 4
"""Sentences within which the parts of a sum begin."""


def is_part(whole: Group, part: Mention) -> bool:
    """Return whether a mention counts some of the dead of a group, in one place of the group's area."""
    if whole.mentions[0].kind.family != part.kind.family and part.kind.name not in ONLY_TOLD:
        return False
    if whole.mentions[0].realis != part.realis or part.definite or part.cumulative or part.own_place is None:
        return False
    return holds(whole.place, part.own_place) and 0 < dead([part]) < dead(whole.mentions)


def dead(mentions: Iterable[Mention]) -> int:
    """Return the largest number of dead of one happening that mentions tell, zero for none."""
    counted = (toll for mention in mentions if not mention.cumulative for toll in mention.tolls)
    return max((toll.quantity.best or 0 for toll in counted if toll.kind == "killed"), default=0)


def like_the_whole(groups: Sequence[Group], mention: Mention) -> Mention:
    """Return a part of a sum with the kind, the doer and the day of the sum, where its words give none."""
    whole = next((group for group in reversed(groups) if is_part(group, mention)), None)
    if whole is None or mention.sentence - whole.mentions[-1].sentence > _REACH:
        return mention
    told = [other.kind for other in whole.mentions if other.kind.name not in ONLY_TOLD]
    kind = told[-1] if told and mention.kind.name in ONLY_TOLD else mention.kind
    agents = next((other.roles.agents for other in whole.mentions if other.roles.agents), ())
    roles = mention.roles if mention.roles.agents else replace(mention.roles, agents=agents)
    day = mention.day or next((other.day for other in whole.mentions if other.day and not other.day_is_of_speech), None)
    return replace(mention, kind=kind, roles=roles, day=day)
