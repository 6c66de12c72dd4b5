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
from syria_events.coding.english.triggers.crowds import kind_of_crowd
from syria_events.coding.english.triggers.trigger_checks import fires_at_place
from syria_events.coding.english.triggers.truces import ends_truce
from syria_events.coding.english.triggers.used_weapons import used_weapons
from syria_events.coding.english.triggers.word_senses import other_than_named
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

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
_FLYERS = frozenset({"israel", "us_led_coalition", "russia", "turkey", "jor", "fra", "gbr", "syrian_government"})
"""Sides that fly: their bombs fall from the air."""
_POSTS = wordset("event_types.posts")
"""What armed men hold: who attacks it fights them."""
_UNITS = frozenset({"unit", "units", "infantry"})
_OBJECT = 6
"""Words behind a trigger in which its object stands."""
_TRADE = wordset("event_types.trade")
_NO_STATE = frozenset({UNNAMED, "other"})
"""Sides that hold no ground and have no police."""
_POLICE = frozenset({"police", "policemen", "officers", "cops", "deputies"})
_GOVERNMENT_SIDE = frozenset({"syrian_government", "russia", "hezbollah", "iran", "iran_backed_militias", "irq"})
"""Sides on which a captured place is the government's again; each state takes its own."""
_ON_FOOT = frozenset({"troops", "soldiers", "patrol", "patrols", "entered", "house", "houses", "vehicles"})
_GUNS = wordset("event_types.guns")
_FALLING = frozenset({"bombing", "raid", "bomb"})
"""Kinds that are from the air where a side that flies does them."""
_OVERRIDES = {
    "chemical": frozenset({"air", "drone", "shelling", "ied", "strike", "raid"}),
    "suicide": frozenset({"ied", "clash"}),
    "air": frozenset({"shelling"}),
    "drone": frozenset({"shelling", "air"}),
}
"""Weapons that change even a kind that was named: an air strike with gas is Chemical weapon."""


def typed(
    scene: Scene, group: list[Trigger], who: Roles, own: list[Toll], scope: Scope
) -> tuple[Kind, tuple[str, ...]]:
    """Return the kind of a happening told by `group`, and the rules that made it so."""
    table = kinds()
    trigger = heaviest(group)
    kind, rule = trigger.kind, ""
    fires = any(one.kind.name == "launch" and fires_at_place(scene, one, scope.last) for one in group)
    if kind.name in {"launch", "killing"} and fires and not _known_weapons(scene, scope):
        return table["shelling"], ("rule/fire at a place",)
    if kind.name in {"agreement", "ceasefire"} and ends_truce(scene, trigger, scope):
        return table["truce_ended"], (trigger.rule, "rule/a truce that ends")
    if kind.name == "agreement" and _is_trade(scene, scope):
        return table["trade"], (trigger.rule, "rule/a deal of trade")
    by = {part.group for part in who.agents}
    crowd = kind_of_crowd(scene, kind, who, own, scope)
    if crowd:
        return table[crowd], (f"rule/{crowd}",)
    other, why = other_than_named(scene, trigger, own, scope)
    if other:
        return table[other], (trigger.rule, why)
    if kind.family in {"attack", "clash"}:
        kind, rule = _armed(scene, kind, scope)
    kind, rule = _from_air(scene, kind, by, scope, rule)
    if kind.name == "arrest" and by and by <= _NO_STATE and not _is_by_police(scene, who):
        return table["abduction"], (trigger.rule, "rule/gunmen make no arrests")
    if kind.family == "territory":
        return table["regain" if by & _GOVERNMENT_SIDE else "capture"], ("rule/who took the place",)
    singled = not by - {UNNAMED} and _is_singled_out(scene, own, scope)
    if kind.name == "attack" and any(map(is_armed, by)) and _is_on_post(scene, trigger, scope):
        return table["assault"], (rule, "rule/an attack on a post")
    if kind.name in {"attack", "killing", "shooting"} and not singled and _between_fighters(by, who.targets, own):
        return table["fighters" if kind.name == "killing" else "assault"], (rule, "rule/fighters on both sides")
    return kind, (rule,)


