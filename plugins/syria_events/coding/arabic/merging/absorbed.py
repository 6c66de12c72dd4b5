"""Happenings that are a part of another one told beside them: a raid that arrests, a cache found with its owners."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.roles.roles import Roles
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.words.wordsets import wordset

_PART_OF = {
    "incursion": frozenset({"arrest", "abduction", "clash", "fire", "gun", "toll", "assault"}),
    "arrest": frozenset({"disrupted", "clash", "gun", "toll", "abduction"}),
    "clash": frozenset({"territory", "arrest"}),
    "territory": frozenset({"arrest"}),
    "assault": frozenset({"clash"}),
    "riot": frozenset({"fire"}),
    "abduction": frozenset({"toll"}),
    "gun": frozenset({"riot"}),
    "toll": frozenset({"riot"}),
    "withdrawal": frozenset({"incursion", "arrest", "territory", "transfer", "clash"}),
    "displacement": frozenset({"fire", "clash", "gun", "assault", "territory", "evacuation"}),
    "release": frozenset({"agreement", "protest", "intervention"}),
    "mobilize": frozenset({"clash", "fire", "protest", "arrest"}),
}
"""Family -> families of which it is a part where one sentence tells both."""
_LEFT_TO = frozenset({"territory", "transfer"})
"""Families in which who withdraws is the one to whom it is done."""
_RAID = re.compile("دا?هم")
_SETTING = wordset("absorbed.setting")


def without_parts(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Drop what is a part of another happening of its sentence; that one takes over its tolls and who was in it."""
    kept = list(found)
    for mention in found:
        whole = next((other for other in kept if other is not mention and _is_part(scene, mention, other)), None)
        if whole is None:
            continue
        kept.remove(mention)
        kept[kept.index(whole)] = _with(whole, mention)
    return kept


def _is_part(scene: Scene, mention: Mention, other: Mention) -> bool:
    family = mention.happening.kind.family
    if other.happening.kind.family not in _PART_OF.get(family, ()):
        return False
    if mention.clause.sentence != other.clause.sentence or mention.realis != other.realis:
        return False
    if (rule := _BY_NAME.get((family, other.happening.kind.family))) is not None:
        return rule(scene, mention, other) and _agree(mention, other)
    if family == "clash" and other.happening.kind.family == "arrest":
        fell = any(toll.kind == "killed" for toll in mention.tolls)
        return mention.happening.kind.name == "clash" and not fell and _is_set(scene, mention)
    if family == "clash":
        return _is_set(scene, mention)
    if family in {"gun", "toll"}:
        return other.happening.kind.name == "mob"
    if family == "abduction":
        return scene.reading.words[other.happening.trigger.first].lstrip("وي").startswith(("عثر", "العثور"))
    return _agree(mention, other) or (family == "withdrawal" and other.happening.kind.family in _LEFT_TO)


def _is_raid(scene: Scene, mention: Mention, other: Mention) -> bool:
    """داهمت … ما أدى إلى مقتل: a raid is told by what came of it; whom else it arrested is a deed of its own."""
    held = any(toll.kind == "detained" and toll.quantity for toll in mention.tolls)
    words = (scene.reading.words[hit.first] for hit in mention.happening.triggers)
    return not held and all(_RAID.search(word) for word in words)


def _is_entered(scene: Scene, mention: Mention, other: Mention) -> bool:
    """دخل رتل … واعتقل: a column that comes to arrest takes no land."""
    return scene.reading.words[mention.happening.trigger.first].lstrip("و").startswith("دخل") and not mention.tolls


_BY_NAME: dict[tuple[str, str], Callable[[Scene, Mention, Mention], bool]] = {
    ("arrest", "clash"): lambda scene, mention, other: other.happening.kind.name == "airborne_raid",
    ("arrest", "gun"): _is_raid,
    ("arrest", "toll"): _is_raid,
    ("arrest", "abduction"): _is_raid,
    ("territory", "arrest"): _is_entered,
    ("assault", "clash"): lambda scene, mention, other: (
        mention.happening.kind.name == "target" and other.happening.kind.name == "airborne_raid"
    ),
    ("riot", "fire"): lambda scene, mention, other: (
        mention.happening.kind.name == "mob" and other.happening.kind.name == "grenade"
    ),
}
"""What a part and its whole must be, beyond their families."""


def _is_set(scene: Scene, mention: Mention) -> bool:
    """سيطرت … بعد اشتباكات: the fight in which a place was taken."""
    first = mention.happening.trigger.first
    return any(word.lstrip("و") in _SETTING for word in scene.reading.words[max(first - 2, 0) : first])


def _agree(mention: Mention, other: Mention) -> bool:
    own = {actor.group for actor in mention.roles.agents} - {"unidentified_armed_group"}
    others = {actor.group for actor in other.roles.agents} - {"unidentified_armed_group"}
    return not own or not others or bool(own & others) or mention.happening.kind.family == "displacement"


def _with(whole: Mention, part: Mention) -> Mention:
    leaves = part.happening.kind.family == "withdrawal" and whole.happening.kind.family in _LEFT_TO
    agents = whole.roles.agents or (() if leaves else part.roles.agents)
    acting = {actor.group for actor in agents}
    others = tuple(replace(actor, role="actor2") for actor in part.roles.agents) if leaves else part.roles.targets
    targets = whole.roles.targets or tuple(actor for actor in others if actor.group not in acting)
    tolls = (*whole.tolls, *(toll for toll in part.tolls if toll not in whole.tolls))
    return replace(
        whole, roles=Roles(agents, targets), tolls=tolls, places=whole.places or part.places, day=whole.day or part.day
    )
