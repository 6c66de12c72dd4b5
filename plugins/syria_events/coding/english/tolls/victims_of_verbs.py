"""Whom a verb of harm is about, by its voice: "killed two men", "two men were killed", "kill 83, injured 100"."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.harm_frame import Frame, is_passive, just_before
from syria_events.coding.english.tolls.joined_people import chain
from syria_events.coding.english.tolls.sides_of_people import People
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.inflection import BASE, ED, PARTICIPLE, PAST, PRESENT
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.number_words import Quantity
from syria_events.coding.english.words.wordsets import wordset

_NAME = 5
"""Words of a name, its comma included."""
_BETWEEN = wordset("casualties.between")
_WERE = frozenset((word,) for word in BE)
_HIM = frozenset({("him",), ("her",)})


def of_verb(frame: Frame) -> list[People]:
    """Return the counted people that a verb of harm is about."""
    entry = frame.harm.entry
    if is_passive(frame):
        near = just_before(frame)
        if near:
            return near
    if _takes_him(frame) and not entry.detail:
        return [_him(frame.harm)]
    if _is_left_so(frame) or (entry.label == "displaced" and entry.tag == BASE):
        return just_before(frame)
    direct = frame.after[0] if frame.after and _is_adjacent(frame, frame.after[0]) else None
    if direct and not (_may_be_of_next(frame, direct) and _has_own_harm(frame.scene, direct)):
        return chain(frame.after, frame.words)
    return just_before(frame) if entry.tag in {ED, PARTICIPLE, PAST} else []


def _is_left_so(frame: Frame) -> bool:
    """ "Leaving three killed and 20 others wounded": the number before the word is its own."""
    tag = frame.harm.entry.tag
    return (
        tag in {ED, PARTICIPLE}
        and frame.words[frame.harm.last : frame.harm.last + 1] == ("and",)
        and any(one.last == frame.harm.first for one in frame.before)
    )


def _takes_him(frame: Frame) -> bool:
    """Whether a verb takes "him" or "her" alone: "wounded her two daughters" are two, and others."""
    after, end = frame.harm.last, frame.harm.last + 1
    if frame.words[after:end] not in _HIM:
        return False
    whose = any(one.first in {after, end} for one in frame.after)
    return not (whose or frame.scene.found("people", end, end + 1))


def _him(harm: Hit) -> People:
    """ "killing him": one, told of before."""
    return someone(harm.last, harm.last + 1)


def someone(first: int, last: int) -> People:
    """Return one person of whom the words say nothing more."""
    return People(Quantity(first, last, 1, 1, 1), first, last, "unknown", None, None)


def _may_be_of_next(frame: Frame, people: People) -> bool:
    """Whether people after a harm word may be those of the next one.

    "Four people including a child killed six others injured", "killed and four civilians injured",
    "13 civilians killed 43 others injured", but "kill 83, injured 100 fighters".
    """
    if frame.harm.entry.tag in {BASE, PRESENT}:
        return False
    if any(one.last == frame.harm.first for one in frame.before):
        return True
    if frame.before and frame.scene.cue("part", frame.before[-1].last, frame.harm.first):
        return True
    between = frame.words[frame.harm.last : people.first]
    return people.bare or people.quantity.unspecified or "and" in between or "," in between


def _has_own_harm(scene: Scene, people: People) -> bool:
    """ "20 killed 30 wounded", "one was killed and four people were hurt": the second number has a word of its own."""
    at = people.last + (scene.reading.words[people.last : people.last + 1] in _WERE)
    hits = scene.found("harm", at, at + 1)
    return any(hit.entry.tag in {ED, PARTICIPLE} or hit.entry.detail == "adj" for hit in hits)


def _is_adjacent(frame: Frame, people: People) -> bool:
    """Whether people stand right after a harm word: "wounding seriously two men", "killed Abu Omar, a leader"."""
    between = frame.words[frame.harm.last : people.first]
    if len(between) <= 3 and all(word.endswith("ly") or word in _BETWEEN for word in between):
        return True
    name = frame.scene.reading.forms[frame.harm.last : people.first]
    named = 1 < len(name) <= _NAME and name[-1] == "," and all(form[:1].isupper() for form in name[:-1])
    return named and not people.bare and people.quantity.best == 1
