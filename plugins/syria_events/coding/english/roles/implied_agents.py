"""Who did it where no grammar of the verb says so: pronouns, accusations, weapons of one side."""

from __future__ import annotations

from datetime import date

from syria_events.coding.english.actors.actors import CIVIL, Part, coordinated, part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

FALL_OF_ASSAD = date(2024, 12, 8)
"""When the only side with helicopters lost them."""
_SPEECH = frozenset({"accuse", "reject", "request", "threaten", "support", "sanction", "consult"})
_STATE = frozenset({"syria", "syrias", "syrian", "damascus"})
_OFFICES = frozenset({"ministry", "ministries", "government", "minister", "authorities", "authority", "president"})
_HE = frozenset({"he", "she"})
_OPENING = 8
"""Words in which the subject of a sentence stands."""
_OWNING = frozenset({("claimed", "by"), ("attributed", "to"), ("pinned", "on")})
_FORCES = wordset("roles.forces")


def owner(scene: Scene, scope: Scope, verb: int) -> tuple[Part, ...]:
    """Whose "its fighters", "its jets" are, or who "it" is: the actor named before, though he only speaks."""
    words = scene.reading.words
    sentence = scene.reading.sentences[scope.sentence]
    for position in range(verb - 1, max(sentence.first, verb - 8), -1):
        owned = words[position] in {"its", "their"} and _FORCES.intersection(words[position + 1 : position + 4])
        itself = words[position] in {"it", "they"} and position >= verb - 3
        if owned or itself:
            before = scene.actors_in(sentence.first, position)
            named = [n for n in before if n.mention.sector not in {"JRN", "NGO"} and n.group not in CIVIL]
            return (part(_apposed(named) if itself else named[-1]),) if named else ()
    return ()


def state(scene: Scene, trigger: Trigger, scope: Scope) -> tuple[Part, ...]:
    """Which state speaks: "Syria accused Israel", "Syria's envoy demanded", "Washington said … and urged"."""
    words = scene.reading.words
    if trigger.kind.family == "agreement":
        return _ministry(words, scope)
    if trigger.kind.family not in _SPEECH:
        return ()
    for position in (*range(max(scope.clause_first, trigger.first - 4), trigger.first), scope.clause_first):
        owns = words[position + 1 : position + 2] in {("'s",), ("s",)} or words[position] == "syrian"
        if words[position] in _STATE and (position == trigger.first - 1 or (owns and position not in scene.actor_at)):
            return (Part("syrian_government", position, position + 1),)
    head = scene.actors_in(scope.clause_first, scope.clause_first + 2)
    told = head and scene.cue("source", head[0].last, head[0].last + 2)
    return (part(head[0]),) if told and head[0].mention.sector not in {"JRN", "NGO"} else ()


def _ministry(words: tuple[str, ...], scope: Scope) -> tuple[Part, ...]:
    """Syria's side of an agreement: "signed a deal with Syria's energy ministry"."""
    for position in range(scope.clause_first, scope.clause_last - 2):
        owns = words[position] == "syrian" or words[position + 1] in {"'s", "s"}
        if words[position] in _STATE and owns and not _OFFICES.isdisjoint(words[position + 1 : position + 5]):
            return (Part("syrian_government", position, position + 1),)
    return ()


def he(scene: Scene, trigger: Trigger, scope: Scope) -> tuple[Part, ...]:
    """Who "he" or "she" is that urges or accuses: whom the sentence before begins with."""
    words = scene.reading.words
    before = (words[scope.clause_first], *words[max(scope.first, trigger.first - 2) : trigger.first])
    if trigger.kind.family not in _SPEECH or not scope.sentence or _HE.isdisjoint(before):
        return ()
    sentence = scene.reading.sentences[scope.sentence - 1]
    named = [
        n for n in scene.actors_in(sentence.first, sentence.first + _OPENING) if n.mention.sector not in {"JRN", "NGO"}
    ]
    return (part(named[0]),) if named and not sentence.title else ()


def _apposed(named: list[Named]) -> Named:
    """The first actor; of "militant group Islamic State" the name."""
    first, *rest = named
    return rest[0] if rest and first.mention.kind == "generic" and rest[0].first == first.last else first


def blamed(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Whom somebody accuses: "accused the army of shelling", "blamed on Daesh", "claimed by the group"."""
    return _accused(scene, first, last) or _owned_up(scene, first, last)


def _owned_up(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """ "An attack claimed by the group", "attributed to its cells", "at the hands of the army"."""
    words = scene.reading.words
    for position in range(first, last - 2):
        owned = words[position : position + 2] in _OWNING or words[position : position + 2] == ("blame", "on")
        if owned or words[position : position + 3] == ("the", "hands", "of"):
            near = scene.actors_in(position + 2, min(last, position + 7))
            if near and near[0].mention.sector not in {"JRN", "NGO"}:
                return coordinated(scene, list(near))
    return ()


def _accused(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    words = scene.reading.words
    sentence = scene.reading.sentences[scene.reading.sentence_of[first]]
    for position in range(sentence.first, last):
        if words[position] in {"accused", "accuses", "accusing", "blamed", "blames", "blaming"}:
            near = scene.actors_in(position + 1, min(sentence.last, position + 7))
            if near and (words[position].startswith("accus") or near[0].first <= position + 3):
                return coordinated(scene, list(near))
    return ()


def barrel_bombers(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """Barrel bombs were the weapon of one side only, while it had helicopters."""
    if scene.published and scene.published >= FALL_OF_ASSAD:
        return ()
    for hit in scene.found("triggers", first, last):
        if "barrel" in scene.reading.words[hit.first : hit.last]:
            return (Part("syrian_government", hit.first, hit.last),)
    return ()
