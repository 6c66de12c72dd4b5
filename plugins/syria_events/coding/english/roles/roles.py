"""Who did it to whom: read from voice, from "by", "on", "against", "between", never from mere order."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import CIVIL, UNNAMED, Part, Roles
from syria_events.coding.english.actors.positions import holders
from syria_events.coding.english.actors.subjects import shared_subject, subject
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.roles.answerable import answerable
from syria_events.coding.english.roles.asked import without_asked
from syria_events.coding.english.roles.implied_agents import barrel_bombers, blamed, he, owner, state
from syria_events.coding.english.roles.trigger_roles import roles_of
from syria_events.coding.english.roles.whose import own_targets, run_over_mines, victims
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.inflection import BASE, PRESENT
from syria_events.coding.english.words.lexicon import Hit
from syria_events.coding.english.words.wordsets import wordset

_CARRY = wordset("roles.carry")
_OBJECT = 5
"""Words from "carried out" to its noun."""
_AUXILIARIES = frozenset({"had", "has", "have", "also", "then", "later"})


def roles(scene: Scene, triggers: list[Trigger], tolls: list[Toll], scope: Scope) -> Roles:
    """Return the roles of a happening told by `triggers` within the words of `scope`."""
    first, last = scope.first, scope.last
    agents = list(_pronoun(scene, triggers[0], scope))
    targets: list[Part] = []
    repelled = False
    for trigger in triggers:
        found = roles_of(scene, trigger, first, last)
        if not trigger.verb and (repelled or (agents and trigger.kind.family == "clash")):
            found = Roles((), (*found.agents, *found.targets))
        repelled = repelled or trigger.detail == "repel"
        _add(agents, found.agents)
        _add(targets, found.targets)
    if (
        not agents
        and triggers[0].verb
        and not triggers[0].passive
        and triggers[0].tag != "toll"
        and triggers[0].detail not in {"suffers", "falls", "loses"}
    ):
        spoken = state(scene, triggers[0], scope) or he(scene, triggers[0], scope)
        _add(agents, spoken or shared_subject(scene, triggers[0], scope))
    harm = next((toll.harm for toll in tolls if toll.active), None)
    if harm is None and not agents and not triggers[0].verb:
        harm = _headline_harm(scene, first, last)
    if not agents and harm is not None:
        _add(agents, subject(scene, first, harm))
    if all(agent.group == UNNAMED for agent in agents) and not (harm is None and triggers[0].passive):
        verbs = (triggers[0].first, *([] if harm is None else [harm]))
        agents = next((list(found) for found in (owner(scene, scope, verb) for verb in verbs) if found), agents)
    if any(trigger.kind.is_violent for trigger in triggers):
        _add(agents, _implied(scene, first, last) if not agents else ())
        agents = [agent for agent in _not_the_victims(agents, tolls) if agent.group not in CIVIL]
        if not agents and targets and all(_is_fight(trigger) for trigger in triggers):
            # "ten soldiers killed in clashes with Islamic State", not "clashes kill ten soldiers"
            foes = [foe for foe in _not_the_victims(targets, tolls) if foe.group not in CIVIL]
            agents = [foe for foe in foes if foe.first > triggers[0].first and not _is_harmed(scene, foe)][:1]
            targets = [target for target in targets if target not in agents and target.group not in CIVIL]
    mined = run_over_mines(scene, agents)
    agents = [agent for agent in agents if agent not in mined]
    _add(targets, (*mined, *(() if targets else own_targets(scene, triggers[0].last, last, agents))))
    _add(targets, tuple(victims(scene, tolls, agents, targets)))
    fight = triggers[0].kind.family == "clash"
    if fight and not agents:
        agents, targets = _both_fallen(targets)
    agents = without_asked(scene, agents)
    named = {agent.group for agent in agents} - ({"other"} if fight else set())
    return Roles(tuple(agents), tuple(target for target in targets if target.group not in named))


def _is_fight(trigger: Trigger) -> bool:
    """Whether a noun tells of two sides; an offensive "against" somebody is by others."""
    return trigger.kind.family == "clash" and trigger.kind.name != "offensive"


def _implied(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Who did it by what else the words say: whom they blame, whose prison or weapon it was."""
    said = blamed(scene, first, last) or answerable(scene, first, last)
    return said or holders(scene, first, last) or barrel_bombers(scene, first, last)


def _headline_harm(scene: Scene, first: int, last: int) -> int | None:
    """Where "troops kill commander in raid" has its verb, though it counts nobody."""
    hits = scene.found("harm", first, last)
    return next((hit.first for hit in hits if _kills(hit) and hit.first > first), None)


def _kills(hit: Hit) -> bool:
    return hit.entry.tag in {BASE, PRESENT} and not hit.entry.detail


def _both_fallen(targets: list[Part]) -> tuple[list[Part], list[Part]]:
    """Two sides whose dead a fight is told of are who fought each other."""
    armed = [target for target in targets if is_armed(target.group) and target.group != UNNAMED]
    armed.sort(key=lambda target: target.first)
    return (armed[:1], [target for target in targets if target != armed[0]]) if len(armed) > 1 else ([], targets)


def _pronoun(scene: Scene, trigger: Trigger, scope: Scope) -> tuple[Part, ...]:
    """Who "they" or "it" is that does what a verb tells: "when they captured the field"."""
    words, before = scene.reading.words, trigger.first - 1
    if not trigger.verb:  # "it had carried out two strikes"
        start = max(scope.first, trigger.first - _OBJECT)
        carries = [place for place in range(start, trigger.first) if words[place] in _CARRY]
        before = carries[-1] - 1 if carries else -1
    while before > scope.first and words[before] in _AUXILIARIES:
        before -= 1
    acts = not trigger.passive and trigger.tag != "toll"
    itself = acts and before >= scope.first and words[before] in {"they", "it"}
    return owner(scene, scope, before + 1) if itself else ()


def _is_harmed(scene: Scene, target: Part) -> bool:
    """Whether a word of harm stands right before those whom a clash is told of: "ambush kills soldiers"."""
    return bool(scene.found("harm", max(0, target.first - 3), target.first))


def _add(parts: list[Part], new: tuple[Part, ...]) -> None:
    parts.extend(one for one in new if all(one.group != other.group for other in parts))


def _not_the_victims(agents: list[Part], tolls: list[Toll]) -> list[Part]:
    """A counted victim is no agent: "five rebels killed in clashes"."""
    spans = [(toll.first, toll.last) for toll in tolls if toll.kind in {"killed", "injured"}]
    return [agent for agent in agents if not any(first <= agent.first < last for first, last in spans)]
