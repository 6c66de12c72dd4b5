"""Which mentions of an article are one happening."""

from __future__ import annotations

import math
from dataclasses import replace

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.group import Group, is_old
from syria_events.coding.arabic.merging.headline import told_below
from syria_events.coding.arabic.merging.likeness import kind_fit, retells
from syria_events.coding.arabic.merging.messages import with_messages
from syria_events.coding.arabic.merging.nearness import place_fit
from syria_events.coding.arabic.merging.same_dead import retells_the_dead
from syria_events.coding.arabic.merging.summaries import without_summaries
from syria_events.coding.arabic.roles.roles import Roles
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES

_SAME_PLACE = 2.0
_MUTUAL = frozenset({"clash", "territory"})


def grouped(scene: Scene, found: list[Mention]) -> list[Group]:
    """Return the happenings of an article: each mention joins the group it fits best, or begins one.

    The headline, vaguer than the text, comes last: it joins the first of those it fits, one with victims if it has any.
    """
    groups: list[Group] = []
    latest: Mention | None = None
    for mention in found:
        if not mention.clause.title:
            fits = [_fit(group, mention) + _continuity(group, mention, latest) for group in groups]
            _join(scene, groups, mention, fits)
            latest = mention
    groups = without_summaries(with_messages(groups))
    body = tuple(groups)
    for mention in reversed(found):
        if mention.clause.title:
            fits = [_fit(group, mention) - 0.2 * index for index, group in enumerate(body)]
            fits = [fit + _headline_fit(group, mention) for group, fit in zip(body, fits, strict=True)]
            told = None if any(fit > 0 for fit in fits) else told_below(body, mention)
            if told is None:
                _join(scene, groups, mention, fits)
            else:
                told.add_headline(mention)
    return [group for group in groups if any(_says_something(mention) for mention in group.mentions)]


def _says_something(mention: Mention) -> bool:
    """Violence that is only spoken of ("من تحت القصف إلى …") has no place, no party, no day and no victims.

    That people were hurt says nothing where the article does not tell how.
    """
    if mention.happening.kind.name == "harm":
        return False
    if mention.clause.background and not (mention.clause.title or mention.tolls or mention.day):
        return mention.happening.kind.acled_event_type is None
    told = mention.places or mention.roles.agents or mention.roles.targets or mention.tolls or mention.day
    if _points_back(mention) and mention.happening.kind.family in ATTACK_FAMILIES | {"clash", "agreement"}:
        return False
    return bool(told) or not mention.is_attack


def _points_back(mention: Mention) -> bool:
    """الضربات رسالة …: violence that is only named as known, with no victims and no day of its own."""
    named = mention.refers and all(hit.entry.detail == "noun" for hit in mention.happening.triggers)
    return (
        named
        and not (mention.clause.title or mention.tolls or mention.day)
        and not (mention.roles.agents and mention.happening.kind.family != "agreement")
    )


def _join(scene: Scene, groups: list[Group], mention: Mention, fits: list[float]) -> None:
    best = max(range(len(fits)), key=fits.__getitem__, default=None)
    if best is not None and fits[best] > 0:
        group = groups[best]
        if mention.refers and not mention.clause.title and _is_reversed(group, mention):
            mention = replace(mention, roles=Roles((), mention.roles.targets))
    else:
        group = Group(scene)
        groups.append(group)
    group.mentions.insert(0 if mention.clause.title else len(group.mentions), mention)


def _continuity(group: Group, mention: Mention, latest: Mention | None) -> float:
    """The group of the sentence before is the likeliest, more so for "the shelling" without a place of its own."""
    if latest is None or latest not in group.mentions:
        return 0.0
    return 1.6 if mention.refers and not mention.places else 0.1


def _headline_fit(group: Group, mention: Mention) -> float:
    """A headline is sooner about what hurt people, above all if it speaks of victims."""
    counted = any(toll.quantity and toll.quantity.best for other in group.mentions for toll in other.tolls)
    return (1.5 if mention.hurts else 0.5) * counted - 2.0 * (mention.day is None and is_old(group))


