"""People told by whose they are: "his wife", "their three children", "its driver"."""

from __future__ import annotations

from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.number_words import quantity_at
from syria_events.coding.english.words.wordsets import wordset

_WHOSE = frozenset({"his", "her", "their", "its"})
_ADJECTIVES = wordset("kin.adjectives")


def person_at(scene: Scene, position: int) -> Hit | None:
    """Return the word for a person that stands at a word; null for none."""
    return next(iter(scene.found("people", position, position + 1)), None)


def is_one(scene: Scene, hit: Hit) -> bool:
    """Whether a word for people is in the singular."""
    word = scene.reading.words[hit.last - 1]
    return word == "man" or (hit.entry.tag == "noun" and not word.endswith(("s", "men", "children", "people")))


def kin_at(scene: Scene, position: int, last: int) -> tuple[int, int] | None:
    """Return (end, how many) of "his wife" or "their three children" at a word; null where it is something else."""
    words = scene.reading.words
    if position + 1 >= last or words[position] not in _WHOSE:
        return None
    number = quantity_at(words, position + 1, last)
    at = number.last if number else position + 1
    while at < last and (words[at] in _ADJECTIVES or words[at].endswith("-old")):
        at += 1
    noun = person_at(scene, at) if at < last else None
    if noun is None:
        return None
    if number and number.low is not None:
        return noun.last, number.low
    return (noun.last, 1) if is_one(scene, noun) else None


def kin_after(scene: Scene, position: int, last: int) -> tuple[int, int]:
    """Return how many people ", his wife and their three children" adds at a word, and where it ends."""
    words = scene.reading.words
    more = 0
    while position + 2 < last and words[position] in {"and", ","}:
        start = position + 1 + (words[position + 1] == "and")
        kin = kin_at(scene, start, last) or _bare(scene, start)
        if kin is None or start - position > 2:
            break
        position, more = kin[0], more + kin[1]
    return more, position


def _bare(scene: Scene, position: int) -> tuple[int, int] | None:
    """ "(A woman) and child": one more without an article."""
    noun = person_at(scene, position)
    if noun is None or noun.entry.label == "combatant":
        return None  # "one of the commanders and emir of the group"
    return (noun.last, 1) if scene.reading.words[position - 1] == "and" and is_one(scene, noun) else None


def one_before(scene: Scene, position: int, first: int) -> int | None:
    """Return where one person begins that stands before "and three others" at a word; null where none does."""
    if position - 2 < first or scene.reading.words[position - 1] != "and":
        return None
    near = scene.found("people", max(first, position - 4), position - 1)
    return next((hit.first for hit in near if hit.last == position - 1 and is_one(scene, hit)), None)
