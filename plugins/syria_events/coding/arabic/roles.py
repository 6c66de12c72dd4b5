"""Who did it and to whom, without a parse.

News Arabic marks roles by what stands before a name: the verb (قصفت قوات …), the noun of the deed (قصف لقوات …, غارات
روسية), من قبل and على يد for the one who did it; على, استهدف, مواقع ل, عناصر من for the one who suffered it. A name
before the verb is a headline's subject. What the nearest such word says decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.coding.arabic.casualties import tolls
from syria_events.coding.arabic.clauses import Clause
from syria_events.coding.arabic.kinds import ATTACK_FAMILIES, Happening, kinds
from syria_events.coding.arabic.lexicon import Found
from syria_events.coding.arabic.reading import Reading
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.model import Actor

_REACH = 7
_ADJECTIVE_ENDINGS = ("ي", "يه", "يين", "يان", "يون")
_LANDS = frozenset({"حدود", "اراضي", "عاصمه", "اجواء", "سواحل", "حدوديه", "حدودي", "لغه", "ليره", "ولايه", "عبر"})
_WITH_OBJECT = frozenset({"target", "assassination", "arrest", "abduction"})
"""Kinds whose noun is followed by who did it or by whom it was done to."""
_STOPS = frozenset({"،", "؛", ":", ".", "ان", "بان", "وان", "انه", "انها", "حيث", "فان"})
"""Words that no role crosses: what is said begins after them."""
BYSTANDERS = frozenset(
    ["civilians", "journalists", "medics", "aid_workers", "white_helmets", "red_cross", "prisoners", "protesters", "un"]
)
_UNARMED_SECTORS = frozenset({"JRN", "NGO", "MED", "IGO", "AID", "CVL", "PTY"})
_OPEN_TO_ALL = frozenset({"protest", "riot", "aid", "talks", "support", "accuse", "reject", "request", "concede"})
"""Families of what civilians, aid workers and the United Nations do, too."""
_VERB_CUES = frozenset({"received", "target_verb", "launch"})
_MUTUAL = frozenset({"clash", "agreement", "talks"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors of one happening."""

    agents: tuple[Actor, ...]
    targets: tuple[Actor, ...]

    @property
    def all(self) -> tuple[Actor, ...]:
        """Agents, then targets."""
        return self.agents + self.targets


def roles(scene: Scene, clause: Clause, happening: Happening) -> Roles:
    """Return who did what the clause tells and who suffered it."""
    named = [actor for actor in scene.actors_in(clause.first, clause.last) if not _is_no_party(scene, actor)]
    agents, targets, speakers = _sorted_out(scene, clause, happening, named)
    parties = [actor for actor in named if actor not in speakers]
    if _is_mutual(scene, clause, happening, parties):
        return _made(parties[:1], parties[1:])
    if not agents and happening.kind.family not in ATTACK_FAMILIES and (free := _free_agent(named, targets, speakers)):
        agents = [free]
    if not agents and speakers and (targets or happening.kind.family == "arrest"):
        agents = [actor for actor in speakers if _announces(scene, clause, actor)]
    found = _made(agents, targets)
    if not found.agents and (unknown := _unknown(scene.reading, clause, happening)):
        return Roles((unknown,), found.targets)
    return found


def _is_mutual(scene: Scene, clause: Clause, happening: Happening, named: list[Named]) -> bool:
    """اشتباكات بين … و…: the parties do the same to each other, the first named is actor1."""
    if happening.kind.family not in _MUTUAL or len(named) < 2:
        return False
    before = scene.reading.words[max(clause.first, named[0].first - 3) : named[0].first]
    return happening.kind.family != "clash" or "بين" in before


def _sorted_out(
    scene: Scene, clause: Clause, happening: Happening, named: list[Named]
) -> tuple[list[Named], list[Named], list[Named]]:
    """Agents, targets and speakers among the named."""
    sorted_out: dict[str, list[Named]] = {"agent": [], "target": [], "speaker": []}
    previous: tuple[Named, str | None] | None = None
    for actor in named:
        role = _joined(scene.reading, actor, previous)
        role = role or _role(scene, clause, happening, actor, bool(sorted_out["agent"]))
        previous = actor, role
        if role == "agent" and not _may_act(happening, actor):
            role = "target"
        if role in {"target", "victim"}:
            sorted_out["target"].append(actor)
        elif role:
            sorted_out[role].append(actor)
    return sorted_out["agent"], sorted_out["target"], sorted_out["speaker"]


def _made(agents: list[Named], targets: list[Named]) -> Roles:
    by = {actor.mention.group: actor for actor in reversed(agents)}
    to = {actor.mention.group: actor for actor in reversed(targets) if actor.mention.group not in by}
    return Roles(
        tuple(_actor("actor1", actor) for actor in reversed(by.values())),
        tuple(_actor("actor2", actor) for actor in reversed(to.values())),
    )


def _free_agent(named: list[Named], targets: list[Named], speakers: list[Named]) -> Named | None:
    """In politics the first who is neither told about nor telling acts."""
    taken = {id(actor) for actor in (*targets, *speakers)}
    return next((actor for actor in named if id(actor) not in taken and not _is_bystander(actor)), None)


