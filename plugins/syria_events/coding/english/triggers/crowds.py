"""Crowds: who protests, and what becomes of a protest that is fired on, broken up, or turns on somebody."""

from __future__ import annotations

from syria_events.coding.codebook import is_state
from syria_events.coding.english.actors.actors import CIVIL, Part, Roles
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.kinds import Kind
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

_PROTESTERS = "protesters"
_PROTESTING = frozenset({"protest", "riot", "strike_labour"})
_PUT_DOWN = frozenset({"dispersed", "crackdown"})
_FIRED = frozenset({"live", "ammunition"})
_BREAKING_UP = frozenset({"disperse", "dispersed", "dispersing", "tear", "teargas", "batons", "baton", "cannon"})
_DIPLOMATIC = frozenset(
    {"un", "u.n.", "ministry", "letter", "letters", "envoy", "ambassador", "council", "lodged", "lodge", "d'affaires"}
)
"""Words beside a protest that a state makes in writing."""
_CAPITALS = wordset("location.capitals_as_states")
_HEAD = 4
"""Words in which the subject of a clause begins."""
_MOB = frozenset({"mob", "mobs", "rioters", "lynched"})
_SPECTATORS = frozenset({"fans", "supporters", "protesters", "demonstrators", "rioters", "students", "youths"})
_THROWN_BY_CROWDS = frozenset({"petrol", "molotov", "firebombs", "bottles", "stones", "bricks", "far-right", "rioters"})
"""What is thrown, and who throws it, where it is no shelling."""
_CROWD = frozenset({"crowd", "crowds", "mob", "mobs"})


def kind_of_crowd(scene: Scene, kind: Kind, who: Roles, own: list[Toll], scope: Scope) -> str:
    """Return the kind that a crowd gives: fired on, broken up, or itself the attacker; empty where none is about."""
    words = set(scene.reading.words[scope.clause_first : scope.clause_last])
    if kind.name in {"protest", "shooting", "attack", "killing", "strike_labour"}:
        crowd = kind.family == "protest" or bool(who.targets and who.targets[0].group == _PROTESTERS)
        shot = kind.name == "shooting" or any(toll.kind == "killed" and toll.quantity.best for toll in own)
        if crowd and (shot or words >= _FIRED):
            return "crackdown"
        if crowd and not _BREAKING_UP.isdisjoint(words):
            return "dispersed"
    if kind.name == "clash" and not _SPECTATORS.isdisjoint(words):
        return "riot"
    if kind.name == "launch" and not _THROWN_BY_CROWDS.isdisjoint(words):
        return "riot"
    if kind.name == "protest" and _is_of_states(scene, scope):
        return "accuse"
    if kind.family in {"attack", "looting"} and not _MOB.isdisjoint(words) and not who.agents:
        return "mob"
    if kind.name in {"attack", "killing", "looting"} and _is_led_by_crowd(scene, scope):
        return "mob"
    return ""


def _is_led_by_crowd(scene: Scene, scope: Scope) -> bool:
    """Whether a crowd is the subject: it begins the clause, or stands before its verb."""
    words = scene.reading.words
    if not _CROWD.isdisjoint(words[scope.clause_first : scope.clause_first + _HEAD]):
        return True
    verbs = (hit.first for hit in scene.found("triggers", scope.first, scope.last) if hit.entry.part == "verb")
    return any(words[verb - 1] in _CROWD for verb in verbs)


def _is_of_states(scene: Scene, scope: Scope) -> bool:
    """Whether a protest is one of diplomats: "lodged a protest with the council", "drew protests from Moscow"."""
    words = scene.reading.words
    if not _DIPLOMATIC.isdisjoint(words[scope.clause_first : scope.clause_last]):
        return True
    after = [
        position + 2
        for position in range(scope.first, scope.last - 2)
        if words[position] in {"protest", "protests"} and words[position + 1] == "from"
    ]
    return any(
        words[position] in _CAPITALS or (position in scene.actor_at and is_state(scene.actor_at[position].group))
        for position in after
    )


def roles_of_crowd(scene: Scene, kind: Kind, trigger: Trigger, who: Roles, first: int) -> Roles:
    """Return the roles of a protest: those who march are protesters, "anti-government" names whom they are against."""
    if kind.name in _PUT_DOWN:
        hurt = next((part for part in who.targets if part.group in {"civilians", _PROTESTERS}), None)
        crowd = Part(_PROTESTERS, hurt.first, hurt.last) if hurt else _crowd(scene, trigger, first)
        return Roles(who.agents, (crowd, *(part for part in who.targets if part is not hurt)))
    if kind.name not in _PROTESTING:
        return who
    against = tuple(part for part in who.agents if scene.reading.words[part.first].startswith("anti-"))
    march = tuple(part for part in who.agents if part not in against and part.group not in CIVIL)
    civil = next((part for part in who.agents if part.group in CIVIL), None)
    crowd = Part(_PROTESTERS, civil.first, civil.last) if civil else _crowd(scene, trigger, first)
    return Roles(march or (crowd,), (*against, *(target for target in who.targets if target.group not in CIVIL)))


def _crowd(scene: Scene, trigger: Trigger, first: int) -> Part:
    """The people before the verb, "hundreds of people"; else the word for the protest."""
    people = scene.found("people", first, trigger.first) if trigger.verb else []
    return (
        Part(_PROTESTERS, people[-1].first, people[-1].last)
        if people
        else Part(_PROTESTERS, trigger.first, trigger.last)
    )
