"""Mentions: what one clause tells of one happening, with everything the clause says about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.attribution import speaker
from syria_events.coding.english.casualties import Toll, tolls
from syria_events.coding.english.kinds import Kind, kinds
from syria_events.coding.english.location import places
from syria_events.coding.english.realis import is_cumulative, realis
from syria_events.coding.english.roles import CIVIL, Part, Roles, roles
from syria_events.coding.english.scene import Named, Scene, When
from syria_events.coding.english.triggers import Trigger, clause_bounds, heaviest, takes_place, triggers, weapons
from syria_events.model import EventDate, Place

_WEAPON_KINDS = {
    "w_air": "air",
    "w_drone": "drone",
    "w_shelling": "shelling",
    "w_suicide": "suicide",
    "w_ied": "ied",
    "w_grenade": "grenade",
    "w_chemical": "chemical",
}
_FLYERS = frozenset({"israel", "us_led_coalition", "russia", "turkey", "jor", "fra", "gbr", "syrian_government"})
_GOVERNMENT_SIDE = frozenset({"syrian_government", "russia", "hezbollah", "iran", "iran_backed_militias"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A happening as the words [first, last) of one sentence tell it; `day` null where they give no date."""

    sentence: int
    title: bool
    first: int
    last: int
    trigger: Trigger
    kind: Kind
    realis: str
    day: EventDate | None
    roles: Roles
    places: tuple[Place, ...]
    tolls: tuple[Toll, ...]
    cumulative: bool
    source: Named | None
    rules: tuple[str, ...]