def _announces(scene: Scene, clause: Clause, actor: Named) -> bool:
    """أعلن التحالف مقتل قيادي في تنظيم …: who announces what was done to another did it."""
    if _is_bystander(actor):
        return False
    before = scene.reading.between("cues", max(clause.first, actor.first - 3), actor.first)
    return any(hit.entry.detail == "announced" for hit in before)


def _is_no_party(scene: Scene, named: Named) -> bool:
    """The press and monitors tell; a council or force named like the place that follows a place word is the place."""
    if _is_geography(scene.reading, named) or "مخلفات" in scene.reading.words[max(named.first - 1, 0) : named.first]:
        return True
    if any(hit.label == "no_actor" for hit in scene.reading.between("text", named.first, named.first + 1)):
        return named.last - named.first == 1
    if named.mention.group in {"journalists", "other"} and named.mention.kind == "name":
        return named.mention.sector in {"JRN", "NGO", "MED"} or bool(scene.places_in(named.first, named.last))
    return False


def _is_adjective(reading: Reading, named: Named) -> bool:
    """روسي, الروسية: by the dictionary, or by the ending of a single word."""
    is_word = named.last - named.first == 1
    return named.mention.kind == "adjective" or (is_word and reading.words[named.first].endswith(_ADJECTIVE_ENDINGS))


def _is_geography(reading: Reading, named: Named) -> bool:
    """الحدود التركية, الأراضي السورية, روسية الصنع: where something is or comes from, not who acts."""
    before = reading.words[named.first - 1] if named.first else ""
    after = reading.words[named.last] if named.last < len(reading.words) else ""
    return named.last - named.first == 1 and (before.removeprefix("ال") in _LANDS or after in {"الصنع", "المنشا"})


def _may_act(happening: Happening, named: Named) -> bool:
    """Those who only suffer violence do not commit it; in politics anybody may act."""
    return not _is_bystander(named) or happening.kind.family in _OPEN_TO_ALL


def _is_bystander(named: Named) -> bool:
    return named.mention.group in BYSTANDERS or (
        named.mention.group == "other" and named.mention.sector in _UNARMED_SECTORS
    )


def _actor(role: str, named: Named) -> Actor:
    mention = named.mention
    return Actor(role, mention.name, mention.group, mention.start, mention.end)


def _joined(reading: Reading, named: Named, previous: tuple[Named, str | None] | None) -> str | None:
    """قوات النظام وروسيا: a name joined to another has its role."""
    if previous is None or not 0 <= named.first - previous[0].last <= 2:
        return None
    between = [word for word in reading.words[previous[0].last : named.first] if word not in '"“”«»(),،']
    if between in ([], ["حليفه"], ["وحليفه"], ["وحليفتها"], ["وحلفائه"]) and (named.clitics.startswith("و") or between):
        return previous[1]
    return previous[1] if between in (["و"], ["من"], ["تابعه"], ["التابعه"], ["تتبع"]) else None


def _role(scene: Scene, clause: Clause, happening: Happening, named: Named, has_agent: bool) -> str | None:
    reading = scene.reading
    if any(named.first <= hit.first and hit.last <= named.last for hit in happening.triggers):
        return "agent"
    if _is_one_of(reading, clause, named):
        return "victim"
    for cue in _cues_before(reading, clause, happening, named):
        role = _by_cue(reading, clause, cue, named, has_agent)
        if role:
            return role
    return _before_verb(reading, clause, named)


def _is_one_of(reading: Reading, clause: Clause, named: Named) -> bool:
    """عنصران من قوات …, جنديين تركيين: people told of as members."""
    if _is_adjective(reading, named):
        return any(hit.entry.detail == "combatant" for hit in reading.at["people"].get(named.first - 1, ()))
    before = [position for position in range(max(clause.first, named.first - 5), named.first)]
    before = [position for position in before if reading.words[position] not in '"“”«»('][-2:]
    if len(before) < 2 or reading.words[before[1]] not in {"من", "في", "ل"}:
        return False
    return any(hit.entry.detail == "combatant" for hit in reading.at["people"].get(before[0], ()))


def _cues_before(reading: Reading, clause: Clause, happening: Happening, named: Named) -> Iterator[Found]:
    """Cues and triggers that end before the name, nearest first; a comma or another deed ends it."""
    last = named.first + (not _is_adjective(reading, named) and bool(named.clitics))
    for position in range(min(last, named.first), max(clause.first, named.first - _REACH) - 1, -1):
        if position < named.first and reading.words[position] in _STOPS:
            return
        hits = [
            *(hit for hit in reading.at["cues"].get(position, ()) if hit.label == "role"),
            *(hit for hit in reading.at["triggers"].get(position, ()) if hit in happening.triggers),
            *(hit for hit in reading.at["tolls"].get(position, ()) if hit.entry.detail == "transitive"),
        ]
        yield from sorted((hit for hit in hits if hit.last <= named.first), key=lambda hit: hit.first - hit.last)
        if reading.at["triggers"].get(position) and not _belongs(happening, position):
            return


