"""Whose the victims of a deed are: "its fighters", "five of them", "a captain in the army", soldiers of a patrol."""

from __future__ import annotations

from syria_events.coding.codebook import is_armed
from syria_events.coding.english.actors.actors import CIVIL, UNNAMED, Part, part
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.tolls.casualties import Toll
from syria_events.coding.english.words.wordsets import wordset

_ITS = frozenset({"its", "their"})
_IN = frozenset({"in", "of", "with", "from", "for"})
_AFTER_RANK = 6
"""Words in which the army of "a captain in the new Syrian army" is named."""
_SERVICE = wordset("whose.service")
_FORCES = wordset("roles.forces")
_ASSETS = wordset("people.assets")
_OWN = 8
"""Words after a verb in which "its positions" stand."""
_AT_HOME = frozenset({"syrian_government", "opposition", "sdf", "islamic_state", "hts", "other", UNNAMED})
_MEETS = frozenset(
    {"ran", "runs", "drove", "drives", "hit", "hits", "struck", "strikes", "stepped", "passed", "triggered"}
)


def victims(scene: Scene, tolls: list[Toll], agents: list[Part], targets: list[Part]) -> list[Part]:
    """Return the parties that the counted victims belong to."""
    found = []
    for toll in tolls:
        one = None if toll.kind == "displaced" else _side(scene, toll, agents)
        guests = [target for target in targets if target.group not in _AT_HOME and target.group not in CIVIL]
        if one and not (guests and _is_army_unnamed(scene, one)):
            found.append(one)
    return found


def _side(scene: Scene, toll: Toll, agents: list[Part]) -> Part | None:
    words = scene.reading.words
    of_them = words[toll.last : toll.last + 2] == ("of", "them")
    if of_them or not _ITS.isdisjoint(words[toll.first : toll.last]):
        owner = owner_before(scene, toll.first, agents)
        if owner:
            return owner
    if toll.group is None and toll.victims == "combatant":
        return _of_army(scene, toll)
    return Part(toll.group, *toll.name) if toll.group and toll.name else None


def owner_before(scene: Scene, position: int, agents: list[Part]) -> Part | None:
    """Return whom "its" at a word means: the armed side named last in the sentence, but for those who do the deed."""
    sentence = scene.reading.sentences[scene.reading.sentence_of[position]]
    by = {agent.group for agent in agents}
    for named in reversed(scene.actors_in(sentence.first, position)):
        if is_armed(named.group) and named.group != UNNAMED and named.group not in by:
            return part(named)
    return None


def own_targets(scene: Scene, verb: int, last: int, agents: list[Part]) -> tuple[Part, ...]:
    """ "The SDF said the army had attacked its positions": its own are the target."""
    words = scene.reading.words
    for position in range(verb, min(last, verb + _OWN)):
        if words[position] == "by":
            break
        if words[position] in _ITS and not (_FORCES | _ASSETS).isdisjoint(words[position + 1 : position + 4]):
            owner = owner_before(scene, position, agents)
            return (owner,) if owner else ()
    return ()


def _of_army(scene: Scene, toll: Toll) -> Part | None:
    """ "A captain in the new Syrian army"; one with a rank and no army is the state's."""
    words = scene.reading.words
    if words[toll.last : toll.last + 1] and words[toll.last] in _IN:
        near = scene.actors_in(toll.last + 1, toll.last + _AFTER_RANK)
        if near and is_armed(near[0].group) and near[0].mention.sector != "GOV":
            return part(near[0])
    if _SERVICE.isdisjoint(words[toll.first : toll.last]):
        return None
    return Part("syrian_government", toll.first, toll.last)


def _is_army_unnamed(scene: Scene, one: Part) -> bool:
    """Whether victims are only "soldiers": those of the foreign patrol that is told of."""
    named = scene.actor_at.get(one.first)
    return one.group == "syrian_government" and (named is None or named.mention.kind == "generic")


def run_over_mines(scene: Scene, agents: list[Part]) -> list[Part]:
    """Return those agents of an explosion whose vehicle "ran over a mine": who suffers it."""
    words = scene.reading.words
    return [
        agent
        for agent in agents
        if not _MEETS.isdisjoint(words[agent.last : agent.last + 4])
        and any(hit.entry.label == "w_ied" for hit in scene.found("triggers", agent.last + 1, agent.last + 8))
    ]
