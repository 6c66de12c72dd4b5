"""Who does to whom what one trigger tells: by voice, by "by", "on", "against", "between", never by mere order."""

from __future__ import annotations

from syria_events.coding.english.actors.actors import Part, Roles, acting, coordinated, part
from syria_events.coding.english.actors.only_named import holds
from syria_events.coding.english.actors.positions import is_fired_from, is_place_of, stands_by
from syria_events.coding.english.actors.subjects import subject
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.trigger import Trigger
from syria_events.coding.english.words.inflection import ED, PAST
from syria_events.coding.english.words.wordsets import wordset

_STOP = wordset("roles.modifier_stop")
_AT = wordset("roles.at")
_CARRY = wordset("roles.carry")
_NOT_DEEDS = wordset("roles.not_deeds")
_NEAR_AFTER = 12
_PLACED = frozenset({"at", "near", "outside", "inside", "in", "on", "beside"})
_HOLDING = frozenset({"held", "used", "controlled", "manned"})
_FOUGHT_OVER = frozenset({"clash", "territory"})
"""Families of fights for a place, which its holder suffers: "assault on the group's stronghold"."""
_COME = frozenset({"come", "comes", "came", "coming"})
_AGAINST_DEEDS = frozenset({"disrupted", "arrest"})
"""Families of what is done against those whose deed it is: "foiled a plot by Islamic State"."""


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
    agents = () if trigger.passive else subject(scene, first, trigger.first)
    if trigger.detail == "suffers":
        return Roles(_by(scene, trigger.last, last), agents)
    if trigger.detail in {"falls", "loses"}:
        return Roles(_to(scene, trigger, last), agents)
    by = _by(scene, trigger.last, last)
    if trigger.passive and _counts_bodies(scene, trigger):
        return Roles(by)
    if trigger.passive:
        return Roles(by, subject(scene, first, trigger.first, owners=True))
    if (trigger.kind.family in _AGAINST_DEEDS or trigger.detail == "repel") and trigger.tag != "toll":
        return Roles(agents, _targets(scene, trigger, last) or by)
    targets = () if trigger.tag == "toll" else _targets(scene, trigger, last)
    return Roles(agents or by, targets)


def _to(scene: Scene, trigger: Trigger, last: int) -> tuple[Part, ...]:
    """To whom a place falls or is lost: "fell to the rebels", "lost the town to the army"."""
    words = scene.reading.words
    near = [one for one in scene.actors_in(trigger.last, min(last, trigger.last + _NEAR_AFTER)) if acting(scene, one)]
    taker = next(
        (one for one in near if {"to", "of"} & set(words[max(trigger.first, one.first - 3) : one.first])), None
    )
    return coordinated(scene, near[near.index(taker) :]) if taker else ()


def _of_noun(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles:
    agents = _modifier(scene, trigger, first) or _by(scene, trigger.last, min(last, trigger.last + 22))
    if not agents and _carried_out(scene, trigger, first):
        agents = subject(scene, first, trigger.first)
    come = _comes_under(scene, trigger, first)
    targets = subject(scene, first, come) if come else _targets(scene, trigger, last)
    hit = tuple(agent for agent in agents if is_place_of(scene.reading.words, agent, trigger))
    return Roles(tuple(agent for agent in agents if agent not in hit), (*hit, *targets))


def _counts_bodies(scene: Scene, trigger: Trigger) -> bool:
    """Whether a toll is told by a noun: who "found two bodies" is none of the dead."""
    told = scene.found("harm", trigger.first, trigger.first + 1) if trigger.tag == "toll" else []
    return any(hit.entry.detail in {"of", "noun", "toll"} for hit in told)


def _comes_under(scene: Scene, trigger: Trigger, first: int) -> int | None:
    """Where the verb of "came under rocket fire" stands, whose subject is under it; null where there is none."""
    words = scene.reading.words
    for position in range(trigger.first - 1, max(first, trigger.first - 4), -1):
        if words[position] == "under":
            return position - 1 if words[position - 1] in _COME and position - 1 > first else None
    return None


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
            or word == "made"
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
    """The actors after "by" in words [first, last), unless it is "held by"; those from whom the fire comes."""
    words = scene.reading.words
    for position in range(first, min(last, first + 22)):
        if words[position] in {".", ";"}:
            break
        if (words[position] == "by" and words[position - 1] not in _NOT_DEEDS) or is_fired_from(words, position):
            near = [named for named in scene.actors_in(position + 1, min(last, position + 8)) if acting(scene, named)]
            near = [named for named in near if _PLACED.isdisjoint(words[position + 1 : named.first])]
            if words[position] == "from":
                near = [named for named in near if not _is_after_verb(scene, position, named.first)]
            if near:
                return coordinated(scene, near)
    return ()


def _is_after_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether a verb stands between, whose object an actor may be: "fired from the suburbs hit the army's post"."""
    return any(hit.entry.part == "verb" for hit in scene.found("triggers", first, last))


def _targets(scene: Scene, trigger: Trigger, last: int) -> tuple[Part, ...]:
    """What a verb takes, or what stands after "on", "against", "targeting"."""
    words = scene.reading.words
    fought = trigger.kind.family in _FOUGHT_OVER or (trigger.verb and trigger.kind.name == "attack")
    near = [
        named
        for named in scene.actors_in(trigger.last, min(last, trigger.last + _NEAR_AFTER))
        if acting(scene, named) or (fought and holds(scene, named))
    ]
    for index, named in enumerate(near):
        between = set(words[trigger.last : named.first])
        if "by" in between and _HOLDING.isdisjoint(between):
            break
        direct = trigger.verb and not trigger.passive and named.first - trigger.last <= 4
        if direct and not between & {"in", "from", "near", "at", "said"}:
            return coordinated(scene, near[index:])
        if between & _AT and not between & {"from", "said", "says", "told"}:
            return coordinated(scene, near[index:])
    return _loser(scene, trigger, last) or stands_by(scene, trigger)


def _loser(scene: Scene, trigger: Trigger, last: int) -> tuple[Part, ...]:
    """From whom a place is taken: "took the hill from the group"."""
    words = scene.reading.words
    if trigger.kind.family != "territory":
        return ()
    for named in scene.actors_in(trigger.last, min(last, trigger.last + _NEAR_AFTER)):
        if "from" in words[max(trigger.last, named.first - 3) : named.first]:
            return (part(named),) if named.mention.sector not in {"JRN", "NGO"} else ()
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
        if sides:
            return Roles(tuple(part(n) for n in sides[:1]))
    against = _position(words, {"with", "against"}, trigger.last, min(last, trigger.last + 8))
    if against is not None:
        sides = [named for named in after if against < named.first <= against + 8]
        if sides:
            agents = _modifier(scene, trigger, first) if not trigger.verb else ()
            return Roles(agents or subject(scene, first, trigger.first), coordinated(scene, sides))
    both = subject(scene, first, trigger.first) if trigger.kind.name == "clash" and not trigger.detail else ()
    if len(both) > 1 and not _targets(scene, trigger, last):
        return Roles(both[:1], both[1:])  # "soldiers and tribesmen exchanged fire"
    return None


def _position(words: tuple[str, ...], wanted: set[str], first: int, last: int) -> int | None:
    return next((position for position in range(first, last) if words[position] in wanted), None)