def _belongs(happening: Happening, position: int) -> bool:
    """Say whether the trigger at a word is one of the happening's, or part of one."""
    return any(hit.first <= position < hit.last for hit in happening.triggers)


def _by_cue(reading: Reading, clause: Clause, cue: Found, named: Named, has_agent: bool) -> str | None:
    if cue.entry.table == "cues":
        if cue.entry.detail in {"agent", "victim", "speaker"}:
            return cue.entry.detail
        if cue.entry.detail == "announced":
            return "speaker"
        if cue.entry.detail == "received":
            return "target"
        if cue.entry.detail == "target_verb":
            return "target" if has_agent or _deed_before(reading, clause, cue) else "agent"
        if cue.entry.detail == "launch":
            return None if has_agent else "agent"
        if cue.entry.detail == "joiner":
            return "agent" if has_agent else None
        return cue.entry.detail if cue.entry.detail == "target" else None
    if cue.entry.table == "tolls":
        counted = reading.between("numbers", cue.last, named.first) or reading.between("people", cue.last, named.first)
        return "target" if has_agent or counted else "agent"
    return _by_trigger(reading, clause, cue, named, has_agent)


def _by_trigger(reading: Reading, clause: Clause, cue: Found, named: Named, has_agent: bool) -> str | None:
    if cue.entry.detail == "verb":
        return "target" if has_agent or (cue.label == "target" and _deed_before(reading, clause, cue)) else "agent"
    if kinds()[cue.label].family in {"clash", "agreement", "talks"}:
        return "target" if has_agent else "agent"
    if _is_adjective(reading, named) or named.clitics.endswith("ل"):
        return "agent"
    if cue.label in _WITH_OBJECT and not _has_object(reading, named) and not _hurts_civilians(reading, clause):
        return "target"
    return "target" if has_agent else "agent"


def _hurts_civilians(reading: Reading, clause: Clause) -> bool:
    return any(toll.victims == "civilian" for toll in tolls(reading, clause.first, clause.last))


def _deed_before(reading: Reading, clause: Clause, cue: Found) -> bool:
    """Say whether a deed is the subject of the verb: "قصف روسي استهدف …", "بقصف … طال …"."""
    for hit in reading.between("triggers", max(clause.first, cue.first - 8), cue.first):
        if hit.entry.detail == "noun" and kinds()[hit.label].family in ATTACK_FAMILIES:
            return hit.clitics[-3:] != "بال"
    return bool(reading.between("weapons", max(clause.first, cue.first - 4), cue.first))


def _has_object(reading: Reading, named: Named) -> bool:
    """استهداف قوات النظام محيط القرية / ل…: who follows the noun did it, as the noun has an object besides."""
    following = reading.words[named.last : named.last + 1]
    if not following or following[0] in {"،", ".", "\n", "في", "من", "علي", "عبر", "قرب", "خلال", "ضمن", ")"}:
        return False
    return not following[0].startswith("ب")


def _before_verb(reading: Reading, clause: Clause, named: Named) -> str | None:
    """A subject before its verb: "قوات النظام تقصف …", "إن الطائرات الروسية استهدفت …"."""
    for position in range(named.last, min(named.last + 9, clause.last)):
        if reading.words[position] in _STOPS and not (position == named.last and reading.words[position] == "،"):
            return None
        role = _of_verb(reading, position, position - named.last)
        if role:
            return role
    return None


def _of_verb(reading: Reading, position: int, distance: int) -> str | None:
    """The role of a subject that stands `distance` words before the verb at `position`; null where there is no verb."""
    for hit in reading.at["cues"].get(position, ()):
        if hit.entry.detail in _VERB_CUES and hit.clitics in {"", "و", "ف"}:
            return "target" if hit.entry.detail == "received" else "agent"
    for hit in reading.at["triggers"].get(position, ()):
        is_present = distance <= 1 and reading.words[position][0] in "يت" and not hit.clitics
        if hit.entry.detail == "verb" or is_present:
            return "agent"
    for hit in reading.at["tolls"].get(position, ()):
        if hit.entry.detail in {"transitive", "active"} and distance <= 2:
            return "agent"
    return None


def _unknown(reading: Reading, clause: Clause, happening: Happening) -> Actor | None:
    """مجهولون, مسلحون مجهولون: an attacker without a name."""
    if happening.kind.family not in ATTACK_FAMILIES | {"abduction"}:
        return None
    for hit in reading.between("text", clause.first, clause.last):
        if hit.label == "perpetrator" and _acts(reading, clause, hit):
            start, end = reading.offsets(hit.first, hit.last)
            start += len(hit.clitics)
            return Actor("actor1", reading.text[start:end], "unidentified_armed_group", start, end)
    return None


def _acts(reading: Reading, clause: Clause, hit: Found) -> bool:
    before = reading.between("tolls", max(clause.first, hit.first - 2), hit.first)
    if (
        any(toll.entry.detail in {"passive", "noun"} and toll.last == hit.first for toll in before)
        and hit.last - hit.first == 1
    ):
        return reading.words[hit.first] in {"مجهولون", "مسلحون"} and any(
            toll.entry.detail == "transitive" for toll in before
        )
    return True
