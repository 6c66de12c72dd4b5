"""What is a report and what is not: sports, words of many meanings, deeds that did not happen."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.conflict import is_fighting
from syria_events.coding.english.telling.governing import governing
from syria_events.coding.english.triggers.used_weapons import used_weapons
from syria_events.coding.english.words.wordsets import wordset

_ENDED, _STOPPED = frozenset({"ended"}), frozenset({"stopped"})
"""Cues for what is only spoken of ("condemned the attack") and for what is to stop ("halt the shelling")."""
_COUNTRY = 4
_WEAK = frozenset(
    {"strike", "attack", "raid", "bombing", "clash", "offensive", "advance", "shooting", "blast", "bombardment"}
)
"""Kinds whose words are used of football and prices as well."""
_BLAMELESS = frozenset({"strike", "blast", "killing", "fighters", "launch", "raid"})
"""Kinds that accidents, storms and diseases do as well."""
_PRIVATE = frozenset({"civilians", "prisoners"})
_LASTING = wordset("mentions.lasting")
"""What becomes of an agreement once it is made."""
_OF_FORCES = frozenset({"mobilize", "siege"})
"""Families that only forces do: "evacuees from besieged towns" lay siege to nothing."""
_STANDING = frozenset({"under", "collapse", "breach", "violation", "violations", "part"})
"""What tells before an agreement that it is an old one: "the collapse of a truce", "as part of a deal"."""
_STATE, _TERMS = 9, 5
_TRUCES = frozenset({"ceasefire", "cease-fire", "truce", "hostilities"})
_MAKING = wordset("mentions.making")


def is_figurative(scene: Scene) -> bool:
    """Sports, shows, markets: many of their words in a text in which hardly anybody comes to harm."""
    end = len(scene.reading.words)
    hits = [hit for hit in scene.found("cues", 0, end) if hit.entry.label == "figurative"]
    harmed = [hit for hit in scene.found("harm", 0, end) if hit.entry.label in {"killed", "injured"}]
    return len(hits) >= 2 and len(hits) >= 2 * len(harmed) and not any(is_fighting(named) for named in scene.actors)


def is_report(scene: Scene, mention: Mention, clause_first: int) -> bool:
    """Whether a mention is a report: somebody acts where its kind needs it, and more than one vague word says so."""
    kind, who = mention.kind, mention.roles
    if _is_no_pact(scene, mention):
        return False
    if kind.name == "request" and who.agents and all(part.group in _PRIVATE for part in who.agents):
        return False  # "the children come from school and ask"
    if kind.family in _OF_FORCES and not any(is_armed(part.group) for part in who.agents):
        return False
    if kind.needs and not (who.agents or (kind.needs == "actor" and who.targets) or _is_of_sides(scene, mention)):
        return False
    if mention.another and mention.trigger.tag == "toll" and not mention.places:
        return False  # "another five were killed in other districts": part of what was told before
    if kind.is_violent and (not _is_attack(scene, mention) or _is_background(mention)):
        return False
    if mention.tolls or not kind.is_violent:
        return True
    if governing(scene, mention.trigger, clause_first, _STOPPED) or not _is_anchored(scene, mention):
        return False
    if mention.realis in {"negated", "hypothetical", "planned"} and not (who.agents or who.targets):
        return False
    return mention.only_joins or not (kind.generic and governing(scene, mention.trigger, clause_first, _ENDED))


def _is_background(mention: Mention) -> bool:
    """ "As rebels and jihadists fight each other": the war itself, with no place, day or toll of its own."""
    located = any(place.precision < _COUNTRY for place in mention.places)
    vague = mention.kind.name == "clash" and mention.trigger.verb and mention.ordinal > 2 * LEAD
    return vague and not (located or mention.day or mention.tolls)


def _is_attack(scene: Scene, mention: Mention) -> bool:
    """Whether somebody or some weapon did it: prices "hit" records, storms and accidents kill as well."""
    if mention.trigger.kind.name not in _BLAMELESS:
        return True
    armed = any(is_armed(part.group) for part in mention.roles.agents)
    weapons = {hit.entry.label for hit in used_weapons(scene, mention.first, mention.last)} - {"w_chemical"}
    if armed or weapons:
        return True
    sentence = scene.reading.sentences[mention.sentence]
    if scene.cue("accident", sentence.first, sentence.last):
        return False
    return not (mention.kind.name == "strike" and mention.trigger.verb) or bool(mention.tolls)


def _is_of_sides(scene: Scene, mention: Mention) -> bool:
    """Whether an armed side in the sentence is one of those that agreed: "the truce was reached, the SDF said"."""
    if _TRUCES.isdisjoint(scene.reading.words[mention.trigger.first : mention.trigger.last]):
        return False
    sentence = scene.reading.sentences[mention.sentence]
    named = scene.actors_in(sentence.first, sentence.last)
    return mention.trigger.verb or any(is_armed(one.group) for one in named)


def _is_no_pact(scene: Scene, mention: Mention) -> bool:
    """Whether an agreement is not made, or the end of a truce only says when: "since the truce collapsed"."""
    if mention.kind.family == "agreement":
        return not _is_made(scene, mention)
    told = mention.roles.agents or mention.title or mention.ordinal <= LEAD
    return mention.kind.name == "truce_ended" and not told


def _is_made(scene: Scene, mention: Mention) -> bool:
    """Whether an agreement is made here, not broken, discussed or named."""
    words = scene.reading.words
    after = words[mention.trigger.last : min(mention.last, mention.trigger.last + _STATE)]
    before = words[max(mention.first, mention.trigger.first - _TERMS) : mention.trigger.first]
    if not mention.trigger.verb and not (_STANDING.isdisjoint(before) and _LASTING.isdisjoint(after)):
        return False
    if after[:3] == ("is", "in", "effect"):
        return False
    return mention.trigger.verb or not _MAKING.isdisjoint(scene.reading.words[mention.first : mention.last])


def _is_anchored(scene: Scene, mention: Mention) -> bool:
    """Whether a side, a place, a weapon or a reference speaks of violence besides a trigger of many meanings."""
    if mention.trigger.kind.name not in _WEAK:
        return True
    sentence = scene.reading.sentences[mention.sentence]
    if scene.cue("figurative", sentence.first, sentence.last) and not mention.roles.agents:
        return False
    armed = any(is_armed(part.group) for part in (*mention.roles.agents, *mention.roles.targets))
    weapon = used_weapons(scene, mention.first, mention.last)
    if mention.kind.name == "attack" and mention.ordinal > LEAD:
        return bool(armed or weapon or mention.definite)
    return bool(armed or mention.places or weapon or mention.definite or mention.title)
