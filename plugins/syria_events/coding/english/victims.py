"""Whom a harm word is about: by its voice, by "of", by a number that stands alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from syria_events.coding.english.actors import CIVIL
from syria_events.coding.english.inflection import BASE, ED, GERUND, PARTICIPLE, PAST, PRESENT
from syria_events.coding.english.lexicon import Hit
from syria_events.coding.english.number_words import Quantity
from syria_events.coding.english.people import People
from syria_events.coding.english.persons import one_person, subject_of
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.wordsets import wordset

_PASSIVE_REACH, _VICTIM_REACH, _TOLL_REACH = 6, 22, 25
"""Words between a participle and its form of be, a victim and a verb after it, "toll" and its number."""
_NAME = 5
"""Words of a name, its comma included."""
_JOINED = frozenset({"and", ",", "or", "along", "with", "as", "well", "her", "his", "their"})
_BETWEEN = wordset("casualties.between")
_CO_HARMED = wordset("casualties.co_harmed")
_TOLL_LEADS = wordset("casualties.toll_leads")
_UNSURE = frozenset({"could", "may", "might", "expected", "likely", "would"})
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
    if found or frame.harm.entry.label not in {"killed", "injured"}:
        return found
    return [one for one in (_one_named(frame) or _one_told(frame),) if one]


def _one_named(frame: Frame) -> People | None:
    """ "Drone kills ISIS commander", "woman killed in shelling": one, though no number says so."""
    harm, words = frame.harm, frame.words
    if harm.entry.detail:
        return None
    if _is_passive(frame) or harm.entry.tag in {ED, PARTICIPLE}:
        end = harm.first
        while end > frame.start and (words[end - 1] in BE or words[end - 1] in {"has", "had", "reportedly", "also"}):
            end -= 1
        person = one_person(frame.scene, max(frame.start, end - 2), end)
        if person:
            return person
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
    entry = frame.harm.entry
    if entry.detail == "toll":
        return _of_toll(frame)
    if entry.detail == "of":
        near = frame.after[:1] and frame.after[0].first - frame.harm.last <= 3
        return _chain(frame.after, frame.words) if near else []
    if entry.detail == "noun":
        return [one for one in frame.before if frame.harm.first - one.last <= 1][-1:]
    if entry.detail in {"adj", "intransitive"}:
        return _just_before(frame)
    if _is_passive(frame):
        near = _just_before(frame)
        if near:
            return near
    if frame.words[frame.harm.last : frame.harm.last + 1] in _HIM and not entry.detail:
        return [_him(frame.harm)]
    if entry.label == "displaced" and entry.tag == BASE and frame.words[frame.harm.first - 1] == "to":
        return _just_before(frame)  # "forced 2,000 people to flee"
    direct = frame.after[0] if frame.after and _is_adjacent(frame, frame.after[0]) else None
    if direct and not (direct.bare and _has_own_harm(frame.scene, direct)):
        return _chain(frame.after, frame.words)
    return _just_before(frame) if entry.tag in {ED, PARTICIPLE, PAST} else []


def _him(harm: Hit) -> People:
    """ "killing him": one, told of before."""
    return _someone(harm.last, harm.last + 1)


def _someone(first: int, last: int) -> People:
    return People(Quantity(first, last, 1, 1, 1), first, last, "unknown", None, None)


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
        if not between or not set(between) <= _JOINED:
            break
        chosen.insert(0, people)
    return _summed(chosen)


def _chain(people: list[People], words: tuple[str, ...]) -> list[People]:
    """People joined by "and" from the first on: "17 militants and a child"."""
    chosen = people[:1]
    for following in people[1:]:
        between = words[chosen[-1].last : following.first]
        if not between or not set(between) <= _JOINED:
            break
        chosen.append(following)
    return _summed(chosen)


def _summed(people: list[People]) -> list[People]:
    """Add up what is joined and of one class: "a woman and her two children" are three civilians."""
    exact = [one.quantity.best or 0 for one in people if one.quantity.low == one.quantity.high is not None]
    if len(exact) == len(people) > 2 and exact[0] == sum(exact[1:]):
        return people[:1]  # "three civilians, two women and a man"
    summed: list[People] = []
    for one in people:
        twin = next((i for i, other in enumerate(summed) if _may_add(other, one)), None)
        if twin is None:
            summed.append(one)
            continue
        total = (summed[twin].quantity.best or 0) + (one.quantity.best or 0)
        quantity = replace(summed[twin].quantity, low=total, best=total, high=total)
        summed[twin] = replace(summed[twin], quantity=quantity, last=one.last)
    return summed


def _may_add(one: People, other: People) -> bool:
    exact = all(p.quantity.low == p.quantity.best == p.quantity.high for p in (one, other))
    same_side = one.group == other.group or {one.group, other.group} <= CIVIL
    return exact and one.victims == other.victims and same_side


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
