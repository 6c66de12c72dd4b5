"""Whether what a mention tells may be the kind of happening that mentions before it told."""

from __future__ import annotations

from collections.abc import Sequence

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.triggers.kinds import BROKEN_UP
from syria_events.coding.codebook import is_armed

_BLASTS = frozenset({"Remote explosive/landmine/IED", "Suicide bomb", "Grenade"})
"""What an explosion of which nothing else is known may turn out to be."""
_SAID_WITHIN = 6
"""Words from the beginning of a clause in which a word of saying makes it one of what was said."""
_FIGHTS = ({"clash", "assault"}, {"clash", "toll"}, {"clash", "gun"})
_VAGUE = frozenset({"attack", "target", "killing", "harm", "shooting", "assassination"})
_HARMFUL = frozenset({"fire", "assault", "gun", "toll", "clash", "territory", "riot", "protest"})


def kind_fit(told: Sequence[Mention], mention: Mention) -> float:
    """How well the kind of a mention continues what was told; negative where it is another kind."""
    own = mention.happening
    if own.kind.name == "harm" and told[0].happening.kind.family in _HARMFUL:
        return 0.3
    if {own.kind.family, told[0].happening.kind.family} == {"protest", "gun"} and (
        mention.clause.title and told[0].happening.kind.name in BROKEN_UP
    ):
        return 0.5
    if _is_fight_told_vaguely(told[0], mention):
        return 0.3
    if not mention.is_attack or not told[0].is_attack:
        return 1.0 if own.kind.family == told[0].happening.kind.family else -1.0
    said = [other.happening.kind for other in told if other.happening.specific]
    weapons = {kind.acled_sub_event_type for kind in said if kind.name != "blast"}
    if own.kind.name == "blast":
        return 0.5 if weapons <= _BLASTS else -1.0
    if own.specific and weapons:
        return 1.0 if own.kind.acled_sub_event_type in weapons else -1.0
    return -1.0 if own.specific and said and own.kind.acled_sub_event_type not in _BLASTS else 0.5


def _is_fight_told_vaguely(told: Mention, mention: Mention) -> bool:
    """هجوم in which soldiers fell is the ambush of the next sentence: an attack on those who bear arms is a clash."""
    if {told.happening.kind.family, mention.happening.kind.family} not in _FIGHTS:
        return False
    vague = mention if mention.happening.kind.family != "clash" else told
    other = told if vague is mention else mention
    hit = {actor.group for one in (told, mention) for actor in one.roles.targets}
    if other.happening.kind.name not in {"clash", "airborne_raid"} or any(
        actor.group in hit for one in (told, mention) for actor in one.roles.agents
    ):
        return False
    if vague.happening.kind.name not in _VAGUE:
        return False
    armed = any(is_armed(actor.group) for one in (told, mention) for actor in one.roles.targets)
    return armed or any(toll.victims == "combatant" for one in (told, mention) for toll in one.tolls)


def retells(scene: Scene, told: Sequence[Mention], mention: Mention) -> bool:
    """وكانت الوزارة ذكرت أن الهجوم …: what was said before of the deed that the article is about, not one before it.

    Where a count has risen, what came before is the deed that it counts: "وكان الطيران قد شن فجر الأحد غارات".
    """
    if mention.places:
        return False
    if any(toll.risen for other in told for toll in other.tolls) and not mention.tolls:
        return True
    if not mention.refers or mention.day is not None:
        return False
    first = mention.clause.first
    return any(hit.entry.detail == "speaker" for hit in scene.reading.between("cues", first, first + _SAID_WITHIN))
