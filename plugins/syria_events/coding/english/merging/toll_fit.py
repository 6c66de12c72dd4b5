"""Whether a mention counts the dead of a group or others: "a separate strike", "another 40"."""

from __future__ import annotations

from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.merging.kind_fit import ONLY_TOLD
from syria_events.coding.english.merging.place_and_day_fit import are_two_towns, is_same_place
from syria_events.coding.english.words.inflection import GERUND

_FEW = 2
_VAGUE = 4
"""Precision of a place that is only a country or region."""


def toll_fit(group: Group, mention: Mention) -> float:
    """Return how many counts both have in common; "dozens" there and here need not be the same people."""
    said = {count for other in group.mentions for count in _counts(other)}
    return float(len(said & _counts(mention)))


def _counts(mention: Mention) -> set[tuple[str, int | None]]:
    return {(toll.kind, toll.quantity.best) for toll in mention.tolls if not toll.quantity.vague}


def counts_same_dead(group: Group, mention: Mention) -> bool:
    """Return whether both count one number of dead that is no small one, nor a word such as "dozens"."""
    said = set().union(*_killed(group.mentions).values()) & set().union(*_killed([mention]).values())
    return any(number and number > _FEW for number in said)


def counts_others(group: Group, mention: Mention) -> bool:
    """Whether a mention counts other dead than the group does: "another 40 were killed", another number elsewhere."""
    own = _killed([mention])
    said = _killed([other for other in group.mentions if not other.title])
    if not own or not said or mention.title:
        return False
    if mention.another:
        return True
    numbers = set().union(*said.values())
    if not numbers.isdisjoint(set().union(*own.values())):
        return False
    if _is_other_hour(group, mention):
        return True
    return _is_of_other_place(group, mention, most=_most(own) > _most(said))


def _is_of_other_place(group: Group, mention: Mention, *, most: bool) -> bool:
    """Whether it counts the dead of another place, or those of a place within the group's area.

    A part is never more than the whole: who counts `most` in a place of that area gives another toll of the same, as
    does who counts the dead of "the raid".
    """
    place, own = group.place, mention.own_place
    if place is None or own is None or own.precision == _VAGUE:
        return False
    if is_same_place(place, own):
        return are_two_towns(place, own)
    return not (mention.definite or (most and own.precision <= place.precision))


def _most(counted: dict[str, set[int | None]]) -> int:
    return max((number or 0 for numbers in counted.values() for number in numbers), default=0)


def is_told_apart(group: Group, mention: Mention) -> bool:
    """Whether "a separate strike", "a second blast" is another one than the group tells."""
    if mention.apart == "and" and mention.trigger.tag == GERUND and mention.kind.family == "arrest":
        return False  # "killing two and arresting a third"
    if mention.apart == "and":
        return group.mentions[-1].sentence == mention.sentence
    if not mention.apart or mention.kind.family != group.mentions[0].kind.family:
        return False
    return all(other.apart != mention.apart for other in group.mentions)


def _is_other_hour(group: Group, mention: Mention) -> bool:
    """Whether it was early in the day and the group's late, or before what the group tells."""
    if mention.later and not mention.definite and not mention.trigger.verb and mention.kind.name not in ONLY_TOLD:
        return True
    return bool(mention.hour) and any(other.hour not in {"", mention.hour} for other in group.mentions)


def _killed(mentions: list[Mention]) -> dict[str, set[int | None]]:
    counted: dict[str, set[int | None]] = {}
    for mention in mentions:
        for toll in mention.tolls:
            if toll.kind == "killed" and not toll.quantity.vague:
                counted.setdefault(toll.victims, set()).add(toll.quantity.best)
    return counted
