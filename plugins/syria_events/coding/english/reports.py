"""From grouped mentions to the codebook's reports, ranked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from syria_events.coding.english.attribution import attribution
from syria_events.coding.english.casualties import Toll
from syria_events.coding.english.kinds import Kind
from syria_events.coding.english.mentions import Mention
from syria_events.coding.english.merging import Group
from syria_events.coding.english.scene import Scene
from syria_events.model import Actor, Claim, EventDate, Report, Span

NO_DATE = EventDate(None, None, "unknown")
_LEAD = 3
"""Sentences that count as the lead, the headline and its copy included."""


def reports(scene: Scene, groups: list[Group]) -> tuple[Report, ...]:
    """Return the reports of an article, rank 1 first."""
    ordered = sorted(groups, key=_salience)
    return tuple(_report(scene, group, rank) for rank, group in enumerate(ordered, start=1))


def _salience(group: Group) -> tuple[bool, int, int, int]:
    first = group.mentions[0]
    violent = any(mention.kind.is_violent for mention in group.mentions)
    return (
        first.realis != "actual",
        0 if first.title else 1,
        first.sentence if first.title or first.sentence > _LEAD else (0 if violent else 1),
        first.first,
    )


def _report(scene: Scene, group: Group, rank: int) -> Report:
    kind = _kind(group)
    sources = [mention.source for mention in group.mentions if mention.source]
    return Report(
        rank=rank,
        evidence=_evidence(scene, group),
        realis=group.mentions[0].realis,
        plover_root=kind.plover_root,
        plover_mode=kind.plover_mode,
        acled_event_type=kind.acled_event_type,
        acled_sub_event_type=kind.acled_sub_event_type,
        event_date=_date(group, scene.published),
        actors=_actors(scene, group),
        place=group.place,
        place_null_reason=None if group.place else "the text names no place of it",
        casualties=_claims(scene, group),
        claimed_by=attribution(scene, sources, denied=False),
    )


def _kind(group: Group) -> Kind:
    said = [mention.kind for mention in group.mentions]
    return max(said, key=lambda kind: (not kind.generic, kind.weight if kind.generic else 0))


def _date(group: Group, published: date | None) -> EventDate:
    for mention in group.mentions:
        if mention.day and mention.day.start:
            return mention.day
    first = group.mentions[0]
    if first.realis == "actual" and (first.title or first.sentence <= _LEAD) and published:
        return EventDate(published, published, "day")
    return NO_DATE


def _actors(scene: Scene, group: Group) -> tuple[Actor, ...]:
    found: dict[tuple[str, str], Actor] = {}
    for role in ("actor1", "actor2"):
        for mention in group.mentions:
            for part in mention.roles.agents if role == "actor1" else mention.roles.targets:
                start, end = scene.reading.offsets(part.first, part.last)
                found.setdefault((role, part.group), Actor(role, scene.reading.text[start:end], part.group, start, end))
    agents = {group for role, group in found if role == "actor1"}
    if len(agents) > 1:
        found.pop(("actor1", "unidentified_armed_group"), None)
    return tuple(actor for (role, name), actor in found.items() if role == "actor1" or name not in agents)


def _evidence(scene: Scene, group: Group) -> tuple[Span, ...]:
    spans = []
    for first, last in sorted({(mention.first, mention.last) for mention in group.mentions}):
        start, end = scene.reading.offsets(first, last)
        spans.append(Span(start, end, scene.reading.text[start:end]))
    return tuple(spans)


def _claims(scene: Scene, group: Group) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for mention in group.mentions:
        for toll in mention.tolls:
            claim = _claim(scene, mention, toll)
            if not _known(claims, claim):
                claims.append(claim)
    return tuple(claims)


def _claim(scene: Scene, mention: Mention, toll: Toll) -> Claim:
    start, end = scene.reading.offsets(toll.first, toll.last)
    by = mention.source.mention.name if mention.source else None
    number = toll.quantity
    return Claim(toll.kind, toll.victims, number.low, number.best, number.high, mention.cumulative, by, start, end)


def _known(claims: list[Claim], claim: Claim) -> bool:
    """A claim of the same kind about the same people, or about people the text had not yet told apart."""
    for index, other in enumerate(claims):
        if other.kind != claim.kind or other.cumulative != claim.cumulative:
            continue
        if other.victims == claim.victims:
            return True
        if "unknown" in {other.victims, claim.victims}:
            if other.victims == "unknown" and other.best == claim.best:
                claims[index] = replace(other, victims=claim.victims)
            return True
    return False
