"""Who did what a group tells, and to whom: of all that its mentions say the first that names somebody."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import UNNAMED, Part
from syria_events.coding.english.group import Group
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.scene import Scene
from syria_events.model import Actor

_PERFECT = frozenset({"has", "have"})
_OFTEN = frozenset({"all", "both", "regularly", "repeatedly", "often", "frequently", "previously", "routinely"})
_REACH = 8
"""Words from "have all carried out" to "several bombings"."""


def actors(scene: Scene, group: Group) -> tuple[Actor, ...]:
    """Return who did it and to whom, by all that the mentions of a group say (codebook rule 4)."""
    news = [mention for mention in group.mentions if not _is_habit(scene, mention)] or group.mentions
    agents = _of_both_sides(group) or _first_named([mention.roles.agents for mention in news])
    found = {("actor1", part.group): _actor(scene, "actor1", part) for part in agents}
    for mention in group.mentions:
        told = ("actor2", "civilians") in found and not mention.tolls
        for part in mention.roles.targets:
            if told and is_armed(part.group) and mention.kind.family == "attack":
                continue  # civilians died in what is later told to be a campaign against somebody
            if ("actor1", part.group) not in found or (part.group == "other" and mention.kind.family == "clash"):
                found.setdefault(("actor2", part.group), _actor(scene, "actor2", part))
    if any(role == "actor2" and is_armed(group) and group != UNNAMED for role, group in found):
        found.pop(("actor2", UNNAMED), None)  # "militants" beside the name of their side
    return tuple(found.values())


def _of_both_sides(group: Group) -> tuple[Part, ...]:
    """Who fought whom, by the mention that names both; a headline may name one."""
    if group.mentions[0].kind.family != "clash":
        return ()
    told = (m.roles for m in group.mentions if any(is_armed(part.group) for part in m.roles.targets))
    return next((who.agents for who in told if who.agents and who.agents[0].group != UNNAMED), ())


def _first_named(said: list[tuple[Part, ...]]) -> tuple[Part, ...]:
    """Who did it, by the first mention that names somebody; "gunmen" gives way to a name."""
    known = [tuple(part for part in parts if part.group != UNNAMED) for parts in said]
    return next(filter(None, known), None) or next(filter(None, said), ())


def _actor(scene: Scene, role: str, part: Part) -> Actor:
    start, end = scene.reading.offsets(part.first, part.last)
    return Actor(role, scene.reading.text[start:end], part.group, start, end)


def _is_habit(scene: Scene, mention: Mention) -> bool:
    """ "The army and Russia have both carried out raids", "has done so in the past": what they do, not this raid."""
    trigger, words = mention.trigger, scene.reading.words
    if mention.day or mention.tolls or mention.ordinal <= LEAD or trigger.verb:
        return False
    before = words[max(mention.first, trigger.first - _REACH) : trigger.first]
    often = not _OFTEN.isdisjoint(before) or "past" in words[trigger.last : mention.last]
    return often and words[trigger.last - 1].endswith("s") and not _PERFECT.isdisjoint(before)
