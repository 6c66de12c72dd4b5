"""The actors that stand in front of a verb as its subject: behind no preposition, and no other verb's object."""

from __future__ import annotations

from syria_events.coding.english.actors.actors import Part, acting, coordinated, part
from syria_events.coding.english.actors.named_actors import Named
from syria_events.coding.english.actors.positions import is_fired_from, is_object, is_owner
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.wordsets import wordset

_PREPOSITIONS = wordset("roles.prepositions")
_QUANTIFIERS = wordset("roles.quantifiers")
_HEADS_OF = wordset("roles.heads_of")
_ASSETS = wordset("people.assets")


def subject(scene: Scene, first: int, last: int, *, owners: bool = False) -> tuple[Part, ...]:
    """The actors in front of a verb that stand behind no preposition; the nearest of them, and those joined to it.

    With `owners` also those whose post or patrol stands there.
    """
    words = scene.reading.words
    free = [
        named
        for named in scene.actors_in(first, last)
        if acting(scene, named)
        and not is_object(scene, first, named)
        and (_is_free(words, first, named) or (owners and is_owner(words, first, named)))
    ]
    if not free:
        return ()
    if words[last - 1] == "," and scene.reading.sentences[scene.reading.sentence_of[first]].title:
        return (part(free[0]),)  # "Assad meets Putin, urges"
    chosen = [free[-1]]
    for named in reversed(free[:-1]):
        between = words[named.last : chosen[0].first]
        if len(between) > 3 or not {"and", ","} & set(between):
            break
        chosen.insert(0, named)
    return tuple(part(named) for named in chosen)


def shared_subject(scene: Scene, trigger: Trigger, scope: Scope) -> tuple[Part, ...]:
    """The subject that a verb shares with the one before it: "troops shelled the town and took the hill"."""
    actors = [n for n in scene.actors_in(scope.clause_first, trigger.first) if acting(scene, n)]
    free = [n for n in actors if _is_free(scene.reading.words, scope.clause_first, n)]
    accuses = any(
        hit.entry.label == "accuse" and hit.entry.part == "verb"
        for hit in scene.found("triggers", scope.clause_first, trigger.first)
    )
    return coordinated(scene, free) if free and not accuses else ()


def _is_free(words: tuple[str, ...], first: int, named: Named) -> bool:
    """Whether an actor stands behind no preposition: "near the army base" is no subject, "dozens of rebels" is one."""
    before = named.first - 1
    while before >= first and (words[before] in _QUANTIFIERS or words[before].isdigit()):
        if words[before] == "of" and words[before - 1] in _ASSETS - _HEADS_OF:
            return False  # "beside a vehicle of the army"
        if words[before] == "syria" and words[before - 1] == "in":
            return True  # "elsewhere in Syria rebels attacked"
        before -= 1
    if before < first:
        return True
    if words[before] == "of" and before > first and words[before - 1] in _HEADS_OF:
        return True
    if words[before] == "to" and words[before - 1] in {"belong", "belonging"}:
        return True  # "a drone, thought to belong to the coalition, hit"
    if is_fired_from(words, before):
        return True
    return words[before] not in _PREPOSITIONS and not words[before].endswith(("backed", "led", "aligned"))
