"""Mentions: what one clause tells of one happening, with everything the clause says about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.attribution import is_denied, speaker
from syria_events.coding.english.casualties import Toll, tolls
from syria_events.coding.english.clauses import Scope, clauses
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.location import places
from syria_events.coding.english.reading import Sentence
from syria_events.coding.english.realis import governing, is_past, is_purpose, realis, span_of_toll, speaks_of_war
from syria_events.coding.english.roles import Roles, roles
from syria_events.coding.english.scene import Named, Scene, When
from syria_events.coding.english.triggers import Trigger, heaviest, triggers, used_weapons
from syria_events.coding.english.typing import typed
from syria_events.coding.english.wordsets import wordset
from syria_events.model import EventDate, Place

_ANOTHER = frozenset({"another", "separately", "elsewhere"})
_SPEECH = 7
"""How many words may lie between "said" and the day on which it was said."""
_ENDED, _STOPPED = frozenset({"ended"}), frozenset({"stopped"})
_WEAK = frozenset(
    {"strike", "attack", "raid", "bombing", "clash", "offensive", "advance", "shooting", "blast", "bombardment"}
)
"""Kinds whose words are used of football and prices as well."""
_HURT = frozenset({"killed", "injured", "missing"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A happening as the words [first, last) of one sentence tell it; `day` null where they give no date."""

    sentence: int
    title: bool
    ordinal: int
    first: int
    last: int
    trigger: Trigger
    kind: Kind
    realis: str
    day: EventDate | None
    day_is_of_speech: bool
    roles: Roles
    places: tuple[Place, ...]
    tolls: tuple[Toll, ...]
    cumulative: bool
    definite: bool
    another: bool
    later: bool
    own_place: Place | None
    source: Named | None
    denied: bool
    rules: tuple[str, ...]