def _from_air(scene: Scene, kind: Kind, by: set[str], scope: Scope, rule: str) -> tuple[Kind, str]:
    """The kind that it is by who struck: who flies strikes from the air, who has no aircraft with what he carries."""
    table, guns = kinds(), _has_guns(scene, scope)
    if kind.name == "bombing" and by and not by & _FLYERS and not _POSTS.isdisjoint(_after(scene, scope, "bombed")):
        return table["bombardment"], "rule/who has no aircraft shells positions"
    if kind.name == "strike" and not by & _FLYERS and (by or guns):
        return table["attack"], "rule/who has no aircraft struck with what he carries"
    if kind.name in {"shelling", "bombardment", "missile"} and "israel" in by and not guns:
        return table["air"], "rule/Israel strikes from the air"
    words = scene.reading.words[scope.first : scope.last]
    if kind.name == "strike" and not _UNITS.isdisjoint(words) and not _known_weapons(scene, scope):
        return table["bombardment"], "rule/units of an army strike from the ground"
    if kind.name == "raid" and not _ON_FOOT.isdisjoint(words):
        return table["attack"], "rule/troops raid on the ground"
    if by & _FLYERS and kind.name in _FALLING:
        return table["strike"], "rule/a state's bombs are from the air"
    return kind, rule


def _is_on_post(scene: Scene, trigger: Trigger, scope: Scope) -> bool:
    """Whether a checkpoint or a base is attacked: "attacked an army post", "an attack on a base"."""
    return not _POSTS.isdisjoint(scene.reading.words[trigger.last : min(scope.last, trigger.last + _OBJECT)])


def _after(scene: Scene, scope: Scope, verb: str) -> tuple[str, ...]:
    """The words of a scope behind a verb."""
    words = scene.reading.words[scope.first : scope.last]
    return words[words.index(verb) :] if verb in words else ()


def _armed(scene: Scene, kind: Kind, scope: Scope) -> tuple[Kind, str]:
    """The kind that a weapon of the same words gives."""
    table = kinds()
    for hit in sorted(_known_weapons(scene, scope), key=lambda hit: -table[_WEAPON_KINDS[hit.entry.label]].weight):
        other = table[_WEAPON_KINDS[hit.entry.label]]
        if kind.name in _OVERRIDES.get(other.name, ()):
            return other, hit.entry.rule
        heavier = other.weight > kind.weight or (kind.name, other.name) == ("strike", "bomb")
        if kind.family == "attack" and kind.generic and heavier:
            return other, hit.entry.rule
        if kind.name == "offensive" and scene.reading.words[hit.first - 1] in {"with", "using", "by"}:
            return other, hit.entry.rule
    return kind, ""


def _is_by_police(scene: Scene, who: Roles) -> bool:
    """Whether police act, of whatever state: what they do is an arrest."""
    words = scene.reading.words
    return any(not _POLICE.isdisjoint(words[part.first : part.last]) for part in who.agents)


def _known_weapons(scene: Scene, scope: Scope) -> list[Hit]:
    return [hit for hit in used_weapons(scene, scope.first, scope.last) if hit.entry.label in _WEAPON_KINDS]


def _has_guns(scene: Scene, scope: Scope) -> bool:
    """Whether guns or artillery are named, so that it was not from the air."""
    return not _GUNS.isdisjoint(scene.reading.words[scope.first : scope.last])


def _is_trade(scene: Scene, scope: Scope) -> bool:
    """Whether an agreement is one of money and works, not of sides in the conflict."""
    sentence = scene.reading.sentences[scope.sentence]
    return not _TRADE.isdisjoint(scene.reading.words[sentence.first : sentence.last])


def settled(said: Sequence[tuple[Kind, bool]], by: set[str]) -> Kind:
    """Return the kind of a happening told in several mentions: (kind, whether in the lead), the telling ones first.

    What the lead says exactly stands before what later sentences say; a word that refines it before the word itself.
    """
    exact = [kind for kind, leads in said if leads and not kind.generic] or [k for k, _ in said if not k.generic]
    if exact:
        return next((kind for kind in exact if kind.name in _REFINING.get(exact[0].name, ())), exact[0])
    kind = max((kind for kind, _ in said), key=lambda kind: kind.weight)
    return kinds()["strike"] if kind.name in _FALLING and by & _FLYERS else kind


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