def mentions(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of an article in the order of the text."""
    if is_figurative(scene):
        return
    for sentence in scene.reading.sentences:
        clauses = list(clause_bounds(scene, sentence.first, sentence.last))
        for first, last in clauses:
            yield from _of_clause(
                scene, sentence.index, first, last, (sentence.first, sentence.last), len(clauses) == 1
            )


def is_figurative(scene: Scene) -> bool:
    """Sports, shows, markets: many of their words in a text in which hardly anybody comes to harm."""
    hits = [hit for hit in scene.found("cues", 0, len(scene.reading.words)) if hit.entry.label == "figurative"]
    harmed = [
        hit for hit in scene.found("harm", 0, len(scene.reading.words)) if hit.entry.label in {"killed", "injured"}
    ]
    return len(hits) >= 2 and len(hits) > 2 * len(harmed)


def _of_clause(
    scene: Scene, sentence: int, first: int, last: int, whole: tuple[int, int], alone: bool
) -> Iterator[Mention]:
    found = [t for t in triggers(scene, first, last) if _counts(scene, t, first, last)]
    counted = tolls(scene, first, last)
    if not found:
        killed = [toll for toll in counted if toll.kind == "killed"]
        if not killed:
            return
        toll = killed[0]
        found = [Trigger(toll.first, toll.last, kinds()["killing"], False, False, "toll", toll.rule)]
    for group, start, end in _grouped(scene, found, first, last):
        own = [toll for toll in counted if start <= toll.first < end]
        yield _mention(scene, sentence, group, own, start, end, whole)


def _grouped(scene: Scene, found: list[Trigger], first: int, last: int) -> Iterator[tuple[list[Trigger], int, int]]:
    """Yield the triggers that are one happening, and the words that belong to them."""
    groups: list[list[Trigger]] = []
    for trigger in found:
        if groups and _same(groups[-1][-1].kind, trigger.kind):
            groups[-1].append(trigger)
        else:
            groups.append([trigger])
    start = first
    for index, group in enumerate(groups):
        end = _boundary(scene, group[-1].last, groups[index + 1][0].first) if index + 1 < len(groups) else last
        yield group, start, end
        start = end


def _same(one: Kind, other: Kind) -> bool:
    if one.family == other.family:
        return (
            one.name == other.name
            or one.generic
            or other.generic
            or one.family in {"clash", "territory"}
            or one.family not in {"attack"}
        )
    return one.is_violent and other.is_violent and "killing" in {one.name, other.name}


def _boundary(scene: Scene, end: int, first: int) -> int:
    words = scene.reading.words
    for position in range(first - 1, end - 1, -1):
        if words[position] in {
            "and",
            ",",
            "as",
            "by",
            "with",
            "to",
            "in",
            "amid",
            "from",
            "for",
            "of",
            "against",
            "over",
        }:
            return position
    return first


def _counts(scene: Scene, trigger: Trigger, first: int, last: int) -> bool:
    """Whether a trigger is one here: verbs of throwing need a weapon, "seize" a place, "arrest" people."""
    kind = trigger.kind
    if kind.name == "launch":
        return bool([hit for hit in weapons(scene, first, last) if hit.entry.label in _WEAPON_KINDS])
    if kind.name in {"capture"} and trigger.verb:
        return takes_place(scene, trigger, last)
    return True


def _mention(
    scene: Scene, sentence: int, group: list[Trigger], own: list[Toll], first: int, last: int, whole: tuple[int, int]
) -> Mention:
    trigger = heaviest(group)
    when = _when(scene, trigger, first, last, whole)
    who = roles(scene, group, own, first, last)
    kind, rules = _kind(scene, trigger, who, own, first, last)
    day = when.date if when and not when.since else None
    cumulative = is_cumulative(scene, first, last) and bool(own)
    said = realis(scene, trigger, first, last, day)
    if cumulative and said == "actual" and scene.cue("conflict", first, last):
        said = "historical"
    return Mention(
        sentence=sentence,
        title=scene.reading.sentences[sentence].title,
        first=first,
        last=last,
        trigger=trigger,
        kind=kind,
        realis=said,
        day=day,
        roles=who,
        places=tuple(places(scene, first, last, trigger.first) or places(scene, *whole, trigger.first)),
        tolls=tuple(own),
        cumulative=cumulative,
        source=speaker(scene, *whole),
        rules=(*(t.rule for t in group), *rules),
    )


def _when(scene: Scene, trigger: Trigger, first: int, last: int, whole: tuple[int, int]) -> When | None:
    near = [when for when in scene.dates_in(first, last)] or list(scene.dates_in(*whole))
    return min(near, key=lambda when: (when.since, abs(when.first - trigger.first)), default=None)


def _kind(
    scene: Scene, trigger: Trigger, who: Roles, own: list[Toll], first: int, last: int
) -> tuple[Kind, tuple[str, ...]]:
    """The kind by trigger, weapon, agent and victims: the weapon decides (codebook, rule 3)."""
    kind = trigger.kind
    table = kinds()
    by = {part.group for part in who.agents}
    if kind.family == "attack" and (kind.generic or kind.name == "shelling"):
        armed = _weapon(scene, kind, first, last)
        if armed:
            kind = armed
    if kind.name in {"shelling", "bombardment"} and "israel" in by:
        return table["air"], ("rule/israel strikes from the air",)
    if kind.name in {"bombing", "raid"} and by & _FLYERS and kind.generic:
        return table["strike"], ("rule/a state's bombing is from the air",)
    if kind.family == "territory":
        return table["regain" if by & _GOVERNMENT_SIDE else "capture"], ("rule/who took the place",)
    if kind.name in {"attack", "killing", "shooting"} and _between_fighters(by, who.targets, own):
        return table["clash"], ("rule/fighters on both sides",)
    return kind, ()


def _weapon(scene: Scene, kind: Kind, first: int, last: int) -> Kind | None:
    table = kinds()
    named = [
        table[_WEAPON_KINDS[hit.entry.label]] for hit in weapons(scene, first, last) if hit.entry.label in _WEAPON_KINDS
    ]
    named = [other for other in named if other.weight > kind.weight]
    return max(named, key=lambda other: other.weight, default=None)


def _between_fighters(by: set[str], targets: tuple[Part, ...], own: list[Toll]) -> bool:
    victims = [toll.victims for toll in own if toll.kind == "killed"]
    if victims:
        return victims[0] == "combatant"
    hit = [part.group for part in targets]
    return bool(hit) and is_armed(hit[0]) and hit[0] not in CIVIL and bool(by)
