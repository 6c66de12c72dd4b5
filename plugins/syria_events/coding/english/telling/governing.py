"""The words about a trigger that govern it: "vowed to", "could", "denied" before it, "could" after it."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.inflection import BASE, GERUND
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

SCOPE = 7
"""How many words before a trigger a cue governs it."""
GOVERNING = frozenset({"planned", "hypothetical", "negated"})
_BREAKS = wordset("realis.breaks")
_OPENING = wordset("realis.opening")
_MODALS = frozenset({"could", "may", "might", "would", "will", "can", "lie", "lies"})  # "lie ahead"
_SPOKEN_OF = frozenset({"accuse", "investigate", "consult", "support"})
"""Kinds of verbs whose object is a happening that was."""


def governing(scene: Scene, trigger: Trigger, first: int, labels: frozenset[str]) -> Hit | None:
    """Return the cue before a trigger that governs it, the nearest; null for none."""
    words = scene.reading.words
    start = trigger.first
    while start > max(first, trigger.first - SCOPE) and not _breaks(words, start - 1):
        start -= 1
        if words[start] == "in" and not trigger.verb:
            break  # "expected to rise in the blast": the blast is no expectation
    cues = [
        hit
        for hit in scene.found("cues", start, trigger.first)
        if hit.entry.label in labels and hit.last <= trigger.first
    ]
    if not cues or _is_spoken_of(scene, cues[-1], trigger) or _is_reproach(words[first : cues[-1].first], cues[-1]):
        return None
    return cues[-1]


def _is_reproach(before: tuple[str, ...], cue: Hit) -> bool:
    """ "They should have let the doctors in rather than attack the town": they did attack it."""
    return "should" in before and cue.entry.rule.endswith(("rather than", "instead of"))


def _is_spoken_of(scene: Scene, cue: Hit, trigger: Trigger) -> bool:
    """Whether the cue governs a verb of speech before the trigger: "will discuss the strikes", which happened."""
    between = () if trigger.verb else scene.found("triggers", cue.last, trigger.first)
    return cue.entry.label == "planned" and any(
        hit.entry.part == "verb" and hit.entry.tag == BASE and hit.entry.label in _SPOKEN_OF for hit in between
    )


def _breaks(words: tuple[str, ...], position: int) -> bool:
    """Whether a word ends what a cue before it governs; "that" after "denied" does not."""
    return words[position] in _BREAKS and not (words[position] == "that" and words[position - 1] in _OPENING)


def modal_after(scene: Scene, trigger: Trigger) -> Hit | None:
    """Return the word behind a trigger that makes it only possible, or to come: "air strikes could hit the town"."""
    words = scene.reading.words
    takes = trigger.kind.family == "territory" and (not trigger.verb or trigger.tag == GERUND)
    if trigger.verb and not takes:
        return None
    looming = not trigger.verb and trigger.kind.family == "clash"
    for position in range(
        trigger.last, min(len(words), trigger.last + (2 * SCOPE if looming else SCOPE if takes else 1))
    ):
        if words[position] in _BREAKS - {"and"} or (words[position] == "and" and not looming):
            return None
        if looming and any(hit.entry.part == "verb" for hit in scene.found("triggers", position, position + 1)):
            return None  # "the clashes forced talks that could"
        if words[position] in _MODALS:
            return next((h for h in scene.found("cues", position, position + 1) if h.entry.label in GOVERNING), None)
    return None
