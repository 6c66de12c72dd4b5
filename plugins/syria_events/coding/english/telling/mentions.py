"""Mentions: what one clause tells of one happening, with everything the clause says about it."""

from __future__ import annotations

from collections.abc import Iterator

from syria_events.coding.english.clauses import Scope, clauses
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.mention import Mention
from syria_events.coding.english.roles.shared_roles import with_shared_roles
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.telling.captions import as_caption
from syria_events.coding.english.telling.conflict import is_of_conflict, tells_of_syria
from syria_events.coding.english.telling.furniture import is_furniture, text_end
from syria_events.coding.english.telling.realis import (
    is_purpose,
)
from syria_events.coding.english.telling.reportable import is_figurative, is_report
from syria_events.coding.english.telling.telling import mention_of
from syria_events.coding.english.tolls.casualties import Toll, tolls
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.triggers.led_away_to_die import with_executions
from syria_events.coding.english.triggers.triggers import triggers
from syria_events.coding.english.words.wordsets import wordset

_TAKING = frozenset({"arrest", "abduction"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})
_BACKED = frozenset({"backed", "supported", "aided"})
_BACKING = 5
"""Words from "supported" to the air strikes that do it."""
_HURT = frozenset({"killed", "injured", "missing"})


def mentions(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of an article in the order of the text."""
    if is_figurative(scene):
        return
    end, at_home = text_end(scene), tells_of_syria(scene)
    for sentence in scene.reading.sentences:
        if sentence.first >= end:
            return
        if is_furniture(scene, sentence):
            continue
        for first, last in clauses(scene, sentence.first, min(sentence.last, end)):
            told = _of_clause(scene, sentence.index, first, last)
            yield from (mention for mention in told if at_home or is_of_conflict(scene, mention))


def _of_clause(scene: Scene, sentence: int, first: int, last: int) -> Iterator[Mention]:
    found = with_executions(scene, triggers(scene, first, last))
    counted = tolls(scene, first, last)
    hurt = next((toll for toll in counted if toll.kind in _HURT), None)
    if hurt and hurt.kind == "missing" and "since" in scene.reading.words[hurt.harm : hurt.harm + 3]:
        hurt = None  # "missing since his arrest"
    if hurt and not any(trigger.kind.is_violent for trigger in found):
        found.append(_of_toll(hurt))
        found.sort(key=lambda trigger: trigger.first)
    elif not (_is_body(scene, first, last) or any(trigger.kind.name in _TAKING for trigger in found)):
        told = {trigger.first for trigger in found}
        held = [toll for toll in counted if toll.kind == "detained" and toll.active and toll.harm not in told]
        found.extend(_of_arrest(toll) for toll in (held or ([] if found else counted))[:1] if toll.kind == "detained")
        found.sort(key=lambda trigger: trigger.first)
    found = _without_purposes(scene, found)
    groups = list(_grouped(scene, found, first, last))
    shares = _shared(groups, counted)
    before: Mention | None = None
    for (group, start, end), own in zip(groups, shares, strict=True):
        mention = mention_of(scene, group, own, Scope(sentence, start, end, first, last))
        mention = with_shared_roles(scene.reading.words, before, mention, group[0])
        before = mention
        if is_report(scene, mention, first):
            yield as_caption(scene, mention)


def _is_body(scene: Scene, first: int, last: int) -> bool:
    """ "Body of kidnapped trader found": nobody is taken here."""
    return not _BODIES.isdisjoint(scene.reading.words[first:last])


def _without_purposes(scene: Scene, found: list[Trigger]) -> list[Trigger]:
    """Drop "to seize the city" where the clause tells of the battle for it."""
    if any(trigger.kind.name == "disrupted" for trigger in found):
        found = [trigger for trigger in found if trigger.kind.name != "launch"]  # "defused a bomb that had fallen"
    done = [trigger for trigger in found if not is_purpose(scene, trigger)]
    return done if any(trigger.kind.is_violent for trigger in done) else found


def _of_toll(toll: Toll) -> Trigger:
    """The trigger that a toll is where no other word tells how people came to harm."""
    return Trigger(toll.harm, toll.harm + 1, kinds()["killing"], True, not toll.active, "toll", toll.rule)


def _of_arrest(toll: Toll) -> Trigger:
    """The trigger that "the army captured three fighters" is."""
    return Trigger(toll.harm, toll.harm + 1, kinds()["arrest"], True, not toll.active, "toll", toll.rule)


def _grouped(scene: Scene, found: list[Trigger], first: int, last: int) -> Iterator[tuple[list[Trigger], int, int]]:
    """Yield the triggers that are one happening, and the words that belong to them."""
    groups: list[list[Trigger]] = []
    for trigger in found:
        before = groups[-1][-1] if groups else None
        apart = any(_is_support(scene, one, first) for one in (before, trigger) if one)
        if before and not apart and (_same(before.kind, trigger.kind) or _repels(before, trigger)):
            groups[-1].append(trigger)
        else:
            groups.append([trigger])
    start = first
    for index, group in enumerate(groups):
        end = _boundary(scene, group[-1].last, groups[index + 1][0].first) if index + 1 < len(groups) else last
        yield group, start, end
        start = end


def _is_support(scene: Scene, trigger: Trigger, first: int) -> bool:
    """ "Supported by air strikes, Kurds repelled an attack": two happenings (codebook, rule 1)."""
    before = scene.reading.words[max(first, trigger.first - _BACKING) : trigger.first]
    return not trigger.verb and "by" in before and "in" not in before and not _BACKED.isdisjoint(before)


def _same(one: Kind, other: Kind) -> bool:
    if one.family == other.family:
        return one.name == other.name or one.generic or other.generic or one.family != "attack"
    if {one.family, other.family} <= {"clash", "territory", "relief"}:
        return True
    if one.is_violent and other.is_violent:
        return bool({"killing", "attack"} & {one.name, other.name})
    return False


def _repels(one: Trigger, other: Trigger) -> bool:
    """ "Repelled a drone attack", "attack repelled": one happening."""
    return "repel" in {one.detail, other.detail} and one.kind.is_violent and other.kind.is_violent


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
