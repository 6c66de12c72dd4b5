"""What an article is about first: the order of its reports (codebook, rule 1)."""

from __future__ import annotations

from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.merging.parts_of_sums import is_part

_STATEMENTS = frozenset({"accuse", "request", "reject", "support", "threaten", "consult", "investigate"})
_HARM = frozenset({"killed", "injured"})
_NEXT = 4
"""Sentences within which the first part of a sum is told."""
_VAGUE = 4
"""Precision of a place that is only a country or region."""


def by_salience(groups: list[Group]) -> list[Group]:
    """Return the groups in order: actual ones, what headline and lead tell, violence and its toll, then as in the text.

    The dead of a day all over the country give way to the first town of those that the text goes on to count.
    """
    ordered = sorted(groups, key=_salience)
    for group in list(ordered[:1]):
        part = next((other for other in ordered[1:] if _is_first_part(group, other)), None)
        if part:
            ordered.remove(part)
            ordered.insert(0, part)
    return ordered


def _is_first_part(whole: Group, part: Group) -> bool:
    """Whether a group tells of dead in a town who are some of those whom another counts with no place."""
    if whole.place and (whole.place.precision < _VAGUE or whole.place.country != "SY"):
        return False
    return part.mentions[0].ordinal <= _NEXT and is_part(whole, part.mentions[0])


def _salience(group: Group) -> tuple[bool, int, int]:
    """Actual before the rest; then what headline and lead tell, violence and its toll first; then by order of the text.

    A headline that only says who reacted gives way to what they react to, if the lead tells it with its toll.
    """
    first = group.mentions[0]
    return (first.realis != "actual", _tier(group), first.first)


def _tier(group: Group) -> int:
    first = group.mentions[0]
    if not any(mention.kind.is_violent for mention in group.mentions):
        if not first.title:
            return 7
        return 6 if first.kind.family in _STATEMENTS else 2
    if any(_tells_of_harm(mention, 2 * LEAD if first.title else LEAD) for mention in group.mentions):
        return 0 if first.title else 1
    if first.title:
        return 2
    if any(_tells_of_harm(mention, 2 * LEAD) for mention in group.mentions):
        return 3
    if first.ordinal <= LEAD:
        return 4
    return 5 if any(_tells_of_harm(mention, mention.ordinal) for mention in group.mentions) else 7


def _tells_of_harm(mention: Mention, within: int) -> bool:
    """Whether a mention of the first sentences counts dead or wounded."""
    return mention.ordinal <= within and any(toll.kind in _HARM and toll.quantity.best != 0 for toll in mention.tolls)
