"""One mention: what one clause tells of one happening, with everything the clause says about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from syria_events.coding.arabic.attribution import speakers
from syria_events.coding.arabic.casualties import Toll, tolls
from syria_events.coding.arabic.clauses import Clause, clauses
from syria_events.coding.arabic.dates import dates
from syria_events.coding.arabic.kinds import ATTACK_FAMILIES, Happening, happenings
from syria_events.coding.arabic.lexicon import Found
from syria_events.coding.arabic.location import places
from syria_events.coding.arabic.realis import is_cumulative, realis
from syria_events.coding.arabic.roles import BYSTANDERS, Roles, roles
from syria_events.coding.arabic.scene import Scene
from syria_events.model import EventDate, Place

_POLITICAL = frozenset(
    [
        "talks",
        "support",
        "accuse",
        "reject",
        "request",
        "threat",
        "sanction",
        "concede",
        "aid",
        "agreement",
        "mobilize",
        "base",
        "group_change",
        "looting",
    ]
)
"""Families that need somebody who does it: the words alone are too common."""
_SETTING = frozenset({"قبل", "قبيل", "بعد", "عقب", "رغم", "برغم", "منذ", "اثناء", "بموجب", "ضمن", "وفق", "وفقا"})
_SPEECH = frozenset({"request", "threaten", "reject", "condemn"})
"""Kinds whose clause speaks of violence that it does not report, unless it counts the victims."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A happening as one clause tells it; `day` null where the clause gives no date."""

    clause: Clause
    happening: Happening
    realis: str
    day: EventDate | None
    roles: Roles
    places: tuple[Place, ...]
    tolls: tuple[Toll, ...]
    cumulative: bool
    refers: bool
    """The deed is one told before: "القصف", "تلك الهجمات"."""
    hurts: bool
    """The clause speaks of dead or wounded, counted or not."""
    sources: tuple[Found, ...]

    @property
    def is_attack(self) -> bool:
        """Whether this is violence whose kind other mentions of it may settle."""
        return self.happening.kind.family in ATTACK_FAMILIES


def mentions(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of an article in the order of the text."""
    if _is_figurative(scene):
        return
    before: Mention | None = None
    for clause in clauses(scene.reading):
        told = [
            happening
            for happening in happenings(scene.reading, clause)
            if not _is_name(scene, happening) and not _is_setting(scene, happening)
        ]
        for mention in _kept(scene, _mentions(scene, clause, told)):
            before = _continued(scene, before, _with_subject(before, mention))
            yield before


def _with_subject(before: Mention | None, mention: Mention) -> Mention:
    """ "… أقلعت من حميميم، وقصفت قرية …": a verb joined by و has the subject of the verb before it."""
    hit = mention.happening.trigger
    joined = hit.first == mention.clause.first and hit.clitics == "و" and hit.entry.detail == "verb"
    if before and joined and not mention.roles.agents and before.clause.sentence == mention.clause.sentence:
        return replace(mention, roles=replace(mention.roles, agents=before.roles.agents))
    return mention


def _is_setting(scene: Scene, happening: Happening) -> bool:
    """قبل اجتماع, رغم اتفاق: talks and agreements that only date or colour the news."""
    before = scene.reading.words[max(happening.trigger.first - 1, 0) : happening.trigger.first]
    return happening.kind.family in _POLITICAL and any(word.lstrip("و") in _SETTING for word in before)


def _is_name(scene: Scene, happening: Happening) -> bool:
    """الزيارة is a town, too: a word that belongs to a name tells nothing."""
    first, last = happening.trigger.first, happening.trigger.last
    return any(name.first <= first and last <= name.last for name in scene.places_in(max(first - 3, 0), last))


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
        near = min(said, key=lambda when, at=happening.trigger.first: abs(when.first - at), default=None)
        day = near.date if near else None
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


def _refers(scene: Scene, happening: Happening) -> bool:
    hit = happening.trigger
    definite = hit.entry.detail == "noun" and (
        hit.clitics.endswith(("ال", "لل")) or scene.reading.words[hit.first].startswith("ال")
    )
    return definite and hit.last - hit.first == 1


def _kept(scene: Scene, found: list[Mention]) -> Iterator[Mention]:
    """Drop what a clause only speaks of, words of politics without an actor, and tolls of other families."""
    speech = [mention for mention in found if mention.happening.kind.name in _SPEECH and mention.roles.agents]
    found = _with_own_tolls(found)
    for mention in found:
        family = mention.happening.kind.family
        if family in _POLITICAL and not _is_political(scene, mention):
            continue
        if mention not in speech and any(_governs(spoken, mention) for spoken in speech):
            continue
        yield mention


def _with_own_tolls(found: list[Mention]) -> list[Mention]:
    """Give each toll to one of the happenings of a clause: the arrested to the arrest, the dead to the nearest deed."""
    own: dict[int, list[Toll]] = {index: [] for index in range(len(found))}
    for toll in found[0].tolls if found else ():
        fitting = [index for index, mention in enumerate(found) if _may_cause(mention, toll)]
        if fitting:
            own[min(fitting, key=lambda index: _distance(found[index], toll))].append(toll)
    return [replace(mention, tolls=tuple(own[index])) for index, mention in enumerate(found)]


def _may_cause(mention: Mention, toll: Toll) -> bool:
    family = mention.happening.kind.family
    if toll.kind in {"detained", "missing"}:
        return family in {"arrest", "abduction"} or family in ATTACK_FAMILIES or family == "clash"
    if toll.kind == "displaced":
        return True
    return family in ATTACK_FAMILIES or family in {"clash", "territory", "riot", "sexual", "protest", "abduction"}


def _distance(mention: Mention, toll: Toll) -> int:
    """Words between a toll and the nearest trigger of a happening; arrests hold their prisoners."""
    held = {"detained": ("arrest", "abduction"), "displaced": ("displacement", "evacuation")}
    if mention.happening.kind.family in held.get(toll.kind, ()):
        return -1
    return min(min(abs(hit.first - toll.first), abs(hit.first - toll.last)) for hit in mention.happening.triggers)


def _is_political(scene: Scene, mention: Mention) -> bool:
    """Somebody who can act in politics does it; an agreement is made, not only spoken of."""
    hit = mention.happening.trigger
    if mention.happening.kind.family == "aid" and hit.last - hit.first > 1:
        return True
    if not any(actor.group == "un" or actor.group not in BYSTANDERS for actor in mention.roles.agents):
        return False
    if mention.happening.kind.family != "agreement":
        return True
    clause = mention.clause
    return any(hit.label == "making" for hit in scene.reading.between("text", clause.first, clause.last))


def _governs(spoken: Mention, mention: Mention) -> bool:
    if spoken.happening.kind.name == "condemn" and mention.tolls:
        return False
    return 0 < mention.happening.trigger.first - spoken.happening.trigger.first < 12


def _is_figurative(scene: Scene) -> bool:
    """Sports and shows: many of their words, and nobody hurt."""
    hits = [hit for hit in scene.reading.found.get("text", ()) if hit.label == "figurative"]
    hurt = [hit for hit in scene.reading.found.get("tolls", ()) if hit.label == "killed"]
    return len(hits) >= 3 and len(hits) > 2 * len(hurt)
