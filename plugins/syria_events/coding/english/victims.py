"""Whom a harm word is about: by its voice, by "of", by a number that stands alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from syria_events.coding.english.inflection import BASE, ED, GERUND, PARTICIPLE, PAST, PRESENT
from syria_events.coding.english.joined_people import JOINED, chain, summed
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.number_words import Quantity
from syria_events.coding.english.people import People
from syria_events.coding.english.persons import named_person, one_person, subject_of
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.wordsets import wordset

_PASSIVE_REACH, _VICTIM_REACH, _TOLL_REACH = 6, 22, 25
"""Words between a participle and its form of be, a victim and a verb after it, "toll" and its number."""
_NAME = 5
"""Words of a name, its comma included."""
_BETWEEN = wordset("casualties.between")
_CO_HARMED = wordset("casualties.co_harmed")
_TOLL_LEADS = wordset("casualties.toll_leads")
_UNSURE = frozenset({"could", "may", "might", "expected", "likely", "would"})
_AUXILIARIES = frozenset({"has", "had", "have", "also"})
_AFTER_ALONE = frozenset((word,) for word in (*BE, ".", ",", ";", "and", "in", "near", "on", "others", "more"))
_HIM = frozenset({("him",), ("her",)})


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


def victims(frame: Frame) -> list[People]:
    """The counted people that a harm word is about; one person where it names one and counts nobody."""
    found = _counted_victims(frame)
    if frame.harm.entry.detail == "counted":
        return [people for people in found if not people.bare]
    if frame.harm.entry.label == "detained":
        return [people for people in found if not people.bare or _stands_alone(frame, people)]
    if found or frame.harm.entry.label not in {"killed", "injured"}:
        return found
    return [one for one in (_one_named(frame) or _one_told(frame),) if one]


def _stands_alone(frame: Frame, people: People) -> bool:
    """Whether a number counts nothing but whom the verb takes: "19 arrested", not "two rifles were seized"."""
    following = frame.words[people.last : people.last + 1]
    return people.last == frame.harm.first or following in _AFTER_ALONE


def _one_named(frame: Frame) -> People | None:
    """ "Drone kills ISIS commander", "woman killed in shelling": one, though no number says so."""
    harm, words = frame.harm, frame.words
    if harm.entry.detail:
        return None
    if _is_passive(frame) or harm.entry.tag in {ED, PARTICIPLE}:
        end = harm.first
        while end > frame.start and (words[end - 1] in BE | _AUXILIARIES or words[end - 1].endswith("ly")):
            end -= 1
        person = one_person(frame.scene, max(frame.start, end - 2), end)
        if person or _is_passive(frame):
            return person or named_person(frame.scene, frame.start, end)
    if harm.entry.tag in {ED, PRESENT, GERUND, PAST} and not _is_passive(frame):
        if words[harm.last : harm.last + 2] == ("the", "other") and not _noun_after(frame, 2):
            return _someone(harm.last, harm.last + 2)
        return one_person(frame.scene, harm.last, min(harm.last + 4, frame.following), leads=True)
    return None


def _noun_after(frame: Frame, words: int) -> bool:
    return bool(frame.scene.found("people", frame.harm.last + words, frame.harm.last + words + 2))


def _one_told(frame: Frame) -> People | None:
    """ "The woman who was wounded on Monday died": the subject of the whole clause."""
    dies = frame.harm.entry.detail == "intransitive" and frame.harm.entry.tag in {ED, PAST}
    if frame.before or not (dies or _is_passive(frame)):
        return None
    person = subject_of(frame.scene, frame.start, frame.harm.first)
    return person if person and frame.harm.first - person.last > 1 else None


def _counted_victims(frame: Frame) -> list[People]:
    """The counted people that a harm word is about: after an active verb or "death of", before a passive one."""
    if frame.harm.entry.detail in _BY_DETAIL:
        return _BY_DETAIL[frame.harm.entry.detail](frame)
    return _of_verb(frame)


def _of_verb(frame: Frame) -> list[People]:
    entry = frame.harm.entry
    if _is_passive(frame):
        near = _just_before(frame)
        if near:
            return near
    if _takes_him(frame) and not entry.detail:
        return [_him(frame.harm)]
    if _is_left_so(frame) or (entry.label == "displaced" and entry.tag == BASE):
        return _just_before(frame)
    direct = frame.after[0] if frame.after and _is_adjacent(frame, frame.after[0]) else None
    if direct and not (_may_be_of_next(frame, direct) and _has_own_harm(frame.scene, direct)):
        return chain(frame.after, frame.words)
    return _just_before(frame) if entry.tag in {ED, PARTICIPLE, PAST} else []


def _is_left_so(frame: Frame) -> bool:
    """ "Leaving three killed and 20 others wounded": the number before the word is its own."""
    tag = frame.harm.entry.tag
    return (
        tag in {ED, PARTICIPLE}
        and frame.words[frame.harm.last : frame.harm.last + 1] == ("and",)
        and any(one.last == frame.harm.first for one in frame.before)
    )


def _after_of(frame: Frame) -> list[People]:
    near = frame.after[:1] and frame.after[0].first - frame.harm.last <= 3
    return chain(frame.after, frame.words) if near else []


def _beside(frame: Frame) -> list[People]:
    return [one for one in frame.before if frame.harm.first - one.last <= 1][-1:]


def _takes_him(frame: Frame) -> bool:
    """Whether a verb takes "him" or "her" alone: "wounded her two daughters" are two, and others."""
    after, end = frame.harm.last, frame.harm.last + 1
    if frame.words[after:end] not in _HIM:
        return False
    whose = any(one.first in {after, end} for one in frame.after)
    return not (whose or frame.scene.found("people", end, end + 1))


def _him(harm: Hit) -> People:
    """ "killing him": one, told of before."""
    return _someone(harm.last, harm.last + 1)


def _someone(first: int, last: int) -> People:
    return People(Quantity(first, last, 1, 1, 1), first, last, "unknown", None, None)


def _may_be_of_next(frame: Frame, people: People) -> bool:
    """Whether people after a harm word may be those of the next one.

    "Killed and four civilians injured", "13 civilians killed 43 others injured", but "kill 83, injured 100 fighters".
    """
    if frame.harm.entry.tag in {BASE, PRESENT}:
        return False
    if any(one.last == frame.harm.first for one in frame.before):
        return True
    between = frame.words[frame.harm.last : people.first]
    return people.bare or people.quantity.unspecified or "and" in between or "," in between


def _has_own_harm(scene: Scene, people: People) -> bool:
    """ "20 killed 30 wounded": the second number has a harm word of its own."""
    hits = scene.found("harm", people.last, people.last + 1)
    return any(hit.entry.tag in {ED, PARTICIPLE} or hit.entry.detail == "adj" for hit in hits)


def _is_passive(frame: Frame) -> bool:
    words, harm = frame.words, frame.harm
    for position in range(harm.first - 1, max(frame.start, harm.first - _PASSIVE_REACH) - 1, -1):
        if words[position] in BE:
            return True
        if not words[position].endswith("ly") and words[position] not in _CO_HARMED:
            return False
    return False


def _is_adjacent(frame: Frame, people: People) -> bool:
    """Whether people stand right after a harm word: "wounding seriously two men", "killed Abu Omar, a leader"."""
    between = frame.words[frame.harm.last : people.first]
    if len(between) <= 3 and all(word.endswith("ly") or word in _BETWEEN for word in between):
        return True
    name = frame.scene.reading.forms[frame.harm.last : people.first]
    named = 1 < len(name) <= _NAME and name[-1] == "," and all(form[:1].isupper() for form in name[:-1])
    return named and not people.bare and people.quantity.best == 1


def _just_before(frame: Frame) -> list[People]:
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


def _of_toll(frame: Frame) -> list[People]:
    """ "death toll … rose to 32", "put the toll at 58": the first number that such a word leads to."""
    words = frame.words
    for people in frame.after:
        if people.first - frame.harm.last > _TOLL_REACH:
            break
        if not _UNSURE.isdisjoint(words[frame.harm.last : people.first]):
            break
        if words[people.first - 1] in _TOLL_LEADS or words[people.quantity.first - 1] in _TOLL_LEADS:
            return [people]
    return []


_BY_DETAIL: dict[str, Callable[[Frame], list[People]]] = {
    "toll": _of_toll,
    "of": _after_of,
    "noun": _beside,
    "adj": _just_before,
    "intransitive": _just_before,
}
"""Where the victims of a harm word stand, by its `detail` in the table."""
