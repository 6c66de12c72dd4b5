"""The kind that a weapon gives to a happening: the weapon decides (codebook, rule 3)."""

from __future__ import annotations

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.triggers.used_weapons import used_weapons
from syria_events.coding.english.words.lexicon import Hit

_WEAPON_KINDS = {
    "w_air": "air",
    "w_drone": "drone",
    "w_shelling": "shelling",
    "w_suicide": "suicide",
    "w_ied": "ied",
    "w_bomb": "bomb",
    "w_missile": "missile",
    "w_grenade": "grenade",
    "w_chemical": "chemical",
}
_BLASTS = frozenset({"ied", "blast", "bombing"})
_OVERRIDES = {
    "chemical": frozenset({"air", "drone", "shelling", "ied", "strike", "raid"}),
    "suicide": frozenset({"ied", "clash"}),
    "air": frozenset({"shelling"}),
    "drone": frozenset({"shelling", "air"}),
}
"""Weapons that change even a kind that was named: an air strike with gas is Chemical weapon."""


def by_weapon(scene: Scene, kind: Kind, trigger: Trigger, scope: Scope) -> tuple[Kind, str]:
    """Return the kind that a weapon of the same words gives, and the rule."""
    table = kinds()
    shells = next((hit for hit in known_weapons(scene, scope) if _is_of_shells(kind, hit, trigger)), None)
    if shells:
        return table["shelling"], shells.entry.rule
    for hit in sorted(known_weapons(scene, scope), key=lambda hit: -table[_WEAPON_KINDS[hit.entry.label]].weight):
        other = table[_WEAPON_KINDS[hit.entry.label]]
        if kind.name in _OVERRIDES.get(other.name, ()):
            return other, hit.entry.rule
        heavier = other.weight > kind.weight or (kind.name, other.name) == ("strike", "bomb")
        if kind.family == "attack" and kind.generic and heavier:
            return other, hit.entry.rule
        if kind.name == "offensive" and scene.reading.words[hit.first - 1] in {"with", "using", "by"}:
            return other, hit.entry.rule
    return kind, ""


def _is_of_shells(kind: Kind, hit: Hit, trigger: Trigger) -> bool:
    """ "A mortar shell explosion", "a rocket bomb attack": what comes down is no planted bomb."""
    return kind.name in _BLASTS and hit.entry.label == "w_shelling" and hit.last == trigger.first


def known_weapons(scene: Scene, scope: Scope) -> list[Hit]:
    """Return the weapons used in a scope that give a kind."""
    return [hit for hit in used_weapons(scene, scope.first, scope.last) if hit.entry.label in _WEAPON_KINDS]
