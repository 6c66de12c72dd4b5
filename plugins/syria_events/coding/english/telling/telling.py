"""What the words of one clause tell of a happening: kind, whether it happened, day, places, tolls, source."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from syria_events.coding.english.actors.actors import Roles
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.dates.timing import RISING, date_of, is_of_caption, is_of_speech
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.places.anaphora import referred
from syria_events.coding.english.places.location import places
from syria_events.coding.english.roles.roles import roles
from syria_events.coding.english.scene import Scene, When
from syria_events.coding.english.telling.attribution import is_denied, speaker
from syria_events.coding.english.telling.nothing_new import SPOKEN, is_definite, tells_nothing_new
from syria_events.coding.english.telling.realis import RECENT, is_past, realis
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.tolls.long_tolls import is_of_war, span_of_toll
from syria_events.coding.english.trigger import Trigger, heaviest
from syria_events.coding.english.triggers.crowds import roles_of_crowd
from syria_events.coding.english.triggers.event_types import typed
from syria_events.model import EventDate, Place

_AREA = 3
"""Precision of a place that is only a governorate."""
_ANOTHER = frozenset({"another", "separately", "elsewhere"})
_TELLING_APART = frozenset({"separate", "second", "third", "another", "similar", "smaller", "different", "previous"})
_HOURS = {
    **dict.fromkeys(("morning", "dawn", "earlier", "noon", "midday"), "early"),
    **dict.fromkeys(("afternoon", "evening", "night", "later"), "late"),
}


def mention_of(scene: Scene, group: list[Trigger], own: list[Toll], scope: Scope) -> Mention:
    """Return what the words of `scope` tell of the happening of these triggers and tolls."""
    trigger = heaviest(group)
    sentence = scene.reading.sentences[scope.sentence]
    words = scene.reading.words
    whole = (sentence.first, sentence.last)
    when = date_of(scene, trigger, scope)
    who = roles(scene, group, own, scope)
    told = _told(scene, group, own, scope, who, when)
    return Mention(
        sentence=scope.sentence,
        title=sentence.title,
        ordinal=sentence.ordinal,
        first=scope.first,
        last=scope.last,
        trigger=trigger,
        kind=told.kind,
        realis=told.realis,
        day=told.day,
        day_is_of_speech=bool(when and (is_of_speech(scene, when) or is_of_caption(scene, when))),
        roles=roles_of_crowd(scene, told.kind, trigger, who, scope.first),
        places=tuple(_places(scene, trigger, scope, whole)),
        own_place=next(iter(places(scene, scope.first, scope.last, trigger)), None),
        tolls=tuple(own),
        cumulative=told.cumulative,
        definite=is_definite(scene, trigger),
        only_joins=tells_nothing_new(scene, trigger, own, scope),
        another=not _ANOTHER.isdisjoint(words[scope.first : trigger.last]),
        risen=bool(own) and not RISING.isdisjoint(words[scope.first : scope.last]),
        apart=_told_apart(scene, trigger, scope),
        hour=_hour(words[scope.first : scope.last]),
        later=_is_later_clause(words, scope),
        source=speaker(scene, scope.clause_first, scope.clause_last) or speaker(scene, *whole),
        denied=is_denied(scene, *whole),
        rules=tuple(filter(None, (*(t.rule for t in group), *told.rules))),
    )


class _Told(NamedTuple):
    """What a clause tells: which kind, whether it happened, when, whether the toll is one of a longer time."""

    kind: Kind
    realis: str
    day: EventDate | None
    cumulative: bool
    rules: tuple[str, ...]


def _told(scene: Scene, group: list[Trigger], own: list[Toll], scope: Scope, who: Roles, when: When | None) -> _Told:
    kind, rules = typed(scene, group, who, own, scope)
    day = _day(when, scene.published)
    if when and heaviest(group).kind.family in SPOKEN - {"protest"} and when.first > heaviest(group).last + 2:
        day = day if day and day.precision == "day" else None  # "accused them of breaking the deal signed last March"
    said, why = realis(scene, heaviest(group), scope, day)
    if said == "actual" and day and day.start and scene.published and day.start > scene.published:
        day = None  # "put off a visit due on Friday after the attack"
    if said == "planned" and when and when.weekday and not when.since:
        day = _to_come(day, scene.published)
    cumulative, since = span_of_toll(scene, own, scope.first, scope.last) if own else (False, None)
    if not cumulative:
        return _Told(kind, said, day, False, (*rules, why))
    of_war = is_of_war(scene, own, since, scope.first, scope.last)
    day = EventDate(since.date.start, scene.published, since.date.precision) if since else None
    tally = since is not None and since.date.precision in {"month", "year"}
    if said == "actual" and (of_war or tally or is_past(since.date if since else None, scene.published)):
        said, why = "historical", "rule/toll of a longer time"
    if kind.name == "killing" and of_war:
        kind = kinds()["fighters"]
    return _Told(kind, said, day, True, (*rules, why))


def _places(scene: Scene, trigger: Trigger, scope: Scope, whole: tuple[int, int]) -> list[Place]:
    """The places of the mention's own words, else of its sentence; of what was told before only its own."""
    found = places(scene, scope.first, scope.last, trigger)
    if found and found[0].precision < _AREA:
        return found
    meant = referred(scene, scope.first, scope.last)
    if meant:
        return [meant, *found]
    told_before = is_definite(scene, trigger) and (trigger.kind.generic or trigger.kind.family == "clash")
    if found or not trigger.kind.acled_event_type or told_before:
        return found
    if scene.reading.words[scope.clause_last : scope.clause_last + 1] == ("and",):
        return found  # the headline goes on about somebody else, and elsewhere
    found = places(scene, *whole, trigger)
    meant = None if found and found[0].precision < _AREA else referred(scene, *whole)
    return [meant, *found] if meant else found


def _day(when: When | None, published: date | None) -> EventDate | None:
    """The day that a date gives; "since Sunday" until the day of the article; what is older or longer is no day."""
    if when is None or not when.since:
        return when.date if when else None
    start = when.date.start
    if (
        when.date.precision != "day"
        or start is None
        or published is None
        or not timedelta() <= published - start <= RECENT
    ):
        return None
    return EventDate(start, published, "day")


def _to_come(day: EventDate | None, published: date | None) -> EventDate | None:
    """The weekday that follows: "will meet on Monday"."""
    if day is None or day.start is None or published is None or day.start >= published:
        return day
    coming = day.start + timedelta(days=7)
    return EventDate(coming, coming, "day")


def _told_apart(scene: Scene, trigger: Trigger, scope: Scope) -> str:
    """The word that tells a happening from another: "a separate strike", "two killed and rebels target"; else empty."""
    words = scene.reading.words
    if words[scope.clause_first] == "and" and scope.first == scope.clause_first:
        return "and"
    before = words[max(scope.first, trigger.first - 3) : trigger.first]
    if trigger.verb or "to" in before:  # "was similar to attacks on other towns"
        return ""
    return next((word for word in before if word in _TELLING_APART), "")


def _is_later_clause(words: tuple[str, ...], scope: Scope) -> bool:
    begins = scope.first == scope.clause_first and words[scope.first] in {"after", "before"}
    return begins and words[scope.first + 1 : scope.first + 2] != ("being",)  # "before being shot dead"


def _hour(words: tuple[str, ...]) -> str:
    """Whether words say that it was early or late in the day; "last night" is no hour of it."""
    said = (word for word, before in zip(words, ("", *words), strict=False) if word in _HOURS and before != "last")
    return next((_HOURS[word] for word in said), "")
