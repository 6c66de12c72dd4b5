"""Whom a harm word is about: by its voice, by "of", by a number that stands alone."""

from __future__ import annotations

from collections.abc import Callable

from syria_events.coding.english.tolls.harm_frame import Frame, is_passive, just_before
from syria_events.coding.english.tolls.joined_people import chain
from syria_events.coding.english.tolls.persons import named_person, one_person, subject_of
from syria_events.coding.english.tolls.sides_of_people import People
from syria_events.coding.english.tolls.victims_of_verbs import of_verb, someone
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.inflection import ED, GERUND, PARTICIPLE, PAST, PRESENT
from syria_events.coding.english.words.wordsets import wordset

_TOLL_REACH = 25
"""Words between "toll" and its number."""
_TOLL_LEADS = wordset("casualties.toll_leads")
_UNSURE = frozenset({"could", "may", "might", "expected", "likely", "would"})
_AUXILIARIES = frozenset({"has", "had", "have", "also"})
_TRADE = 4
"""Words of "a street vendor was"."""
_OF = frozenset({"of", "in", "at", "on", "near", "by", "from", "who", "which", "that", "and", "as", "total", "number"})
_AFTER_ALONE = frozenset((word,) for word in (*BE, ".", ",", ";", "and", "in", "near", "on", "others", "more"))


def victims(frame: Frame) -> list[People]:
    """The counted people that a harm word is about; one person where it names one and counts nobody."""
    found = _counted_victims(frame)
    if frame.harm.entry.detail == "counted":
        fought = frame.harm.entry.label == "killed"
        return [people for people in found if not people.bare and (not fought or people.victims == "combatant")]
    if frame.harm.entry.label == "detained":
        found = [people for people in found if not people.bare or _stands_alone(frame, people)]
    if found or frame.harm.entry.label not in {"killed", "injured", "detained"}:
        return found
    return [one for one in (_one_named(frame) or _one_told(frame) or _one_of_a_trade(frame),) if one]


def _stands_alone(frame: Frame, people: People) -> bool:
    """Whether a number counts nothing but whom the verb takes: "19 arrested", not "two rifles were seized"."""
    following = frame.words[people.last : people.last + 1]
    return people.last in {frame.harm.first, frame.following} or following in _AFTER_ALONE


def _one_named(frame: Frame) -> People | None:
    """ "Drone kills ISIS commander", "woman killed in shelling": one, though no number says so."""
    harm, words = frame.harm, frame.words
    if harm.entry.detail:
        return None
    if is_passive(frame) or harm.entry.tag in {ED, PARTICIPLE}:
        end = harm.first
        while end > frame.start and (words[end - 1] in BE | _AUXILIARIES or words[end - 1].endswith("ly")):
            end -= 1
        person = one_person(frame.scene, max(frame.start, end - 2), end)
        if person or is_passive(frame):
            return person or named_person(frame.scene, frame.start, end)
    if harm.entry.tag in {ED, PRESENT, GERUND, PAST} and not is_passive(frame):
        if words[harm.last : harm.last + 2] == ("the", "other") and not _noun_after(frame, 2):
            return someone(harm.last, harm.last + 2)
        return one_person(frame.scene, harm.last, min(harm.last + 4, frame.following), leads=True)
    return None


def _noun_after(frame: Frame, words: int) -> bool:
    return bool(frame.scene.found("people", frame.harm.last + words, frame.harm.last + words + 2))


def _one_told(frame: Frame) -> People | None:
    """ "The woman who was wounded on Monday died": the subject of the whole clause."""
    dies = frame.harm.entry.detail == "intransitive" and frame.harm.entry.tag in {ED, PAST}
    if frame.before or not (dies or is_passive(frame)):
        return None
    person = subject_of(frame.scene, frame.start, frame.harm.first)
    return person if person and frame.harm.first - person.last > 1 else None


def _one_of_a_trade(frame: Frame) -> People | None:
    """ "A tailor was killed": one, whatever the word for him."""
    words, end = frame.words, frame.harm.first - 1
    if words[end] != "was" or frame.before:
        return None
    nearest = max(frame.start, end - _TRADE)
    article = next((at for at in range(end - 2, nearest - 1, -1) if words[at] in {"a", "an"}), None)
    if (
        article is None
        or not all(word.isalpha() for word in words[article:end])
        or _OF.intersection(words[article:end])
    ):
        return None
    return someone(article, end)


def _counted_victims(frame: Frame) -> list[People]:
    """The counted people that a harm word is about: after an active verb or "death of", before a passive one."""
    if frame.harm.entry.detail in _BY_DETAIL:
        return _BY_DETAIL[frame.harm.entry.detail](frame)
    return of_verb(frame)


def _after_of(frame: Frame) -> list[People]:
    near = frame.after[:1] and frame.after[0].first - frame.harm.last <= 3
    return chain(frame.after, frame.words) if near else []


def _beside(frame: Frame) -> list[People]:
    return [one for one in frame.before if frame.harm.first - one.last <= 1][-1:]


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
    "adj": just_before,
    "intransitive": just_before,
}
"""Where the victims of a harm word stand, by its `detail` in the table."""
