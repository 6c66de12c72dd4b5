"""Which kind a happening is: the weapon decides, then who struck, then who was struck (codebook, rule 3)."""

from __future__ import annotations

from collections.abc import Sequence

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import CIVIL, UNNAMED, Part, Roles
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.trigger import Trigger, heaviest
from syria_events.coding.english.triggers.air_and_ground import FALLING, FLYERS, from_air, is_on_post
from syria_events.coding.english.triggers.by_weapon import by_weapon, known_weapons
from syria_events.coding.english.triggers.crowds import kind_of_crowd
from syria_events.coding.english.triggers.pacts import other_pact
from syria_events.coding.english.triggers.trigger_checks import fires_at_place, is_under_fire
from syria_events.coding.english.triggers.word_senses import other_than_named

_NO_STATE = frozenset({UNNAMED, "other"})
"""Sides that hold no ground and have no police."""
_POLICE = frozenset({"police", "policemen", "officers", "cops", "deputies"})
_GOVERNMENT_SIDE = frozenset({"syrian_government", "russia", "hezbollah", "iran", "iran_backed_militias", "irq"})
"""Sides on which a captured place is the government's again; each state takes its own."""


def typed(
    scene: Scene, group: list[Trigger], who: Roles, own: list[Toll], scope: Scope
) -> tuple[Kind, tuple[str, ...]]:
    """Return the kind of a happening told by `group`, and the rules that made it so."""
    table = kinds()
    trigger = heaviest(group)
    kind, rule = trigger.kind, ""
    fires = any(one.kind.name == "launch" and fires_at_place(scene, one, scope.last) for one in group)
    fires = fires or is_under_fire(scene, scope.first, scope.last)
    if kind.name in {"launch", "killing"} and fires and not known_weapons(scene, scope):
        return table["shelling"], ("rule/fire at a place",)
    pact, why = other_pact(scene, trigger, scope)
    if pact:
        return table[pact], (trigger.rule, why)
    by = {part.group for part in who.agents}
    crowd = kind_of_crowd(scene, kind, who, own, scope)
    if crowd:
        return table[crowd], (f"rule/{crowd}",)
    other, why = other_than_named(scene, trigger, by, own, scope)
    if other:
        return table[other], (trigger.rule, why)
    if kind.family in {"attack", "clash"}:
        kind, rule = by_weapon(scene, kind, trigger, scope)
    kind, rule = from_air(scene, kind, by, scope, rule)
    if kind.name == "arrest" and by and by <= _NO_STATE and not _is_by_police(scene, who):
        return table["abduction"], (trigger.rule, "rule/gunmen make no arrests")
    if kind.family == "territory":
        lost = trigger.detail == "loses" and not by
        return lost_by(who) if lost else taken_by(by), ("rule/who took the place",)
    singled = not by - {UNNAMED} and _is_singled_out(scene, own, scope)
    if kind.name == "attack" and any(map(is_armed, by)) and is_on_post(scene, trigger, scope):
        return table["assault"], (rule, "rule/an attack on a post")
    if kind.name in {"attack", "killing", "shooting"} and not singled and _between_fighters(by, who.targets, own):
        return table["fighters" if kind.name == "killing" else "assault"], (rule, "rule/fighters on both sides")
    return kind, (rule,)


def taken_by(by: set[str]) -> Kind:
    """Return the kind of a capture by who took the place."""
    return kinds()["regain" if by & _GOVERNMENT_SIDE else "capture"]


def lost_by(who: Roles) -> Kind:
    """Return the kind of a capture by who lost the place, where nobody is told to have taken it."""
    return kinds()["regain" if _GOVERNMENT_SIDE.isdisjoint(part.group for part in who.targets) else "capture"]


def _is_by_police(scene: Scene, who: Roles) -> bool:
    """Whether police act, of whatever state: what they do is an arrest."""
    words = scene.reading.words
    return any(not _POLICE.isdisjoint(words[part.first : part.last]) for part in who.agents)


def settled(said: Sequence[tuple[Kind, bool]], by: set[str]) -> Kind:
    """Return the kind of a happening told in several mentions: (kind, whether in the lead), the telling ones first.

    What the lead says exactly stands before what later sentences say; a word that refines it before the word itself.
    """
    exact = [kind for kind, leads in said if leads and not kind.generic] or [k for k, _ in said if not k.generic]
    if exact:
        return next((kind for kind in exact if kind.name in _REFINING.get(exact[0].name, ())), exact[0])
    kind = max((kind for kind, _ in said), key=lambda kind: kind.weight)
    return kinds()["strike"] if kind.name in FALLING and by & FLYERS else kind


_REFINING = {
    "ied": ("suicide",),
    "air": ("chemical", "drone"),
    "clash": ("capture", "regain"),
    "shelling": ("chemical",),
}
"""Kind -> kinds that tell it more exactly."""


_OFF_DUTY = frozenset(
    {"home", "house", "leave", "doorstep", "off-duty", "shop", "mosque", "motorcycle", "assassinated"}
)


def _is_singled_out(scene: Scene, own: list[Toll], scope: Scope) -> bool:
    """Whether one soldier was killed who was not on duty: "shot dead at home", which is no fight."""
    dead = [toll for toll in own if toll.kind == "killed"]
    sentence = scene.reading.sentences[scope.sentence]
    words = scene.reading.words[sentence.first : sentence.last]
    return bool(dead) and dead[0].quantity.best == 1 and not _OFF_DUTY.isdisjoint(words)


def _between_fighters(by: set[str], targets: tuple[Part, ...], own: list[Toll]) -> bool:
    victims = [toll.victims for toll in own if toll.kind == "killed"]
    if victims and victims[0] != "unknown":
        return victims[0] == "combatant"
    hit = [part.group for part in targets]
    return bool(hit) and is_armed(hit[0]) and hit[0] not in CIVIL and bool(by)