def mentions(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of an article in the order of the text."""
    if is_figurative(scene):
        return
    tail = scene.cue("tail", 0, len(scene.reading.words))
    for sentence in scene.reading.sentences:
        if tail and sentence.first >= tail.first > 60:
            return
        if _is_furniture(scene, sentence):
            continue
        for first, last in clauses(scene, sentence.first, sentence.last):
            yield from _of_clause(scene, sentence.index, first, last)


def _is_furniture(scene: Scene, sentence: Sentence) -> bool:
    """Lines of tags, captions of old pictures, and links to other stories in capitals."""
    if sentence.title:
        return False
    forms = scene.reading.forms[sentence.first : sentence.last]
    if "archive" in scene.reading.words[sentence.first : sentence.last][-4:]:
        return True
    return forms[0] == "Tags" or (len(forms) >= 5 and "".join(forms).isupper())


def is_figurative(scene: Scene) -> bool:
    """Sports, shows, markets: many of their words in a text in which hardly anybody comes to harm."""
    end = len(scene.reading.words)
    hits = [hit for hit in scene.found("cues", 0, end) if hit.entry.label == "figurative"]
    harmed = [hit for hit in scene.found("harm", 0, end) if hit.entry.label in {"killed", "injured"}]
    return len(hits) >= 2 and len(hits) >= 2 * len(harmed) and not any(is_fighting(named) for named in scene.actors)


def is_fighting(named: Named) -> bool:
    """Whether an actor is an armed side named as such."""
    return is_armed(named.group) and named.mention.sector in {"MIL", "REB", "UAF", "PRM"}


def _of_clause(scene: Scene, sentence: int, first: int, last: int) -> Iterator[Mention]:
    found = triggers(scene, first, last)
    counted = tolls(scene, first, last)
    if not any(trigger.kind.is_violent for trigger in found):
        killed = next((toll for toll in counted if toll.kind in _HURT), None)
        if killed:
            found.append(_of_toll(killed))
            found.sort(key=lambda trigger: trigger.first)
    found = _without_purposes(scene, found)
    groups = list(_grouped(scene, found, first, last))
    shares = _shared(groups, counted)
    for (group, start, end), own in zip(groups, shares, strict=True):
        mention = _mention(scene, group, own, Scope(sentence, start, end, first, last))
        if _says_something(scene, mention, first):
            yield mention


def _without_purposes(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Drop "to seize the city" where the clause tells of the battle for it."""
    done = [trigger for trigger in found if not is_purpose(scene, trigger)]
    return done if any(trigger.kind.is_violent for trigger in done) else found


def _says_something(scene: Scene, mention: Mention, clause_first: int) -> bool:
    """Whether a mention is a report: somebody acts where its kind needs it, and what did not happen is told of somebody."""
    kind, who = mention.kind, mention.roles
    if kind.family == "agreement" and not _is_made(scene, mention):
        return False
    if kind.family == "mobilize" and not any(is_armed(part.group) for part in who.agents):
        return False
    if kind.needs and not (who.agents or (kind.needs == "actor" and who.targets)):
        return False
    if mention.another and mention.trigger.tag == "toll" and not mention.own_place:
        return False  # "another five were killed in other districts": part of what was told before
    if mention.tolls or not kind.is_violent:
        return True
    if governing(scene, mention.trigger, clause_first, _STOPPED) or not _is_anchored(scene, mention):
        return False
    if mention.realis in {"negated", "hypothetical", "planned"} and not (who.agents or who.targets):
        return False
    return not (kind.generic and governing(scene, mention.trigger, clause_first, _ENDED))


def _is_made(scene: Scene, mention: Mention) -> bool:
    """Whether an agreement is made here, not broken, discussed or named."""
    return mention.trigger.verb or not _MAKING.isdisjoint(scene.reading.words[mention.first : mention.last])


_MAKING = wordset("mentions.making")


def _is_anchored(scene: Scene, mention: Mention) -> bool:
    """Whether something besides a trigger of many meanings speaks of violence: a side, a place, a weapon, a reference."""
    if mention.trigger.kind.name not in _WEAK:
        return True
    sentence = scene.reading.sentences[mention.sentence]
    if scene.cue("figurative", sentence.first, sentence.last) and not mention.roles.agents:
        return False
    armed = any(is_armed(part.group) for part in (*mention.roles.agents, *mention.roles.targets))
    weapon = used_weapons(scene, mention.first, mention.last)
    return bool(armed or mention.places or weapon or mention.definite or mention.title)


def _of_toll(toll: Toll) -> Trigger:
    """The trigger that a toll is where no other word tells how people came to harm."""
    return Trigger(toll.harm, toll.harm + 1, kinds()["killing"], True, not toll.active, "toll", toll.rule)


def _grouped(scene: Scene, found: list[Trigger], first: int, last: int) -> Iterator[tuple[list[Trigger], int, int]]:
    """Yield the triggers that are one happening, and the words that belong to them."""
    groups: list[list[Trigger]] = []
    for trigger in found:
        if groups and _same(groups[-1][-1].kind, trigger.kind):
            groups[-1].append(trigger)
        else:
            groups.append([trigger])
    start = first
    for index, group in enumerate(groups):
        end = _boundary(scene, group[-1].last, groups[index + 1][0].first) if index + 1 < len(groups) else last
        yield group, start, end
        start = end


def _same(one: Kind, other: Kind) -> bool:
    if one.family == other.family:
        return one.name == other.name or one.generic or other.generic or one.family != "attack"
    if {one.family, other.family} <= {"clash", "territory", "relief"}:
        return True
    if one.is_violent and other.is_violent:
        return bool({"killing", "attack"} & {one.name, other.name})
    return False


_JOINTS = wordset("mentions.joints")


def _boundary(scene: Scene, end: int, first: int) -> int:
    words = scene.reading.words
    return next((position for position in range(first - 1, end - 1, -1) if words[position] in _JOINTS), first)


def _shared(groups: list[tuple[list[Trigger], int, int]], counted: list[Toll]) -> list[list[Toll]]:
    """Give each toll to the happening of its words; the dead and wounded to violence, if there is any in the clause."""
    shares: list[list[Toll]] = [[] for _ in groups]
    violent = [index for index, (group, _, _) in enumerate(groups) if any(trigger.kind.is_violent for trigger in group)]
    for toll in counted:
        able = violent if toll.kind in _HURT else range(len(groups))
        nearest = min(able, key=lambda index: _distance(groups[index], toll), default=None)
        if nearest is not None:
            shares[nearest].append(toll)
    return shares


def _distance(group: tuple[list[Trigger], int, int], toll: Toll) -> int:
    _, start, end = group
    return 0 if start <= toll.first < end else min(abs(start - toll.first), abs(end - toll.first))


def _mention(scene: Scene, group: list[Trigger], own: list[Toll], scope: Scope) -> Mention:
    trigger = heaviest(group)
    sentence = scene.reading.sentences[scope.sentence]
    when = _when(scene, trigger, scope)
    who = roles(scene, group, own, scope)
    kind, rules = typed(scene, group, who, own, scope)
    day = when.date if when and not when.since else None
    said, why = realis(scene, trigger, scope, day)
    cumulative, since = span_of_toll(scene, own, scope.first, scope.last) if own else (False, None)
    if cumulative:
        day = EventDate(since.date.start, scene.published, since.date.precision) if since else None
        if said == "actual" and (is_past(since.date if since else None, scene.published) or _is_war(scene, scope)):
            said, why = "historical", "rule/toll of a longer time"
        if kind.name == "killing" and _is_war(scene, scope):
            kind = kinds()["fighters"]
    whole = (sentence.first, sentence.last)
    return Mention(
        sentence=scope.sentence,
        title=sentence.title,
        ordinal=sentence.ordinal,
        first=scope.first,
        last=scope.last,
        trigger=trigger,
        kind=kind,
        realis=said,
        day=day,
        day_is_of_speech=bool(when and _is_of_speech(scene, when)),
        roles=who,
        places=tuple(_places(scene, trigger, scope, whole)),
        tolls=tuple(own),
        cumulative=cumulative,
        definite=_is_definite(scene, trigger),
        later=scope.first == scope.clause_first and scene.reading.words[scope.first] in {"after", "before"},
        another=not _ANOTHER.isdisjoint(scene.reading.words[scope.first : trigger.last]),
        own_place=next(iter(places(scene, scope.first, scope.last, trigger)), None),
        source=speaker(scene, *whole),
        denied=is_denied(scene, *whole),
        rules=tuple(filter(None, (*(t.rule for t in group), *rules, why))),
    )


def _places(scene: Scene, trigger: Trigger, scope: Scope, whole: tuple[int, int]) -> list[Place]:
    """The places of the mention's own words, else of its sentence; of what was told before only its own."""
    found = places(scene, scope.first, scope.last, trigger)
    if found or not trigger.kind.is_violent or (_is_definite(scene, trigger) and trigger.kind.generic):
        return found
    return places(scene, *whole, trigger)


def _is_war(scene: Scene, scope: Scope) -> bool:
    return speaks_of_war(scene, scope.first, scope.last)


def _is_definite(scene: Scene, trigger: Trigger) -> bool:
    """ "the attack", "these strikes": told before, not a new happening."""
    words = scene.reading.words
    return not trigger.verb and trigger.first > 0 and words[trigger.first - 1] in {"the", "this", "these", "that"}


def _is_of_speech(scene: Scene, when: When) -> bool:
    """Whether a date tells when somebody spoke: "said on Tuesday", "on Monday claimed", "said in a new toll Sunday"."""
    said = [
        hit for hit in scene.found("cues", max(0, when.first - _SPEECH), when.last + 1) if hit.entry.label == "source"
    ]
    if any(hit.first == when.last for hit in said):
        return True
    before = [hit for hit in said if hit.last <= when.first]
    if not before:
        return False
    between = (before[-1].last, when.first)
    return not any(scene.found(table, *between) for table in ("triggers", "harm", "people"))


def _when(scene: Scene, trigger: Trigger, scope: Scope) -> When | None:
    sentence = scene.reading.sentences[scope.sentence]
    near = scene.dates_in(scope.first, scope.last) or scene.dates_in(scope.clause_first, scope.clause_last)
    near = near or scene.dates_in(sentence.first, sentence.last)
    return min(
        near,
        key=lambda when: (when.since, _is_of_speech(scene, when), abs(when.first - trigger.first)),
        default=None,
    )
