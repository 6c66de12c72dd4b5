"""Actors at their words; a generic word beside a name belongs to its group: "fighters from the Islamic State"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syria_events.coding.actors import ActorMention
from syria_events.coding.codebook import is_armed
from syria_events.coding.english.words.reading import Reading
from syria_events.coding.english.words.wordsets import wordset


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
    first, last = reading.span(mention.start, mention.end)
    if mention.kind == "adjective" and reading.words[last - 1].endswith("-backed"):
        group = _PROXIES.get(group, group)
    return Named(mention, first, last, group)


_PROXIES = {"turkey": "opposition", "iran": "iran_backed_militias"}
"""Those whom a state backs: "the Turkish-backed Hamza Division"."""
_LINKS = wordset("scene.links")
_REACH = 7
"""Words between "gunmen" and the name of those whom they are "thought to belong to"."""


def joined(reading: Reading, found: list[Named]) -> tuple[Named, ...]:
    """Give a generic word the group of the name it goes with: "Nusra fighters", "fighters from the Islamic State"."""
    result: list[Named] = []
    for named in found:
        before = result[-1] if result else None
        if before and _is_of_nation(reading, before, named):
            result[-1] = replace(named, first=before.first)
        elif before and _is_name_of(reading, before, named):
            result[-1] = replace(before, last=named.last)
        elif before and _is_of_state(reading, before, named):
            result[-1] = replace(before, mention=replace(before.mention, kind="name"), last=named.last)
        elif before and _is_told_by(reading, before, named):
            backed = reading.words[before.last : named.first] in _BACKED
            group = _PROXIES[named.group] if backed else named.group
            result[-1] = replace(before, last=named.last, group=group)
        else:
            result.append(_of_owner(reading, result, named))
    return tuple(result)


def _of_owner(reading: Reading, before: list[Named], generic: Named) -> Named:
    """Give "its troops", "their fighters" the group of who speaks of them, else of who was named last."""
    if generic.mention.kind != "generic" or generic.group not in _OPEN_GROUPS or not generic.first:
        return generic
    if reading.words[generic.first - 1] not in _ITS:
        return generic
    sentence = reading.sentence_of[generic.first]
    owners = [n for n in before if reading.sentence_of[n.first] == sentence and _may_own(n)]
    speaker = next((n for n in owners if not _SAID.isdisjoint(reading.words[n.last : n.last + 2])), None)
    owner = speaker or (owners[-1] if owners else None)
    return replace(generic, group=owner.group) if owner else generic


def _may_own(named: Named) -> bool:
    return is_armed(named.group) and named.group != "unidentified_armed_group"


def _is_name_of(reading: Reading, before: Named, named: Named) -> bool:
    """ "Islamic State" before "fighters", before "loyalists"."""
    owned = reading.words[before.last : named.first] in {(), ("'s",), ("s",)}
    if not owned or before.mention.kind == "generic":
        return False
    adherents = reading.words[named.first : named.last] in _ADHERENTS
    return adherents or (named.mention.kind == "generic" and named.group == "unidentified_armed_group")


def _is_of_nation(reading: Reading, nation: Named, name: Named) -> bool:
    """ "The Lebanese movement" before "Hezbollah", "Lebanon's" before its name: whence a group is, no other party."""
    between = reading.words[nation.last : name.first]
    if nation.mention.sector != "GOV" or name.mention.sector == "GOV" or name.mention.kind != "name":
        return False
    owned = nation.mention.kind == "adjective" or between[:1] in {("'s",), ("s",)}
    return owned and name.mention.sector in {"REB", "PRM", "UAF", "OPP"} and set(between) <= _BODIES


def _is_of_state(reading: Reading, state: Named, service: Named) -> bool:
    """ "SDF" before "military police", "Turkey's" before "intelligence agency": theirs, not Syria's."""
    if service.mention.kind != "generic" or service.mention.sector not in {"MIL", "GOV", "COP"}:
        return False
    between = reading.words[state.last : service.first]
    if between in {("'s",), ("s",)} and is_armed(state.group) and state.mention.kind == "name":
        return True  # "Islamic State's security forces"
    if between in {(), ("military",)} and is_armed(state.group) and state.mention.kind == "name":
        return state.mention.sector != "GOV" or not between
    owns = state.mention.kind == "adjective" and not between
    return (owns or between in {("'s",), ("s",)}) and state.mention.sector == "GOV"


def _is_told_by(reading: Reading, generic: Named, name: Named) -> bool:
    """ "Fighters" before "from the Islamic State", "gunmen" before "thought to belong to it"."""
    between = reading.words[generic.last : name.first]
    if between in _BACKED and generic.mention.kind == "generic" and generic.group in _OPEN_GROUPS:
        return name.group in _PROXIES
    if generic.mention.kind != "generic" or generic.group not in _OPEN_GROUPS or not 0 < len(between) <= _REACH:
        return False
    if name.mention.kind == "generic" and name.group in {generic.group, "unidentified_armed_group"}:
        return False
    supposed = between[0] in _SUPPOSED and not _BE_OF.isdisjoint(between)
    near = between[0] in _BELONGING and len(between) <= _NEAR
    return (near or supposed) and set(between) <= _LINKS


_ADHERENTS = frozenset({("loyalists",), ("supporters",), ("sympathisers",), ("sympathizers",)})
_BODIES = wordset("named_actors.bodies")
_BACKED = frozenset({("backed", "by"), ("supported", "by")})
_NEAR = 4
_ITS = frozenset({"its", "their"})
_SAID = frozenset(
    {"said", "says", "announced", "reported", "confirmed", "claimed", "acknowledged", "stated", "admitted"}
)
_OPEN_GROUPS = frozenset({"unidentified_armed_group", "syrian_government", "opposition"})
_BELONGING = frozenset({"from", "of", "belonging", "affiliated", "loyal", "allied", "linked"})
_SUPPOSED = frozenset(
    {"thought", "believed", "suspected", "presumed", "said", "reportedly", "who", "apparently", "likely"}
)
_BE_OF = frozenset({"be", "belong", "belonged", "belonging", "of", "from", "members", "member"})
