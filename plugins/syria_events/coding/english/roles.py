"""Who did it to whom: read from voice, from "by", "on", "against", "between", never from mere order."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.english.casualties import Toll
from syria_events.coding.english.scene import Named, Scene
from syria_events.coding.english.triggers import Trigger

_PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "at",
        "against",
        "near",
        "from",
        "by",
        "with",
        "to",
        "for",
        "between",
        "including",
        "of",
        "into",
        "over",
        "across",
        "inside",
        "under",
        "amid",
        "around",
        "towards",
        "toward",
        "through",
    ]
)
_AGENT_NOUNS = frozenset(
    [
        "planes",
        "jets",
        "warplanes",
        "aircraft",
        "helicopters",
        "forces",
        "artillery",
        "troops",
        "fighters",
        "members",
        "jet",
        "warplane",
        "helicopter",
        "drones",
        "drone",
        "navy",
    ]
)
_SPEAKERS = frozenset({"JRN", "NGO"})
_AT = frozenset(
    {
        "on",
        "against",
        "targeting",
        "at",
        "upon",
        "targeted",
        "hit",
        "hitting",
        "striking",
        "struck",
        "pounding",
        "pounded",
        "of",
        "into",
        "killing",
        "killed",
        "kill",
        "kills",
        "with",
    }
)
_SIDES = frozenset({"with", "against", "between", "and", "from", "pitting"})
CIVIL = frozenset(
    {"civilians", "journalists", "medics", "aid_workers", "white_helmets", "protesters", "prisoners", "red_cross", "un"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """An actor in a role: its group, and the words [first, last) that name it."""

    group: str
    first: int
    last: int
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does it and who receives it."""

    agents: tuple[Part, ...] = ()
    targets: tuple[Part, ...] = ()


def roles(scene: Scene, triggers: list[Trigger], tolls: list[Toll], first: int, last: int) -> Roles:
    """Return the roles of a happening told by `triggers` within words [first, last)."""
    agents: list[Part] = []
    targets: list[Part] = []
    violent = any(trigger.kind.is_violent for trigger in triggers)
    for trigger in triggers:
        found = _of_clash(scene, trigger, first, last) if trigger.kind.family in {"clash", "territory"} else None
        found = found or (
            _of_verb(scene, trigger, first, last) if trigger.verb else _of_noun(scene, trigger, first, last)
        )
        _add(agents, found.agents)
        _add(targets, found.targets)
    agents = [part for part in _not_the_victims(agents, tolls) if part.group not in CIVIL or not violent]
    for toll in tolls:
        if toll.group and toll.name and toll.kind in {"killed", "injured", "detained", "missing"}:
            _add(targets, (Part(toll.group, *toll.name),))
    named = {part.group for part in agents}
    return Roles(tuple(agents), tuple(part for part in targets if part.group not in named or part.group in CIVIL))


def _add(parts: list[Part], new: tuple[Part, ...]) -> None:
    parts.extend(part for part in new if all(part.group != other.group for other in parts))


def _not_the_victims(agents: list[Part], tolls: list[Toll]) -> list[Part]:
    """A counted victim is no agent: "five rebels killed in clashes"."""
    spans = [(toll.first, toll.last) for toll in tolls if toll.kind == "killed"]
    return [part for part in agents if not any(first <= part.first < last for first, last in spans)]


def _part(named: Named) -> Part:
    group = "hts" if named.mention.actor_id == "al_qaeda" else named.group
    return Part(group, named.first, named.last, named.mention.kind == "generic")


def _acts(scene: Scene, named: Named) -> bool:
    """Whether a named actor can act here: no speaker, no "rebel-held", no country that is only a place."""
    words = scene.reading.words
    last = words[named.last - 1]
    if last.endswith(("-held", "-controlled", "-occupied")) or named.mention.sector in _SPEAKERS:
        return False
    after = words[named.last : named.last + 1]
    if after and after[0] in {"-held", "-controlled", "held", "controlled", "media", "border", "dialect", "language"}:
        return False
    if after and _speaks(scene, named.last):
        return False
    before = words[named.first - 1] if named.first else ""
    country = named.mention.sector == "GOV" and named.mention.kind == "name"
    return not (
        country
        and before
        in {
            "in",
            "from",
            "near",
            "of",
            "into",
            "inside",
            "across",
            "to",
            "at",
            "neighbouring",
            "neighboring",
            "northern",
            "southern",
            "eastern",
            "western",
        }
    )


