"""Actors at their words; a generic word beside a name belongs to its group: "fighters from the Islamic State"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syria_events.coding.actors import ActorMention
from syria_events.coding.english.reading import Reading
from syria_events.coding.english.wordsets import wordset


@dataclass(frozen=True, slots=True)
class Named:
    """An actor at words [first, last)."""

    mention: ActorMention
    first: int
    last: int
    group: str


def named_at(reading: Reading, mention: ActorMention, syrian: bool) -> Named:
    """An actor at its words; "the army" of an article that has no word of Syria is not Syria's."""
    group = mention.group
    if not syrian and mention.kind == "generic" and group == "syrian_government":
        group = "other"
    return Named(mention, *reading.span(mention.start, mention.end), group)


_LINKS = wordset("scene.links")
_REACH = 7
"""Words between "gunmen" and the name of those whom they are "thought to belong to"."""


def joined(reading: Reading, found: list[Named]) -> tuple[Named, ...]:
    """Give a generic word the group of the name it goes with: "Nusra fighters", "fighters from the Islamic State"."""
    result: list[Named] = []
    for named in found:
        before = result[-1] if result else None
        if before and _is_name_of(before, named):
            result[-1] = replace(before, last=named.last)
        elif before and _is_of_state(reading, before, named):
            result[-1] = replace(before, mention=replace(before.mention, kind="name"), last=named.last)
        elif before and _is_told_by(reading, before, named):
            result[-1] = replace(before, last=named.last, group=named.group)
        else:
            result.append(named)
    return tuple(result)


def _is_name_of(before: Named, generic: Named) -> bool:
    """ "Islamic State" before "fighters"."""
    kinds = (before.mention.kind == "generic", generic.mention.kind == "generic")
    return before.last == generic.first and kinds == (False, True) and generic.group == "unidentified_armed_group"


def _is_of_state(reading: Reading, state: Named, service: Named) -> bool:
    """ "Jordanian" before "soldiers", "Turkey's" before "intelligence agency": another state's, not Syria's."""
    if service.mention.kind != "generic" or service.mention.sector not in {"MIL", "GOV", "COP"}:
        return False
    between = reading.words[state.last : service.first]
    owns = state.mention.kind == "adjective" and not between
    return (owns or between in {("'s",), ("s",)}) and state.mention.sector == "GOV"


def _is_told_by(reading: Reading, generic: Named, name: Named) -> bool:
    """ "Fighters" before "from the Islamic State", "gunmen" before "thought to belong to it"."""
    between = reading.words[generic.last : name.first]
    if generic.mention.kind != "generic" or generic.group not in _OPEN_GROUPS or not 0 < len(between) <= _REACH:
        return False
    if name.mention.kind == "generic" and name.group in {generic.group, "unidentified_armed_group"}:
        return False
    supposed = between[0] in _SUPPOSED and not _BE_OF.isdisjoint(between)
    near = between[0] in _BELONGING and len(between) <= _NEAR
    return (near or supposed) and set(between) <= _LINKS


_NEAR = 4
_OPEN_GROUPS = frozenset({"unidentified_armed_group", "syrian_government", "opposition"})
_BELONGING = frozenset({"from", "of", "belonging", "affiliated", "loyal", "allied", "linked"})
_SUPPOSED = frozenset(
    {"thought", "believed", "suspected", "presumed", "said", "reportedly", "who", "apparently", "likely"}
)
_BE_OF = frozenset({"be", "belong", "belonged", "belonging", "of", "from", "members", "member"})
