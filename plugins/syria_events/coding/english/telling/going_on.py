"""What goes on or has gone on, told to say who or where somebody is; no happening of these days (codebook, rule 2).

"The SDF have captured wide areas", "where rebels are fighting the army", "raids have grown since March": a state or a
campaign, with no day, no settlement and no dead of its own. Sieges and campaigns that are the news stand in headline
and lead, and stay.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from syria_events.coding.english.mention import Mention
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.realis import is_past
from syria_events.coding.english.words.inflection import BASE, GERUND, PRESENT
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_AREA = 3
"""Precision of a place that is only a governorate."""
_FIRST = 1
"""The sentence in which a campaign may be the news."""
_RELATIVES = frozenset({"who", "which", "where", "that", "whose"})
_PERFECT = frozenset({"has", "have", "'ve"})
_PRESENT = frozenset({"is", "are", "'re"})
_BETWEEN = frozenset({"been", "also", "now", "being", "already", "still", "not", "n't"})
_CLAUSE, _OBJECT = 9, 7
"""Words between a relative and its verb, and between an auxiliary and the object of its verb."""
_OWN = frozenset({"their", "its", "his"})
_SPEECH = wordset("background.speech")
_STARTED = wordset("realis.started")
_PLACES = wordset("triggers.place_objects")
_CARRY = wordset("roles.carry")
_CHANGES = wordset("going_on.changes")
"""What becomes of a campaign."""
_MANY = frozenset({"many", "numerous", "countless", "repeated", "frequent", "regular", "constant"})
_ONE = frozenset({"a", "an", "another"})
_DETERMINERS = frozenset({("a",), ("an",), ("the",), ("another",)})
_AMID = frozenset({"amid", "amidst"})
_MODIFIERS = 3


def goes_on(scene: Scene, mention: Mention) -> bool:
    """Return whether a mention tells of what goes on for longer, as background."""
    if mention.title or mention.tolls or _has_day(mention):
        return False
    if _is_origin(scene, mention):
        return True
    if not mention.kind.is_violent:
        return False
    carried_on = _auxiliary(scene, mention) in _PERFECT and _is_gerund(scene, mention)
    if _is_campaign(scene, mention) or _changes(scene, mention) or carried_on:
        return mention.ordinal > _FIRST
    if mention.own_place is not None and mention.own_place.precision < _AREA:
        return False
    if _tells_which(scene, mention) or _is_own_fight(scene, mention):
        return True
    return mention.ordinal > _FIRST and (_is_state(scene, mention) or _is_amid(scene, mention))


def _has_day(mention: Mention) -> bool:
    day = mention.day
    return day is not None and day.precision in {"day", "week"} and not mention.day_is_of_speech


def _is_origin(scene: Scene, mention: Mention) -> bool:
    """ "The war began after the army fired on protesters": how it all began."""
    first = scene.reading.sentences[mention.sentence].first
    war = scene.cue("conflict", first, mention.trigger.first)
    return war is not None and not _STARTED.isdisjoint(scene.reading.words[war.first : mention.trigger.first])


def _auxiliary(scene: Scene, mention: Mention) -> str:
    """The auxiliary of the verb that a mention's trigger is, adverbs between them left out; empty for none."""
    words = scene.reading.words
    if not (mention.trigger.verb or _is_gerund(scene, mention)):
        return ""
    at = mention.trigger.first - 1
    while at > mention.first and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at -= 1
    return words[at] if at >= 0 else ""


def _is_of_one(scene: Scene, mention: Mention) -> bool:
    """Whether one thing is done, which may be news: "has launched an offensive", "have captured the hill"."""
    words = scene.reading.words
    trigger = mention.trigger
    if not trigger.verb:
        return not _ONE.isdisjoint(words[max(mention.first, trigger.first - _MODIFIERS) : trigger.first])
    named = words[trigger.last + 1 : trigger.last + 1 + _MODIFIERS]
    place = next((word for word in named if word in _PLACES), "")
    return words[trigger.last : trigger.last + 1] in _DETERMINERS and bool(place) and not place.endswith("s")


def _is_gerund(scene: Scene, mention: Mention) -> bool:
    """Whether a trigger is a verb's form with -ing, or a noun that looks like it: "are fighting"."""
    one = mention.trigger.last - mention.trigger.first == 1
    return mention.trigger.tag == GERUND or (one and scene.reading.words[mention.trigger.first].endswith("ing"))


