"""Clauses that only say which thing is meant, what is denied, or what is so in general."""

from __future__ import annotations

from syria_events.coding.english.mention import Mention
from syria_events.coding.english.roles.telling_who import tells_who
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.realis import is_past
from syria_events.coding.english.trigger import BE
from syria_events.coding.english.words.inflection import ED, GERUND, PARTICIPLE
from syria_events.coding.english.words.wordsets import wordset

_RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "where"})
_SPEECH = wordset("background.speech")
"""Words whose "that" begins what somebody says, not which thing is meant."""
_NEWS_OF = wordset("background.news_of")
"""What is denied: reports, rumours."""
_FLED = frozenset({"fled", "flee", "fleeing", "escape", "escaped", "escaping", "survived", "survive"})
_HAVE = frozenset({"has", "have", "had", "having", "left", "leaving", "with", "got"})
_RUINED = wordset("background.ruined")
_HAD = frozenset({"had", "'d"})
_EACH = frozenset({"each", "every", "such"})
_CLAUSE, _SAID, _DENIED = 9, 6, 14
"""Words between a relative and its verb, between speech and its "that", and between a denial and what is denied."""
_OBJECT = 4


def only_refers(scene: Scene, mention: Mention) -> bool:
    """Return whether the clause of a mention tells of no news."""
    rules = (tells_who, _is_fled_from, _is_of_youth, _is_relative, _is_reduced, _is_rule, _is_denied)
    return any(holds(scene, mention) for holds in rules)


def _is_fled_from(scene: Scene, mention: Mention) -> bool:
    """ "Families who fled fighting in Idlib", "a road that was cut in clashes": which ones, not what happened."""
    words = scene.reading.words
    trigger = mention.trigger
    first = scene.reading.sentences[mention.sentence].first
    near = range(trigger.first - 1, max(first, trigger.first - _OBJECT) - 1, -1)
    at = next((at for at in near if words[at] in _FLED or words[at] in _RUINED), None)
    if trigger.verb or at is None:
        return False
    of_which = not _RELATIVES.isdisjoint(words[max(first, at - 3) : at]) or words[at - 1] == "to"
    days = [when for when in scene.dates_in(at, mention.last) if when.date.precision == "day"]
    return of_which and not days


def _is_of_youth(scene: Scene, mention: Mention) -> bool:
    """ "She was 15 when a rocket hit her school"."""
    words = scene.reading.words
    first = scene.reading.sentences[mention.sentence].first
    ages = range(first, mention.trigger.first - 2)
    return any(words[at] == "was" and words[at + 1].isdigit() and words[at + 2] == "when" for at in ages)


def _is_relative(scene: Scene, mention: Mention) -> bool:
    """ "A hall that had been damaged by shelling": which hall, not what happened; "said they had shelled" is news."""
    words = scene.reading.words
    start = max(scene.reading.sentences[mention.sentence].first, mention.trigger.first - _CLAUSE)
    for position in range(mention.trigger.first - 1, start - 1, -1):
        if words[position] in {".", ";", ","}:
            return False
        if words[position] in _HAD:
            near = range(position - 1, max(start, position - 4) - 1, -1)
            relative = next((at for at in near if words[at] in _RELATIVES), None)
            if relative is None or _is_said(words, relative):
                return False
            return not scene.dates_in(relative, mention.last)
    return False


def _is_reduced(scene: Scene, mention: Mention) -> bool:
    """ "Sons abducted by IS", "a market ravaged by bombing": a participle that only says which thing is meant."""
    words = scene.reading.words
    first = scene.reading.sentences[mention.sentence].first
    trigger = mention.trigger
    if trigger.kind.name == "launch":
        return False  # "a drone launched by the SDF hit their post"
    if trigger.tag == "toll":
        return _is_of_one_told_of(scene, mention)
    if trigger.verb:
        at = trigger.first if trigger.passive and trigger.tag in {ED, PARTICIPLE} else None
    else:
        start = max(first, trigger.first - _OBJECT - 1)
        at = next((at for at in range(trigger.first - 1, start - 1, -1) if words[at] in _RUINED), None)
    if at is None or at <= first + 1 or words[trigger.last : trigger.last + 1] == (",",):
        return False
    before = words[max(first, at - 4) : at]
    finite = not BE.isdisjoint(before) or not _HAVE.isdisjoint(before) or before[-1] in {"and", "or", "but"}
    if before[-1] == "," and not _stands_aside(scene, mention, first, at):
        return False
    last = next((end for end in range(at, mention.last) if words[end] == ","), mention.last)
    return not finite and not _has_recent_day(scene, at, last)


def _stands_aside(scene: Scene, mention: Mention, first: int, at: int) -> bool:
    """Whether a participle between commas tells of the subject: "the hospital, hit four times, received a scanner"."""
    words = scene.reading.words
    told = any(hit.entry.part == "verb" for hit in scene.found("triggers", first, at))
    last = scene.reading.sentences[mention.sentence].last
    return not told and _FINITE.isdisjoint(words[first:at]) and "," in words[mention.trigger.last : last]


def _has_recent_day(scene: Scene, first: int, last: int) -> bool:
    return any(not is_past(when.date, scene.published) for when in scene.dates_in(first, last))


def _is_of_one_told_of(scene: Scene, mention: Mention) -> bool:
    """ "A teacher hurt in a scuffle is still in hospital": who it is that the sentence tells of."""
    words = scene.reading.words
    sentence = scene.reading.sentences[mention.sentence]
    at = mention.trigger.first
    verb = any(hit.entry.part == "verb" for hit in scene.found("harm", at, at + 1))
    if (
        not verb
        or not mention.trigger.passive
        or at - sentence.first > _OBJECT
        or not BE.isdisjoint(words[sentence.first : at])
    ):
        return False
    return not _FINITE.isdisjoint(words[at + 1 : sentence.last])


_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "remains", "remain"})


def _is_said(words: tuple[str, ...], relative: int) -> bool:
    """Whether a relative begins what somebody says: "said on Sunday that", "was told in a statement that"."""
    start = max(0, relative - _SAID) if words[relative] == "that" else relative - 1
    return not _SPEECH.isdisjoint(words[start:relative])


def _is_denied(scene: Scene, mention: Mention) -> bool:
    """Whether it is what reports say that somebody denies: "denying reports on social media of an attack"."""
    words = scene.reading.words
    first = scene.reading.sentences[mention.sentence].first
    denials = scene.found("cues", max(first, mention.trigger.first - _DENIED), mention.trigger.first)
    return any(
        hit.entry.label == "denial" and not _NEWS_OF.isdisjoint(words[hit.last : mention.trigger.first])
        for hit in denials
    )


def _is_rule(scene: Scene, mention: Mention) -> bool:
    """ "Each raid drives families away", "shelling villages never brought peace": what is so in general."""
    words = scene.reading.words
    sentence = scene.reading.sentences[mention.sentence]
    trigger = mention.trigger
    if not trigger.verb and not _EACH.isdisjoint(words[max(sentence.first, trigger.first - 2) : trigger.first]):
        return True
    if trigger.first != sentence.first or not words[trigger.first].endswith("ing"):
        return False
    after = (trigger.last, trigger.last + 1)
    subject = words[slice(*after)]
    verbs = any(scene.found(table, *after) for table in ("triggers", "harm"))
    takes = trigger.tag == GERUND or (bool(subject) and (subject[0] in _OBJECTS or subject[0].endswith("s")))
    return takes and not verbs and "," not in words[trigger.first : trigger.last + _OBJECT]


_OBJECTS = frozenset({"the", "a", "an", "its", "their", "his", "more", "people", "children", "women", "men"})
