"""From grouped mentions to the codebook's reports, ranked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from syria_events.coding.arabic.merging.accused import accused_of_it
from syria_events.coding.arabic.merging.claims import claims
from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.merging.hurt import bystanders_hurt
from syria_events.coding.arabic.merging.refined import place_of_lead
from syria_events.coding.arabic.merging.salience import ranked
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.telling.attribution import attribution, is_contested
from syria_events.coding.arabic.triggers.kinds import BROKEN_UP, Kind, kinds
from syria_events.coding.arabic.words.wordsets import wordset
from syria_events.coding.codebook import event_type_of, is_armed
from syria_events.model import Actor, EventDate, Report, Span

_BOMBED = ("bombardment", "target")
_FORMER = wordset("reports.former")
_NO_DATE = EventDate(None, None, "unknown")


def reports(scene: Scene, groups: list[Group]) -> tuple[Report, ...]:
    """Return the reports of an article, rank 1 first."""
    weapons = _weapons_by_agent(groups)
    return tuple(_report(scene, group, rank, weapons) for rank, group in enumerate(ranked(groups), start=1))


def _weapons_by_agent(groups: list[Group]) -> dict[str, Kind]:
    """Agent -> the weapon that the article names for it, where it names but one."""
    named: dict[str, dict[str | None, Kind]] = {}
    for group in groups:
        for mention in group.mentions:
            if mention.happening.kind.family == "fire" and mention.happening.specific and mention.realis == "actual":
                for actor in mention.roles.agents:
                    kind = mention.happening.kind
                    named.setdefault(actor.group, {}).setdefault(kind.acled_sub_event_type, kind)
    return {agent: next(iter(said.values())) for agent, said in named.items() if len(said) == 1}


def _report(scene: Scene, group: Group, rank: int, weapons: dict[str, Kind]) -> Report:
    actors = _actors(group)
    actors = (*actors, *bystanders_hurt(scene, group, actors))
    kind = _kind(group, actors, weapons)
    found = [hit for mention in group.mentions for hit in mention.sources]
    contested = any(is_contested(scene.reading, mention.clause.last) for mention in group.mentions)
    place = place_of_lead(group) if rank == 1 else group.place
    return Report(
        rank=rank,
        evidence=_evidence(scene, group),
        realis=group.mentions[0].realis,
        plover_root=kind.plover_root,
        plover_mode=kind.plover_mode,
        acled_event_type=kind.acled_event_type,
        acled_sub_event_type=kind.acled_sub_event_type,
        event_date=_date(group, scene.published),
        actors=actors,
        place=place,
        place_null_reason=None if place else "the text names no place of it",
        casualties=claims(scene, group),
        claimed_by=attribution(scene.reading, found, denied=contested),
    )


def _actors(group: Group) -> tuple[Actor, ...]:
    agents: dict[str, Actor] = {}
    targets: dict[str, Actor] = {}
    for mention in group.mentions:
        for actor in mention.roles.agents:
            agents.setdefault(actor.group, actor)
        for actor in mention.roles.targets:
            targets.setdefault(actor.group, actor)
    if not set(agents) - {"unidentified_armed_group"} and (accused := accused_of_it(group)):
        agents[accused.group] = accused
        targets.pop(accused.group, None)
    if len(agents) > 1:
        agents.pop("unidentified_armed_group", None)
    return (*agents.values(), *(actor for name, actor in targets.items() if name not in agents))


def _kind(group: Group, actors: tuple[Actor, ...], weapons: dict[str, Kind]) -> Kind:
    said = [mention.happening for mention in group.mentions]
    vague = next((happening.kind for happening in said if happening.kind.name in _BOMBED), said[0].kind)
    if broken_up := next((happening.kind for happening in said if happening.kind.name in BROKEN_UP), None):
        return broken_up
    weapons_said = [happening.kind for happening in said if happening.specific]
    kind = next((kind for kind in weapons_said if kind.name != "blast"), next(iter(weapons_said), vague))
    if kind.name == "airborne_raid" and not any(toll.kind == "killed" for one in group.mentions for toll in one.tolls):
        kind = next((kind for kind in weapons_said if kind.name == "arrest"), kind)
    if kind.name == "shelling":
        kind = next((kind for kind in weapons_said if kind.name == "clash"), kind)
    by = {actor.group for actor in actors if actor.role == "actor1"}
    to = {actor.group for actor in actors if actor.role == "actor2"}
    if kind.name in {*_BOMBED, "attack"} and not any(happening.specific for happening in said):
        kind = _without_weapon(kind, by, weapons)
    if kind.name == "captured":
        kind = kinds()["regained" if "syrian_government" in by else "overtaken" if by else "captured"]
    if (
        kind.family in {"gun", "toll", "assault"}
        and kind.name not in {"torture", "execution"}
        and kind.acled_sub_event_type == "Attack"
        and ((any(is_armed(name) for name in to) and not _only_civilians_fell(group)) or _fighters_fell(group))
        and not _is_former(group)
    ):
        return replace(kind, acled_event_type=event_type_of("Armed clash"), acled_sub_event_type="Armed clash")
    return kind


def _without_weapon(kind: Kind, by: set[str], weapons: dict[str, Kind]) -> Kind:
    """Bombardment with no weapon named is shelling, unless the article says elsewhere what its author bombs with.

    Israel bombs Syria from the air.
    """
    named = {weapons[agent].name: weapons[agent] for agent in by if agent in weapons}
    if len(named) == 1:
        return next(iter(named.values()))
    if "israel" in by:
        return kinds()["air"]
    if kind.name == "target" and by & {"russia", "syrian_government", "turkey", "us_led_coalition"}:
        return kinds()["shelling"]
    return kind


def _is_former(group: Group) -> bool:
    """ضابطا سابقا: who has left his force is killed as a civilian."""
    mention, words = group.mentions[0], group.scene.reading.words
    if any(not _FORMER.isdisjoint(words[toll.first : toll.last + 1]) for toll in mention.tolls):
        return True
    after = words[mention.happening.trigger.last : mention.clause.last][:12]
    return mention.happening.kind.name == "assassination" and not _FORMER.isdisjoint(after)


def _fighters_fell(group: Group) -> bool:
    victims = [toll.victims for mention in group.mentions for toll in mention.tolls]
    return bool(victims) and victims[0] == "combatant"


def _only_civilians_fell(group: Group) -> bool:
    """A civilian shot in the search for fighters: those whom the text counts are none."""
    told = [mention for mention in group.mentions if mention.happening.kind.family in {"gun", "toll"}]
    dead = [toll.victims for mention in told for toll in mention.tolls if toll.kind == "killed" and toll.quantity]
    return bool(dead) and all(victims == "civilian" for victims in dead)


def _date(group: Group, published: date | None) -> EventDate:
    for mention in group.mentions:
        if mention.day and mention.day.start:
            return mention.day
    first = group.mentions[0]
    if first.realis == "actual" and not first.clause.background and published:
        return EventDate(published, published, "day")
    return _NO_DATE


def _evidence(scene: Scene, group: Group) -> tuple[Span, ...]:
    spans = sorted({(mention.clause.first, mention.clause.last) for mention in group.mentions})
    evidence = []
    for first, last in spans:
        start, end = scene.reading.offsets(first, last)
        evidence.append(Span(start, end, scene.reading.text[start:end]))
    return tuple(evidence)
