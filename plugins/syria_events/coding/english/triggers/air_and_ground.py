"""Who strikes from the air and who with what he carries; what is attacked where fighters fight fighters."""

from __future__ import annotations

from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.triggers.by_weapon import known_weapons
from syria_events.coding.english.words.wordsets import wordset

FLYERS = frozenset({"israel", "us_led_coalition", "russia", "turkey", "jor", "fra", "gbr", "syrian_government"})
"""Sides that fly: their bombs fall from the air."""
_POSTS = wordset("air_and_ground.posts")
"""What armed men hold: who attacks it fights them."""
_UNITS = frozenset({"unit", "units", "infantry"})
_OBJECT = 6
"""Words behind a trigger in which its object stands."""
_ON_FOOT = frozenset({"troops", "soldiers", "patrol", "patrols", "entered", "house", "houses", "vehicles"})
_GUNS = wordset("air_and_ground.guns")
FALLING = frozenset({"bombing", "raid", "bomb"})
"""Kinds that are from the air where a side that flies does them."""


def from_air(scene: Scene, kind: Kind, by: set[str], scope: Scope, rule: str) -> tuple[Kind, str]:
    """Return the kind that it is by who struck: who flies from the air, who has no aircraft with what he carries."""
    table, guns = kinds(), _has_guns(scene, scope)
    if kind.name == "bombing" and by and not by & FLYERS and not _POSTS.isdisjoint(_after(scene, scope, "bombed")):
        return table["bombardment"], "rule/who has no aircraft shells positions"
    if kind.name == "strike" and not by & FLYERS and (by or guns):
        return table["attack"], "rule/who has no aircraft struck with what he carries"
    if kind.name in {"shelling", "bombardment", "missile"} and "israel" in by and not guns:
        return table["air"], "rule/Israel strikes from the air"
    words = scene.reading.words[scope.first : scope.last]
    if kind.name == "strike" and not _UNITS.isdisjoint(words) and not known_weapons(scene, scope):
        return table["bombardment"], "rule/units of an army strike from the ground"
    if kind.name == "raid" and not _ON_FOOT.isdisjoint(words):
        return table["attack"], "rule/troops raid on the ground"
    if by & FLYERS and kind.name in FALLING:
        return table["strike"], "rule/a state's bombs are from the air"
    return kind, rule


def is_on_post(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Return whether a checkpoint or a base is attacked: "attacked an army post", "an attack on a base"."""
    return not _POSTS.isdisjoint(scene.reading.words[trigger.last : min(scope.last, trigger.last + _OBJECT)])


def _after(scene: Scene, scope: Scope, verb: str) -> tuple[str, ...]:
    """The words of a scope behind a verb."""
    words = scene.reading.words[scope.first : scope.last]
    return words[words.index(verb) :] if verb in words else ()


def _has_guns(scene: Scene, scope: Scope) -> bool:
    """Whether guns or artillery are named, so that it was not from the air."""
    return not _GUNS.isdisjoint(scene.reading.words[scope.first : scope.last])
