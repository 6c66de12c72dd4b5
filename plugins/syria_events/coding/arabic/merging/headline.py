"""Which happening of the text a headline tells that differs from it in words: the one of the first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.merging.likeness import kind_fit
from syria_events.coding.arabic.merging.nearness import place_fit

_ALIKE = (
    frozenset({"fire", "assault", "gun", "toll", "clash"}),
    frozenset({"clash", "territory", "transfer", "withdrawal"}),
    frozenset({"arrest", "abduction", "disrupted", "incursion"}),
    frozenset({"protest", "riot"}),
    frozenset({"siege", "evacuation", "displacement"}),
)
"""Families that headline and lead take for one another."""

_BY_ANY_MEANS = {"assassination", "killing", "attack", "target"}
"""Kinds of which the text may say with what it was done."""


def told_below(body: Sequence[Group], mention: Mention) -> Group | None:
    """The happening of the first sentence that tells any, if it may be what the headline says; null where none is."""
    if mention.cumulative or mention.clause.subordinate or not body:
        return None
    lead = min(one.clause.sentence for group in body for one in group.mentions)
    near = [group for group in body if group.mentions[0].clause.sentence == lead]
    fitting = [group for group in near if _is_alike(group, mention) and not _speaks_against(group, mention)]
    same = [group for group in fitting if group.mentions[0].realis == mention.realis]
    return next(iter(same or fitting), None)


def _is_alike(group: Group, mention: Mention) -> bool:
    first = group.mentions[0]
    families = {first.happening.kind.family, mention.happening.kind.family}
    if families == {mention.happening.kind.family}:
        return kind_fit(group.mentions, mention) >= 0
    if first.realis == mention.realis and not _share_doers(group, mention):
        return False
    if families == {"arrest", "clash"}:
        return "airborne_raid" in {first.happening.kind.name, mention.happening.kind.name}
    vague = _BY_ANY_MEANS & {first.happening.kind.name, mention.happening.kind.name} or not (
        first.happening.specific and mention.happening.specific and first.is_attack and mention.is_attack
    )
    return bool(vague) and any(families <= alike for alike in _ALIKE)


def _share_doers(group: Group, mention: Mention) -> bool:
    """One of the two names nobody, or both name the same."""
    own, others = _doers([mention]), _doers(group.mentions)
    return not own or not others or bool(own & others)


def _same_family(group: Group, mention: Mention) -> bool:
    return group.mentions[0].happening.kind.family == mention.happening.kind.family


def _share_names(group: Group, mention: Mention) -> bool:
    """طريق دمشق - السويداء: a place of the headline is named in the text, though another of its places counts."""
    told, headline = group.mentions[0].clause, mention.clause
    names = {located.mention.name for located in group.scene.places_in(told.first, told.last)}
    return any(located.mention.name in names for located in group.scene.places_in(headline.first, headline.last))


def _doers(told: Sequence[Mention]) -> set[str]:
    return {actor.group for one in told for actor in one.roles.agents} - {"unidentified_armed_group"}


def _lies_elsewhere(group: Group, mention: Mention) -> bool:
    """Their places differ, and neither the doer nor a toll is the same."""
    if place_fit(group.scene, group.place, group.mentions, mention) >= 0:
        return False
    if _same_family(group, mention) and _share_names(group, mention):
        return False
    own = {(toll.kind, toll.quantity.best) for toll in mention.tolls if toll.quantity}
    told = {(toll.kind, toll.quantity.best) for one in group.mentions for toll in one.tolls if toll.quantity}
    return not (own & told or _doers([mention]) & _doers(group.mentions))


def _speaks_against(group: Group, mention: Mention) -> bool:
    """One was harmless, whom one hits the other makes the doer, or both name a day and not the same."""
    first = group.mentions[0]
    hit = {actor.group for actor in mention.roles.targets}
    if any(actor.group in hit for one in group.mentions for actor in one.roles.agents):
        return True
    if _lies_elsewhere(group, mention):
        return True
    if (mention.harmless and first.hurts) or (first.harmless and mention.hurts):
        return True
    if mention.day is None or first.day is None or mention.day.start is None or first.day.start is None:
        return False
    return mention.day.start != first.day.start