def _is_state(scene: Scene, mention: Mention) -> bool:
    """ "Has seized wide areas", "are battling the army", "has carried out raids"; not "have seized a hill"."""
    if mention.source is not None or _is_of_one(scene, mention):
        return False
    if ("first", "time") in pairwise(scene.reading.words[mention.first : mention.last]):
        return False  # "have pushed into the city for the first time"
    auxiliary = _auxiliary(scene, mention)
    if auxiliary in _PERFECT or (auxiliary in _PRESENT and _is_gerund(scene, mention)):
        return True
    before = scene.reading.words[max(mention.first, mention.trigger.first - _OBJECT) : mention.trigger.first]
    told = scene.cue("source", mention.trigger.first - len(before), mention.trigger.first)
    carries = not (_PRESENT.isdisjoint(before) or _CARRY.isdisjoint(word for word in before if word.endswith("ing")))
    return not mention.trigger.verb and told is None and (carries or not _PERFECT.isdisjoint(before))


def _changes(scene: Scene, mention: Mention) -> bool:
    """How a campaign goes.

    "Raids have intensified", "has stepped up its raids", "while continuing raids", "has carried out many raids".
    """
    if mention.trigger.verb or mention.kind.family != "attack":
        return False
    words = scene.reading.words
    before = words[max(mention.first, mention.trigger.first - _OBJECT) : mention.trigger.first]
    after = words[mention.trigger.last : mention.last]
    perfect = next((at for at, word in enumerate(after) if word in _PERFECT), len(after))
    if not _CHANGES.isdisjoint(after[perfect + 1 : perfect + _MODIFIERS]):
        return not any(hit.entry.part == "verb" for hit in _told(scene, mention.trigger.last, perfect))
    if before[-1:] == ("continuing",):
        return True
    if _PERFECT.isdisjoint(words[max(mention.first, mention.trigger.first - _CLAUSE) : mention.trigger.first]):
        return False
    many = not _MANY.isdisjoint(before) and words[mention.trigger.last - 1].endswith("s")
    return many or not (_CHANGES.isdisjoint(before) or _OWN.isdisjoint(before))


def _told(scene: Scene, first: int, length: int) -> list[Hit]:
    return scene.found("triggers", first, first + length)


def _tells_which(scene: Scene, mention: Mention) -> bool:
    """ "Militants who have fought the army", "a town where the SDF is fighting": who or where, not what happened."""
    words = scene.reading.words
    first = max(scene.reading.sentences[mention.sentence].first + 1, mention.trigger.first - _CLAUSE)
    at = next((at for at in range(mention.trigger.first - 1, first - 1, -1) if words[at] in _RELATIVES), None)
    if at is None or words[at - 1] in _SPEECH or "," in words[at : mention.trigger.first]:
        return False
    if scene.cue("source", at, mention.trigger.first):
        return False  # "the Observatory, which has documented shelling"
    if mention.trigger.verb:
        return _is_state(scene, mention) or mention.trigger.tag in {BASE, PRESENT}
    return not (_PERFECT | _PRESENT).isdisjoint(words[at : mention.trigger.first])


def _is_own_fight(scene: Scene, mention: Mention) -> bool:
    """ "In their battle against the army", "its war on rebels": what the whole war is."""
    words = scene.reading.words
    return mention.kind.name == "clash" and not mention.trigger.verb and words[mention.trigger.first - 1] in _OWN


def _is_amid(scene: Scene, mention: Mention) -> bool:
    """ "Amid heavy shelling"."""
    words = scene.reading.words
    before = words[max(mention.first, mention.trigger.first - _MODIFIERS) : mention.trigger.first]
    return not mention.trigger.verb and not _AMID.isdisjoint(before)


def _is_campaign(scene: Scene, mention: Mention) -> bool:
    """ "Raids have grown since March", "in recent months": told over a longer time."""
    since = [when.date for when in scene.dates_in(mention.first, mention.last) if when.since]
    longer = any(is_past(replace(day, end=day.start), scene.published) for day in since)
    return longer or scene.cue("over_time", mention.first, mention.last) is not None
