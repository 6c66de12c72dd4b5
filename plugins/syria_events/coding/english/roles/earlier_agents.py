"""Who did it where only an earlier sentence says so: "they arrested a man", "the force fired", "two were detained"."""

from __future__ import annotations

from dataclasses import replace

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import UNNAMED, Part, part
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.triggers.event_types import taken_by
from syria_events.coding.english.words.inflection import GERUND

_POLICE = frozenset({"arrest", "disrupted"})
"""Families of what police do: who tells of it has done it."""
_BEFORE = frozenset({"arrest", "disrupted", "clash", "attack", "mobilize", "base", "territory"})
_AUXILIARIES = frozenset({"had", "has", "have", "also", "then", "later", "further", "again", "even", "soon", "now"})
_WHILE = frozenset({"after", "before", "while", "by"})
_SUBJECT = 6
"""Words in which the subject of a sentence begins."""
_THEY = frozenset({"they", "it"})
_BODIES = frozenset({"force", "group", "faction", "militia", "movement", "patrol", "gunmen", "attackers"})
"""What a side is called that has been named before."""


def with_earlier_agents(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Give deeds by nobody named in their words those whom earlier sentences name."""
    done: list[Mention] = []
    for mention in found:
        if not mention.roles.agents and (mention.kind.family in _POLICE or mention.kind.is_violent):
            own = {target.group for target in mention.roles.targets}
            by = _referred(scene, done, mention)
            if not by and mention.kind.family in _POLICE:
                by = _teller(mention) or _just_before(scene, done, mention)
            agents = tuple(one for one in by if one.group not in own)
            taken = mention.kind.family == "territory" and agents
            kind = taken_by({one.group for one in agents}) if taken else mention.kind
            mention = replace(mention, kind=kind, roles=replace(mention.roles, agents=agents))
        done.append(mention)
    return done


def _referred(scene: Scene, done: list[Mention], mention: Mention) -> tuple[Part, ...]:
    """Who "they" or "the force" is right before an active verb."""
    words, trigger = scene.reading.words, mention.trigger
    if not trigger.verb or trigger.passive:
        return ()
    before = trigger.first - 1
    if trigger.tag == GERUND and words[before] in _WHILE and done and done[-1].sentence == mention.sentence:
        return done[-1].roles.agents  # "robbed a shop after wounding a guard"
    while before > mention.first and (words[before] in _AUXILIARIES or words[before].endswith("ly")):
        before -= 1
    if before < mention.first:
        return ()
    if words[before] in _THEY:
        last = done[-1] if done and mention.sentence - done[-1].sentence <= 1 else None
        return last.roles.agents if last else _opening(scene, mention.sentence - 1)
    if words[before] not in _BODIES or words[before - 1] != "the":
        return ()
    named = [one for one in scene.actors_in(0, before - 1) if is_armed(one.group) and one.group != UNNAMED]
    return (part(named[-1]),) if named and scene.reading.sentence_of[named[-1].first] >= mention.sentence - 1 else ()


def _teller(mention: Mention) -> tuple[Part, ...]:
    source = mention.source
    return (part(source),) if source and is_armed(source.group) and source.group != UNNAMED else ()


def _just_before(scene: Scene, done: list[Mention], mention: Mention) -> tuple[Part, ...]:
    last = done[-1] if done and mention.sentence - done[-1].sentence <= 1 else None
    if last and last.kind.family in _BEFORE:
        return tuple(agent for agent in last.roles.agents if is_armed(agent.group) and agent.group != UNNAMED)
    return () if last else _opening(scene, mention.sentence - 1)


def _opening(scene: Scene, sentence: int) -> tuple[Part, ...]:
    """The armed side that a sentence of the text begins with."""
    if sentence < 0 or scene.reading.sentences[sentence].title:
        return ()
    first = scene.reading.sentences[sentence].first
    named = [one for one in scene.actors_in(first, first + _SUBJECT) if is_armed(one.group) and one.group != UNNAMED]
    return (part(named[0]),) if named else ()
