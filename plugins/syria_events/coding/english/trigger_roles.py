"""Who does to whom what one trigger tells: by voice, by "by", "on", "against", "between", never by mere order."""

from __future__ import annotations

from syria_events.coding.english.actors import Part, Roles, acting, coordinated, part
from syria_events.coding.english.clauses import Scope
from syria_events.coding.english.inflection import ED, PAST
from syria_events.coding.english.named_actors import Named
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.wordsets import wordset

_PREPOSITIONS = wordset("roles.prepositions")
_STOP = wordset("roles.modifier_stop")
_AT = wordset("roles.at")
_CARRY = wordset("roles.carry")
_NOT_DEEDS = wordset("roles.not_deeds")
_QUANTIFIERS = wordset("roles.quantifiers")
_HEADS_OF = wordset("roles.heads_of")
_NEAR_AFTER = 12


def roles_of(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles:
    """Return who does to whom what one trigger in words [first, last) tells."""
    if trigger.kind.family == "clash":
        sides = _sides(scene, trigger, first, last)
        if sides:
            return sides
    if trigger.verb:
        return _of_verb(scene, trigger, first, last)
    return _of_noun(scene, trigger, first, last)


def _of_verb(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles:
    if trigger.passive:
        return Roles(_by(scene, trigger.last, last), subject(scene, first, trigger.first))
    agents = subject(scene, first, trigger.first) or _by(scene, trigger.last, last)
    targets = () if trigger.tag == "toll" else _targets(scene, trigger, last)
    return Roles(agents, targets)


def _of_noun(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles:
    agents = _modifier(scene, trigger, first) or _by(scene, trigger.last, min(last, trigger.last + 22))
    if not agents and _carried_out(scene, trigger, first):
        agents = subject(scene, first, trigger.first)
    return Roles(agents, _targets(scene, trigger, last))


def _modifier(scene: Scene, trigger: Trigger, first: int) -> tuple[Part, ...]:
    """ "Russian air strikes", "the coalition's raid", "Syrian and Russian strikes"."""
    words = scene.reading.words
    parts: list[Part] = []
    position = trigger.first - 1
    while position >= max(first, trigger.first - 8):
        named = scene.actor_at.get(position)
        word = words[position]
        if word == "syrian" and not named and position == trigger.first - 1 and trigger.kind.is_violent:
            return (Part("syrian_government", position, position + 1),)
        if named:
            if not acting(scene, named) and named.mention.kind != "adjective":
                break
            parts.insert(0, part(named))
            position = named.first - 1
            continue
        if (
            word in _STOP
            or _is_past_verb(scene, position)
            or (word == "and" and not parts)
            or (word in {"a", "the"} and position < trigger.first - 1)
        ):
            break
        position -= 1
    return tuple(parts)


def _is_past_verb(scene: Scene, position: int) -> bool:
    """Whether a verb stands there, so that what is before it belongs to it: "troops repelled an attack"."""
    return any(hit.entry.tag in {ED, PAST} for hit in scene.found("triggers", position, position + 1))


def _carried_out(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether a verb such as "carried out" stands before the noun, so that its subject is the agent."""
    return not _CARRY.isdisjoint(scene.reading.words[max(first, trigger.first - 8) : trigger.first])


def _by(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """The actors after "by" in words [first, last), unless it is "held by" or "said by"."""
    words = scene.reading.words
    for position in range(first, min(last, first + 22)):
        if words[position] in {".", ";"}:
            break
        if words[position] == "by" and words[position - 1] not in _NOT_DEEDS:
            near = [named for named in scene.actors_in(position + 1, min(last, position + 8)) if acting(scene, named)]
            if near:
                return coordinated(scene, near)
    return ()


def subject(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """The actors in front of a verb that stand behind no preposition; the nearest of them, and those joined to it."""
    words = scene.reading.words
    free = [n for n in scene.actors_in(first, last) if acting(scene, n) and _is_free(words, first, n)]
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
    return coordinated(scene, free) if free else ()


def _is_free(words: tuple[str, ...], first: int, named: Named) -> bool:
    """Whether an actor stands behind no preposition: "near the army base" is no subject, "dozens of rebels" is one."""
    before = named.first - 1
    while before >= first and (words[before] in _QUANTIFIERS or words[before].isdigit()):
        before -= 1
    if before < first:
        return True
    if words[before] == "of" and before > first and words[before - 1] in _HEADS_OF:
        return True
    if words[before] == "to" and words[before - 1] in {"belong", "belonging"}:
        return True  # "a drone, thought to belong to the coalition, hit"
    return words[before] not in _PREPOSITIONS and not words[before].endswith(("backed", "led", "aligned"))


def _targets(scene: Scene, trigger: Trigger, last: int) -> tuple[Part, ...]:
    """What a verb takes, or what stands after "on", "against", "targeting"."""
    words = scene.reading.words
    near = [n for n in scene.actors_in(trigger.last, min(last, trigger.last + _NEAR_AFTER)) if acting(scene, n)]
    for index, named in enumerate(near):
        between = set(words[trigger.last : named.first])
        if "by" in between:
            break
        direct = trigger.verb and not trigger.passive and named.first - trigger.last <= 4
        if direct and not between & {"in", "from", "near", "at", "said"}:
            return coordinated(scene, near[index:])
        if between & _AT and not between & {"from", "said", "says", "told"}:
            return coordinated(scene, near[index:])
    return ()


def _sides(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles | None:
    """ "clashes between A and B", "A clashed with B", "fighting against A"."""
    words = scene.reading.words
    after = [n for n in scene.actors_in(trigger.last, min(last, trigger.last + 22)) if acting(scene, n)]
    between = _position(words, {"between"}, trigger.last, min(last, trigger.last + 10))
    if between is not None:
        sides = [named for named in after if named.first > between]
        for index in range(1, len(sides)):
            if {"and", "against"} & set(words[sides[index - 1].last : sides[index].first]):
                return Roles(tuple(part(n) for n in sides[:index]), coordinated(scene, sides[index:]))
        return Roles(tuple(part(n) for n in sides[:1]))
    against = _position(words, {"with", "against"}, trigger.last, min(last, trigger.last + 8))
    if against is not None:
        sides = [named for named in after if against < named.first <= against + 8]
        if sides:
            agents = _modifier(scene, trigger, first) if not trigger.verb else ()
            return Roles(agents or subject(scene, first, trigger.first), coordinated(scene, sides))
    return None


def _position(words: tuple[str, ...], wanted: set[str], first: int, last: int) -> int | None:
    return next((position for position in range(first, last) if words[position] in wanted), None)