def _speaks(scene: Scene, position: int) -> bool:
    """Whether a word after an actor makes it a speaker: "activists said"."""
    return any(hit.entry.label == "source" for hit in scene.found("cues", position, position + 1))


def _actors(scene: Scene, first: int, last: int) -> list[Named]:
    return [named for named in scene.actors_in(first, last) if _acts(scene, named)]


def _of_verb(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles:
    right = _targets_after(scene, trigger, last)
    if trigger.passive:
        return Roles(_by(scene, trigger.last, last), _subject(scene, first, trigger.first))
    agents = _subject(scene, first, trigger.first) or _by(scene, trigger.last, last)
    return Roles(agents, right)


def _of_noun(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles:
    agents = _modifier(scene, trigger, first) or _by(scene, trigger.last, min(last, trigger.last + 14))
    if not agents and _carried_out(scene, trigger, first):
        agents = _subject(scene, first, trigger.first)
    return Roles(agents, _targets_after(scene, trigger, last))


def _modifier(scene: Scene, trigger: Trigger, first: int) -> tuple[Part, ...]:
    """ "Russian air strikes", "the coalition's raid", "Syrian and Russian strikes"."""
    words = scene.reading.words
    parts: list[Part] = []
    position = trigger.first - 1
    while position >= max(first, trigger.first - 8):
        named = scene.actor_at.get(position)
        if named:
            if not _acts(scene, named) and named.mention.kind != "adjective":
                break
            parts.insert(0, _part(named))
            position = named.first - 1
            continue
        if words[position] in _PREPOSITIONS - {"and"} or words[position] in {
            ".",
            ",",
            ";",
            "that",
            "who",
            "which",
            "after",
            "killed",
            "said",
        }:
            break
        if words[position] == "and" and not parts:
            break
        if words[position] in {"a", "the"} and position < trigger.first - 1:
            break
        position -= 1
    return tuple(parts)


_CARRY = frozenset(
    [
        "carried",
        "carry",
        "carrying",
        "launched",
        "launch",
        "launching",
        "conducted",
        "conduct",
        "staged",
        "began",
        "begin",
        "mounted",
        "perpetrated",
        "committed",
        "claimed",
        "waged",
        "started",
        "start",
        "unleashed",
        "resumed",
        "intensified",
        "stepped",
        "executed",
        "fired",
        "escalated",
        "continued",
        "performed",
        "made",
    ]
)


def _carried_out(scene: Scene, trigger: Trigger, first: int) -> bool:
    words = scene.reading.words
    return any(word in _CARRY for word in words[max(first, trigger.first - 8) : trigger.first])


_NOT_DEEDS = frozenset(
    [
        "held",
        "controlled",
        "occupied",
        "backed",
        "supported",
        "led",
        "brokered",
        "dominated",
        "followed",
        "surrounded",
        "governed",
        "run",
        "monitored",
        "quoted",
        "said",
        "reported",
        "published",
        "provided",
        "posted",
        "accompanied",
        "funded",
        "armed",
        "trained",
        "claimed",
        "used",
        "known",
        "mediated",
        "sponsored",
        "inhabited",
        "populated",
        "released",
        "issued",
        "confirmed",
        "owned",
        "headed",
        "hosted",
        "administered",
        "guarded",
        "cited",
        "seen",
        "shared",
        "protected",
        "denied",
        "verified",
        "broadcast",
        "organized",
        "organised",
    ]
)


def _by(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """The actors after "by" in words [first, last)."""
    words = scene.reading.words
    for position in range(first, min(last, first + 22)):
        if words[position] in {".", ";"}:
            break
        if (words[position] == "by" and words[position - 1] not in _NOT_DEEDS) or (
            words[position] in {"launched", "belonging"} and position + 1 < last and words[position + 1] == "to"
        ):
            near = _actors(scene, position + 1, min(last, position + 8))
            if near:
                return _coordinated(scene, near)
    return ()


def _coordinated(scene: Scene, near: list[Named]) -> tuple[Part, ...]:
    words = scene.reading.words
    parts = [_part(near[0])]
    for before, named in zip(near, near[1:], strict=False):
        between = words[before.last : named.first]
        if len(between) > 3 or not ("and" in between or "," in between or not between or between == ("or",)):
            break
        parts.append(_part(named))
    return tuple(parts)


def _subject(scene: Scene, first: int, last: int) -> tuple[Part, ...]:
    """The actors in front of a verb that stand behind no preposition; the nearest group of them."""
    words = scene.reading.words
    free: list[Named] = []
    for named in _actors(scene, first, last):
        before = named.first - 1
        while before >= first and (
            words[before]
            in {"the", "a", "some", "several", "local", "two", "three", "its", "suspected", "armed", "more", "of"}
            or words[before].isdigit()
        ):
            if (
                words[before] == "of"
                and before - 1 >= first
                and words[before - 1]
                not in {"members", "dozens", "hundreds", "groups", "units", "fighters", "forces", "number"}
            ):
                break
            before -= 1
        if (
            before >= first
            and (words[before] in _PREPOSITIONS or words[before].endswith(("-backed", "backed", "led", "aligned")))
            and words[before] not in {"by"}
        ):
            if words[before] == "of" and before - 1 >= first and words[before - 1] in _AGENT_NOUNS:
                free.append(named)
            continue
        if before >= first and words[before] == "by":
            continue
        free.append(named)
    if not free:
        return ()
    chosen = [free[-1]]
    for named in reversed(free[:-1]):
        between = words[named.last : chosen[0].first]
        if len(between) <= 3 and ("and" in between or "," in between):
            chosen.insert(0, named)
        elif "backed" in between or ("and" in between[:2] and len(between) < 2):
            chosen = [named]
        else:
            break
    return tuple(_part(named) for named in chosen)


def _targets_after(scene: Scene, trigger: Trigger, last: int) -> tuple[Part, ...]:
    """What a verb takes, or what stands after "on", "against", "targeting"."""
    words = scene.reading.words
    near = _actors(scene, trigger.last, min(last, trigger.last + 12))
    for named in near:
        between = words[trigger.last : named.first]
        if "by" in between:
            break
        if (
            trigger.verb
            and not trigger.passive
            and len(between) <= 4
            and not (set(between) & {"in", "from", "near", "at"})
        ):
            return _coordinated(scene, near[near.index(named) :])
        if set(between) & _AT and not (set(between) & {"from", "said", "says"}):
            return _coordinated(scene, near[near.index(named) :])
    return ()


def _of_clash(scene: Scene, trigger: Trigger, first: int, last: int) -> Roles | None:
    """ "clashes between A and B", "A clashed with B", "fighting A"."""
    words = scene.reading.words
    if trigger.kind.family == "territory":
        return None
    after = _actors(scene, trigger.last, min(last, trigger.last + 22))
    between = next((p for p in range(trigger.last, min(last, trigger.last + 10)) if words[p] == "between"), None)
    if between is not None:
        sides = [named for named in after if named.first > between]
        for index, named in enumerate(sides[1:], 1):
            if any(word in {"and", "against"} for word in words[sides[index - 1].last : named.first]):
                return Roles(tuple(_part(n) for n in sides[:index]), _coordinated(scene, sides[index:]))
        return Roles(tuple(_part(n) for n in sides[:1]))
    against = next(
        (p for p in range(trigger.last, min(last, trigger.last + 8)) if words[p] in {"with", "against"}), None
    )
    if against is not None:
        sides = [named for named in after if against < named.first <= against + 8]
        if sides:
            return Roles(_subject(scene, first, trigger.first), _coordinated(scene, sides))
    return None
