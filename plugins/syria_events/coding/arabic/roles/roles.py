"""Who did it and to whom, without a parse.

News Arabic marks roles by what stands before a name: the verb (قصفت قوات …), the noun of the deed (قصف لقوات …, غارات
روسية), من قبل and على يد for the one who did it; على, استهدف, مواقع ل, عناصر من for the one who suffered it. A name
before the verb is a headline's subject. What the nearest such word says decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from syria_events.coding.arabic.roles.announced import announces, mourns, tells_his_own
from syria_events.coding.arabic.roles.parties import is_bystander, is_no_party, is_origin_of, may_act
from syria_events.coding.arabic.roles.role_cues import joined_role, role_of
from syria_events.coding.arabic.roles.units import is_head_of, is_named_again, is_of_another, owner_of_band
from syria_events.coding.arabic.scene import Named, Scene
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, Happening
from syria_events.coding.arabic.triggers.triggers import is_charge
from syria_events.coding.arabic.words.clauses import Clause
from syria_events.coding.arabic.words.lexicon import Found
from syria_events.coding.arabic.words.reading import Reading
from syria_events.model import Actor

_MUTUAL = frozenset({"clash", "agreement", "talks"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors of one happening."""

    agents: tuple[Actor, ...]
    targets: tuple[Actor, ...]


def roles(scene: Scene, clause: Clause, happening: Happening) -> Roles:
    """Return who did what the clause tells and who suffered it; of those hurt by what is told elsewhere, nobody."""
    if happening.kind.name == "harm":
        return Roles((), ())
    named = _named(scene, clause)
    agents, targets, speakers = _sorted_out(scene, clause, happening, named)
    parties = [actor for actor in named if actor not in speakers]
    if happening.kind.family == "agreement" and len({actor.mention.group for actor in speakers}) > 1:
        parties = speakers
    if _is_mutual(scene, clause, happening, parties):
        return _made(parties[:1], parties[1:])
    if not targets:
        targets = [actor for actor in speakers if mourns(scene.reading, clause, actor)]
    if not agents:
        agents = [
            actor for actor in speakers if actor not in targets and tells_his_own(scene, clause, happening, actor)
        ]
    if not agents and happening.kind.family not in ATTACK_FAMILIES:
        agents = _free_agents(scene.reading, happening, named, targets, speakers)
    unknown = _unknown(scene.reading, clause, happening, named)
    if not agents and not unknown and speakers and (targets or happening.kind.family == "arrest"):
        hurt = {actor.mention.group for actor in targets}
        agents = [actor for actor in speakers if actor.mention.group not in hurt and announces(scene, clause, actor)]
    found = _made(agents, targets)
    if not found.agents and unknown:
        return Roles((unknown,), found.targets)
    if not found.agents and happening.kind.family == "protest":
        return Roles((_crowd(scene.reading, happening),), found.targets)
    return found


def _crowd(reading: Reading, happening: Happening) -> Actor:
    """Whoever takes part in a protest, by the word that tells of it."""
    hit = happening.trigger
    start, end = reading.offsets(hit.first, hit.last, len(hit.clitics))
    return Actor("actor1", reading.text[start:end], "protesters", start, end)


def _named(scene: Scene, clause: Clause) -> list[Named]:
    parties = [actor for actor in scene.actors_in(clause.first, clause.last) if not is_no_party(scene, actor)]
    named: list[Named] = []
    for actor in parties:
        before = named[-1] if named else None
        if before and is_origin_of(scene.reading, before, actor):
            continue
        if before and is_of_another(scene.reading, before, actor):
            named[-1] = replace(actor, first=before.first, clitics=before.clitics)
            continue
        if before and _is_told_by(scene.reading, before, actor):
            named.pop()
        named.append(actor)
    return named


def _is_told_by(reading: Reading, named: Named, following: Named) -> bool:
    return is_head_of(reading, named, following) or is_named_again(reading, named, following)


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
        role = joined_role(scene.reading, actor, previous)
        role = role or role_of(scene, clause, happening, actor, bool(sorted_out["agent"]))
        if role == "agent" and (partner := _partner(scene, happening, actor, previous)):
            sorted_out["agent"].append(partner)
        previous = actor, role
        if role == "agent" and not may_act(happening, actor):
            role = "target"
        if role in {"target", "victim"}:
            sorted_out["target"].append(actor)
        elif role:
            sorted_out[role].append(actor)
    return sorted_out["agent"], sorted_out["target"], sorted_out["speaker"]


def _partner(
    scene: Scene, happening: Happening, actor: Named, previous: tuple[Named, str | None] | None
) -> Named | None:
    """قوات … وميليشيا … تقتلان: of two joined names before a verb the nearer shows the role of both."""
    if previous is None or previous[1] is not None or not may_act(happening, previous[0]):
        return None
    return previous[0] if joined_role(scene.reading, actor, (previous[0], "agent")) else None


def _made(agents: list[Named], targets: list[Named]) -> Roles:
    by = {actor.mention.group: actor for actor in reversed(agents)}
    to = {actor.mention.group: actor for actor in reversed(targets) if actor.mention.group not in by}
    return Roles(
        tuple(_actor("actor1", actor) for actor in reversed(by.values())),
        tuple(_actor("actor2", actor) for actor in reversed(to.values())),
    )


def _free_agents(
    reading: Reading, happening: Happening, named: list[Named], targets: list[Named], speakers: list[Named]
) -> list[Named]:
    """In politics the first who is neither told about nor telling acts; in a protest, those who protest do."""
    taken = {id(actor) for actor in (*targets, *speakers)}
    hurt = {actor.mention.group for actor in targets}
    free = [actor for actor in named if id(actor) not in taken and actor.mention.group not in hurt]
    if happening.kind.family in {"protest", "riot"}:
        return [actor for actor in named if actor.mention.group == "protesters"][:1]
    return [actor for actor in free if not is_bystander(actor) and not is_charge(reading, actor.first)][:1]


def _actor(role: str, named: Named) -> Actor:
    mention = named.mention
    return Actor(role, mention.name, mention.group, mention.start, mention.end)


def _unknown(reading: Reading, clause: Clause, happening: Happening, named: list[Named]) -> Actor | None:
    """مجهولون, مسلحون مجهولون: an attacker without a name, or whose band is named: "مجموعات مسلحة من ميليشيا …"."""
    if happening.kind.family not in ATTACK_FAMILIES | {"abduction", "looting"}:
        return None
    for hit in reading.between("text", clause.first, clause.last):
        if hit.label == "perpetrator" and _acts(reading, clause, hit):
            if owner := owner_of_band(reading, hit.last, named):
                return _actor("actor1", owner)
            start, end = reading.offsets(hit.first, hit.last, len(hit.clitics))
            return Actor("actor1", reading.text[start:end], "unidentified_armed_group", start, end)
    return None


def _acts(reading: Reading, clause: Clause, hit: Found) -> bool:
    """مسلحون after قتل may have killed or been killed; only the nominative of the active reading acts."""
    before = reading.between("tolls", max(clause.first, hit.first - 2), hit.first)
    if (
        any(toll.entry.detail in {"passive", "noun"} and toll.last == hit.first for toll in before)
        and hit.last - hit.first == 1
    ):
        return reading.words[hit.first] in {"مجهولون", "مسلحون"} and any(
            toll.entry.detail == "transitive" for toll in before
        )
    return True
