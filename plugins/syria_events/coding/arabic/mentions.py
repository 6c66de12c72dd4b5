"""The mentions of an article, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from syria_events.coding.arabic.attribution import speakers
from syria_events.coding.arabic.casualties import tolls
from syria_events.coding.arabic.clauses import Clause, clauses
from syria_events.coding.arabic.dates import When, dates
from syria_events.coding.arabic.kinds import Happening, happenings
from syria_events.coding.arabic.location import places
from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.news import is_figurative, is_name, is_setting, kept
from syria_events.coding.arabic.realis import is_cumulative, realis
from syria_events.coding.arabic.roles import roles
from syria_events.coding.arabic.scene import Scene
from syria_events.model import EventDate


def mentions(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of an article in the order of the text."""
    if is_figurative(scene):
        return
    before: Mention | None = None
    for clause in clauses(scene.reading):
        told = [
            happening
            for happening in happenings(scene.reading, clause)
            if not is_name(scene, happening) and not is_setting(scene, happening)
        ]
        for mention in kept(scene, _mentions(scene, clause, told)):
            before = _continued(scene, before, _with_subject(before, mention))
            yield before


def _with_subject(before: Mention | None, mention: Mention) -> Mention:
    """أقلعت من حميميم، وقصفت قرية: a verb joined by و has the subject of the verb before it."""
    hit = mention.happening.trigger
    joined = hit.first == mention.clause.first and hit.clitics == "و" and hit.entry.detail == "verb"
    if before and joined and not mention.roles.agents and before.clause.sentence == mention.clause.sentence:
        return replace(mention, roles=replace(mention.roles, agents=before.roles.agents))
    return mention


def _continued(scene: Scene, before: Mention | None, mention: Mention) -> Mention:
    """After a sentence that counts over years, "those attacks" are those of the same years."""
    first = mention.happening.trigger.first
    points_back = any(word.endswith(("تلك", "هذه")) for word in scene.reading.words[max(first - 1, 0) : first])
    if before and points_back and mention.day is None and (before.cumulative or before.realis == "historical"):
        return replace(mention, cumulative=before.cumulative, realis=before.realis)
    return mention


def _mentions(scene: Scene, clause: Clause, told: list[Happening]) -> list[Mention]:
    """One mention for each happening of a clause, with what the clause says about all of them."""
    if not told:
        return []
    reading = scene.reading
    counted = tolls(reading, clause.first, clause.last)
    said = dates(reading, clause.first, clause.last, scene.published)
    where = tuple(places(scene, clause))
    sources = tuple(speakers(reading, clause.first, clause.last))
    hurts = bool(reading.between("tolls", clause.first, clause.last))
    cumulative = all(toll.cumulative for toll in counted) if counted else is_cumulative(reading, clause)
    found = []
    for happening in told:
        day = _nearest(said, happening.trigger.first)
        found.append(
            Mention(
                clause=clause,
                happening=happening,
                realis=realis(reading, clause, happening, day, scene.published),
                day=day,
                roles=roles(scene, clause, happening),
                places=where,
                tolls=tuple(counted),
                cumulative=cumulative,
                refers=_refers(scene, happening),
                hurts=hurts,
                sources=sources,
            )
        )
    return found


def _nearest(said: list[When], position: int) -> EventDate | None:
    """The date that stands nearest to a word."""
    return min(said, key=lambda when: abs(when.first - position)).date if said else None


def _refers(scene: Scene, happening: Happening) -> bool:
    """Say whether the deed is told as one known already: "القصف", "الغارات"."""
    hit = happening.trigger
    definite = hit.entry.detail == "noun" and (
        hit.clitics.endswith(("ال", "لل")) or scene.reading.words[hit.first].startswith("ال")
    )
    return definite and hit.last - hit.first == 1
