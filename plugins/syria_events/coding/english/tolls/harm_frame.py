"""A harm word with the counted people around it: whether it is passive, and who stands just before it."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.joined_people import JOINED, summed
from syria_events.coding.english.tolls.sides_of_people import People
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_PASSIVE_REACH = 6
"""Words between a participle and its form of be."""
_VICTIM_REACH = 22
"""Words between a victim and the verb after it."""
_CO_HARMED = wordset("casualties.co_harmed")


@dataclass(frozen=True, slots=True)
class Frame:
    """A harm word with the counted people around it that no harm word before has taken.

    `start`: the first word of the clause; `following`: where the next harm word stands, or the clause ends.
    """

    scene: Scene
    harm: Hit
    before: list[People]
    after: list[People]
    start: int
    following: int

    @property
    def words(self) -> tuple[str, ...]:
        return self.scene.reading.words


def is_passive(frame: Frame) -> bool:
    """Return whether a harm word stands after a form of be."""
    words, harm = frame.words, frame.harm
    for position in range(harm.first - 1, max(frame.start, harm.first - _PASSIVE_REACH) - 1, -1):
        if words[position] in BE:
            return True
        if not words[position].endswith("ly") and words[position] not in _CO_HARMED:
            return False
    return False


def just_before(frame: Frame) -> list[People]:
    """The people just before a harm word, with those joined to them by "and"."""
    words, harm = frame.words, frame.harm
    near = [
        one
        for one in frame.before
        if harm.first - one.last <= _VICTIM_REACH and not {".", ";"} & set(words[one.last : harm.first])
    ]
    chosen = near[-1:]
    for people in reversed(near[:-1]):
        between = words[people.last : chosen[0].first]
        if not between or not set(between) <= JOINED:
            break
        chosen.insert(0, people)
    return summed(chosen)
