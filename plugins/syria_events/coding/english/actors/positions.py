"""Where an actor stands to a deed: whence the fire comes, what a verb takes, whose patrol is near the blast."""

from __future__ import annotations

from syria_events.coding.english.actors.actors import CIVIL, Part, acting, part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import BE, Trigger
from syria_events.coding.english.words.inflection import ED, GERUND, PAST
from syria_events.coding.english.words.wordsets import wordset

_FIRE = wordset("roles.fire")
_ASSETS = wordset("people.assets")
_NEAR = frozenset({"near", "at", "beside", "by", "outside", "inside", "hit", "on", "to", "targeting", "past", "as"})
_CARRYING = frozenset({"carrying", "transporting", "escorting", "protecting", "guarding"})
_FIGHTING = frozenset({"fighting", "battling", "combating", "combatting"})
_BE_FIGHTING = frozenset({"of", "after", "as", "from", ",", "."})
"""Words before "fighting" that is no verb: "after fighting Islamic State retreated"."""
_HELD = frozenset({"torture", "tortured", "beaten", "custody", "detention"})
_JAILS = frozenset(
    {"prison", "jail", "centre", "center", "checkpoint", "branch", "custody", "cells", "station", "facility"}
)
_DETERMINERS = frozenset(
    {"a", "an", "the", "its", "their", "several", "some", "two", "three", "four", "many", "dozens"}
)
_ADJECTIVES = 2
"""Words before the noun of "a senior financier of the group"."""
_REACH = 12
"""Words after a trigger in which the place of the blast is told."""
_PHRASE = 6
"""Words of "a patrol of the US-led coalition"."""
_REMOTE = frozenset({"launch", "shelling", "missile", "drone", "ied", "blast", "bombing", "bomb", "suicide", "grenade"})
"""Kinds of weapons that hit what they come down beside."""


def is_fired_from(words: tuple[str, ...], position: int) -> bool:
    """Whether a word is the "from" of "mortar fire from", "shells launched from": whence it comes, there they are."""
    return words[position] == "from" and position > 0 and words[position - 1] in _FIRE


def is_object(scene: Scene, first: int, named: Named) -> bool:
    """Whether a verb right before an actor takes it: "hit a bus carrying soldiers", "attacked a police post"."""
    words = scene.reading.words
    before = named.first - 1
    if _is_fought(words, before - (words[before] == "the")):
        return True
    while before > first and (words[before] in _DETERMINERS or words[before].isdigit() or _counts(scene, before)):
        before -= 1
    if before < first:
        return False
    if words[before] in {"up", "down"} and before > first:
        before -= 1
    if words[before - 1] in {"had", "have", "has"} and words[before].endswith(("ed", "en")):
        return True
    if words[before] in _CARRYING or words[before].startswith("claim"):
        return words[before] in _CARRYING
    reach = (
        _ADJECTIVES if _counts(scene, named.first - 1) or words[named.first - 2 : named.first] == ("of", "the") else 0
    )
    return any(_takes(scene, place) for place in range(before, max(first, before - reach) - 1, -1))


def _is_fought(words: tuple[str, ...], before: int) -> bool:
    """ "Kurds fighting the group made advances": the group did not, though another clause tells of the fight."""
    return before > 0 and words[before] in _FIGHTING and words[before - 1] not in _BE_FIGHTING


def _takes(scene: Scene, position: int) -> bool:
    """Whether an active verb stands at a word."""
    taken = any(
        hit.entry.tag in {ED, PAST, GERUND} and hit.entry.part == "verb"
        for table in ("triggers", "harm")
        for hit in scene.found(table, position, position + 1)
    )
    return taken and scene.reading.words[position - 1] not in BE


def _counts(scene: Scene, position: int) -> bool:
    """Whether a word is of "two members of" before a name."""
    words = scene.reading.words
    if words[position] == "of":
        return bool(scene.found("people", position - 1, position))
    return words[position + 1] == "of" and bool(scene.found("people", position, position + 1))


def is_owner(words: tuple[str, ...], first: int, named: Named) -> bool:
    """Whether an actor's own post, vehicle or patrol stands before it: "a convoy of the coalition was hit"."""
    before = named.first - 1
    while before > first and words[before] in {"the", "a", "an", "to", "belonging"}:
        before -= 1
    if words[before] == "by" and before > first and words[before - 1] in {"used", "held", "manned", "run"}:
        return True
    return words[before] in _ASSETS or (words[before] == "of" and before > first and words[before - 1] in _ASSETS)


def stands_by(scene: Scene, trigger: Trigger) -> tuple[Part, ...]:
    """Whose patrol or base it is that shells fall near, that a bomb goes off beside."""
    words = scene.reading.words
    if trigger.kind.name not in _REMOTE:
        return ()
    sentence = scene.reading.sentences[scene.reading.sentence_of[trigger.first]]
    for position in range(trigger.last, min(sentence.last, trigger.last + _REACH)):
        if words[position] in {".", ";", "after"}:
            break
        if words[position] not in _NEAR:
            continue
        for named in scene.actors_in(position + 1, min(sentence.last, position + _PHRASE)):
            if named.group in CIVIL or not acting(scene, named):
                continue
            if not _ASSETS.isdisjoint(words[position + 1 : named.last + 2]):
                return (part(named),)
    return ()


def is_place_of(words: tuple[str, ...], owner: Part, trigger: Trigger) -> bool:
    """Whether somebody's own base or post is attacked: "Russian base explosion", "police station attack"."""
    return trigger.kind.is_violent and not _ASSETS.isdisjoint(words[owner.first : trigger.first])


def holders(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Whose prison or checkpoint it is where somebody was beaten or tortured to death: theirs is the deed."""
    words = scene.reading.words
    if _HELD.isdisjoint(words[first:last]):
        return ()
    for named in scene.actors_in(first, last):
        owned = words[max(first, named.first - 4) : named.first] + words[named.last : named.last + 3]
        if named.group not in CIVIL and named.mention.sector not in {"JRN", "NGO"} and not _JAILS.isdisjoint(owned):
            return (part(named),)
    return ()