def _fit(group: Group, mention: Mention) -> float:
    """How well a mention continues a group; negative where something speaks against it."""
    first = group.mentions[0]
    if first.realis != mention.realis or mention.cumulative != first.cumulative:
        return -math.inf
    kind = kind_fit(group.mentions, mention)
    place = place_fit(group.scene, group.place, group.mentions, mention)
    day = _day_fit(group, mention)
    actors = _actor_fit(group, mention)
    if mention.clause.item != first.clause.item and not (place >= _SAME_PLACE and mention.places[0].precision < 3):
        return -math.inf
    if retells_the_dead(group, mention, place):
        return 3.0
    if min(kind, place, day, actors) < 0 or any(_contradict(mention, other) for other in group.mentions):
        return -math.inf
    if mention.clause.background and place < 2 and day < 2 and not retells(group.scene, group.mentions, mention):
        return -math.inf
    return 0.5 + kind + place + day + actors + _toll_fit(group, mention)


def _contradict(mention: Mention, other: Mention) -> bool:
    """Nobody was hurt by one, and somebody by the other; or one is the answer to the other."""
    if mention.clause.answered and 0 <= mention.clause.sentence - other.clause.sentence <= 1:
        return True
    if mention.clause.further and _counts_otherwise(mention, other):
        return True
    return (mention.harmless and other.hurts) or (other.harmless and mention.hurts)


def _counts_otherwise(mention: Mention, other: Mention) -> bool:
    """كما قتلت سيدة …: after four dead, one more is of a deed of its own (codebook, rulings: a toll of its own)."""
    own = {toll.kind: toll.quantity.best for toll in mention.tolls if toll.quantity and toll.quantity.best}
    told = {toll.kind: toll.quantity.best for toll in other.tolls if toll.quantity and toll.quantity.best}
    return any(told.get(kind, number) != number for kind, number in own.items())


def _day_fit(group: Group, mention: Mention) -> float:
    days = [other.day for other in group.mentions if other.day and other.day.start]
    if not days and _opens_another_day(group, mention):
        return -1.0
    if not days or mention.day is None or mention.day.start is None:
        return 0.3
    if any(day.start <= mention.day.end and mention.day.start <= day.end for day in days):
        return 2.0 if mention.clause.background else 0.6
    return -1.0


def _opens_another_day(group: Group, mention: Mention) -> bool:
    """وأمس الخميس قصف …: a sentence that opens with a day goes back to it; what gave none was news of the article."""
    scene, first = group.scene, mention.clause.first
    if mention.day is None or mention.day.end is None or scene.published is None or mention.clause.background:
        return False
    opens = any(hit.label == "back" for hit in scene.reading.between("text", first, first + 1))
    verb = any(hit.entry.detail == "verb" for hit in mention.happening.triggers)
    return opens and mention.day.end < scene.published and (verb or not mention.refers)


def _actor_fit(group: Group, mention: Mention) -> float:
    if _is_reversed(group, mention):
        return -1.0
    own = _parties(mention) - {"unidentified_armed_group"}
    others = {name for other in group.mentions for name in _parties(other)} - {"unidentified_armed_group"}
    if not own or not others:
        return 0.2
    return 1.0 if own & others else -1.0


def _is_reversed(group: Group, mention: Mention) -> bool:
    """Whom one mention hits does the deed of the other: that is an answer to it; fights alone are mutual."""
    first = group.mentions[0]
    if {first.happening.kind.family, mention.happening.kind.family} <= _MUTUAL:
        return False
    doers = {actor.group for other in group.mentions for actor in other.roles.agents}
    hit = {actor.group for other in group.mentions for actor in other.roles.targets}
    own = {actor.group for actor in mention.roles.agents}
    if not own and not hit and doers and doers <= {actor.group for actor in mention.roles.targets}:
        return True
    return not own & doers and bool(own & hit) and mention.happening.kind.family in _MUTUAL | ATTACK_FAMILIES


def _parties(mention: Mention) -> set[str]:
    """Who did it; in talks, all who took part."""
    both = mention.roles.targets if mention.happening.kind.family == "talks" else ()
    return {actor.group for actor in (*mention.roles.agents, *both)}


def _toll_fit(group: Group, mention: Mention) -> float:
    return 1.0 * len(_numbers([mention]) & _numbers(group.mentions))


def _numbers(told: list[Mention]) -> set[tuple[str, int]]:
    counted = ((toll.kind, toll.quantity.best) for one in told for toll in one.tolls if toll.quantity)
    return {(kind, best) for kind, best in counted if best is not None}
