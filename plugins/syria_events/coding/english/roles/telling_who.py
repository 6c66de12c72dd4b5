"""Relative clauses that say who somebody is: "the men who killed an officer", "the Nusra Front, which carried out"."""

from __future__ import annotations

from syria_events.coding.english.kinds import kinds
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_DOERS = frozenset({"cell", "cells", "gang", "gangs", "ring", "group", "suspects", "gunmen", "attackers", "bomb"})
_FREED = frozenset({"freed", "released", "free", "release"})
_TAKEN = frozenset({"arrest", "abduction"})
_DO = wordset("roles.carry")
_OBJECT = 4
_REFERRING = 12
"""Words between "suspected of" and what somebody is suspected of."""


def tells_who(scene: Scene, mention: Mention) -> bool:
    """Return whether a mention is such a clause; "a blast that killed four" is the news itself."""
    trigger = mention.trigger
    words = scene.reading.words
    sentence = scene.reading.sentences[mention.sentence]
    verb = trigger.first
    while verb - 1 > sentence.first and (words[verb - 1] in BE or words[verb - 1] in {"had", "has", "been", "once"}):
        verb -= 1
    if not trigger.verb:
        verb = next((at for at in range(verb - 1, max(sentence.first, verb - _OBJECT), -1) if words[at] in _DO), verb)
    relative = verb - 1
    if (
        (not trigger.verb and verb == trigger.first)
        or relative <= sentence.first
        or words[relative] not in {"who", "that", "which"}
    ):
        return False
    if trigger.kind.family in _TAKEN and not _FREED.isdisjoint(words[trigger.last : sentence.last]):
        return True  # "a journalist who was detained on Sunday was set free"
    if scene.dates_in(trigger.first, mention.last):
        return False
    cue = scene.cue("referring", max(sentence.first, relative - _REFERRING), relative)
    return cue is not None or (_is_doer(scene, relative) and _is_told_of(scene, mention, words[relative - 1] == ","))


def _is_doer(scene: Scene, relative: int) -> bool:
    """Whether the word before a relative, or before the day before it, is somebody: "two men on Wednesday who"."""
    before = next((when.first - 1 for when in scene.dates if when.last == relative), relative - 1)
    while scene.reading.words[before] in {",", "on"}:
        before -= 1
    somebody = bool(scene.found("people", before, before + 1)) or before in scene.actor_at
    return somebody or scene.reading.words[before] in _DOERS


def _is_told_of(scene: Scene, mention: Mention, aside: bool) -> bool:
    """Whether the sentence tells of another deed, or the clause is an aside after a comma about somebody."""
    sentence = scene.reading.sentences[mention.sentence]
    others = scene.found("triggers", sentence.first, sentence.last)
    return (aside and not mention.tolls) or any(_is_deed(hit) for hit in others if hit.first != mention.trigger.first)


def _is_deed(hit: Hit) -> bool:
    weapon = hit.entry.label.startswith("w_")
    return not weapon and hit.entry.part == "verb" and bool(kinds()[hit.entry.label].acled_event_type)
