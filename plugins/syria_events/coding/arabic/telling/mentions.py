"""The mentions of an article, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from syria_events.coding.arabic.dates.calendar_dates import When
from syria_events.coding.arabic.dates.dates import dates
from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.places.location import places
from syria_events.coding.arabic.places.protests import protest_places
from syria_events.coding.arabic.roles.roles import roles
from syria_events.coding.arabic.scene import Scene
from syria_events.coding.arabic.telling.attribution import speakers
from syria_events.coding.arabic.telling.carried import continued, with_subject
from syria_events.coding.arabic.telling.known import is_known
from syria_events.coding.arabic.telling.news import is_echo, is_figurative, is_name, is_setting, kept
from syria_events.coding.arabic.telling.realis import is_cumulative, is_of_the_fallen, realis
from syria_events.coding.arabic.tolls.casualties import tolls
from syria_events.coding.arabic.tolls.denied_tolls import is_denied
from syria_events.coding.arabic.tolls.toll import Toll
from syria_events.coding.arabic.triggers.kinds import ATTACK_FAMILIES, Happening, happenings
from syria_events.coding.arabic.triggers.spoken_of import is_only_spoken_of
from syria_events.coding.arabic.triggers.triggers import is_charge
from syria_events.coding.arabic.words.clauses import Clause, clauses
from syria_events.coding.arabic.words.quantities import quantity_at
from syria_events.coding.arabic.words.reading import Reading
from syria_events.model import EventDate, Place

_OPENING = 8
"""Words at the head of a clause in which the day of an announcement stands."""
_MANY = 10
"""Deeds of one kind from which on a number of them is a count, not what one raid dropped."""
_VAGUE = 4
"""Precision of a place that is a country or a region of no name of its own."""
_COUNTLESS = 100
"""Attacks that are always a count of months."""
_OTHER_DEED = 40
_ONCE = frozenset({"protest", "riot", "agreement", "talks", "territory"})
"""Families of what is done once, whatever else its clause counts over months."""


def mentions(scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of an article in the order of the text."""
    if is_figurative(scene):
        return
    before: Mention | None = None
    for clause in clauses(scene.reading):
        told = [
            happening
            for happening in happenings(scene.reading, clause)
            if not any(aside(scene, happening) for aside in (is_name, is_setting, is_echo))
        ]
        found = [with_subject(scene, before, mention) for mention in _mentions(scene, clause, told)]
        for mention in kept(scene, found):
            if is_only_spoken_of(scene, mention) or is_known(scene, mention):
                continue
            before = continued(scene, before, mention)
            yield before


def _mentions(scene: Scene, clause: Clause, told: list[Happening]) -> list[Mention]:
    """One mention for each happening of a clause, with what the clause says about all of them."""
    if not told:
        return []
    reading = scene.reading
    counted = tolls(reading, clause.first, clause.last)
    said = dates(reading, clause.first, clause.last, scene.published)
    said = [when for when in said if not is_charge(reading, when.first, clause.first)]
    where = tuple(places(scene, clause))
    sources = tuple(speakers(reading, clause.first, clause.last))
    unhurt = bool(counted) and all(toll.quantity and toll.quantity.best == 0 for toll in counted)
    heads = reading.between("tolls", clause.first, clause.last)
    hurts = not unhurt and any(not is_denied(reading, head) for head in heads)
    total = all(toll.cumulative for toll in counted) if counted else is_cumulative(reading, clause)
    found = []
    for happening in told:
        day = _nearest(reading, _of_deeds(reading, clause, said, happening.trigger.first), happening)
        parties = roles(scene, clause, happening)
        told_as = realis(reading, clause, happening, day, scene.published)
        count = _is_count(reading, clause, happening, counted)
        past = told_as == "actual" and (count or is_of_the_fallen(scene, parties.agents))
        found.append(
            Mention(
                clause=clause,
                happening=happening,
                realis="historical" if past else told_as,
                day=day,
                roles=parties,
                places=_where(scene, clause, happening, where),
                tolls=tuple(counted),
                cumulative=total and happening.kind.family not in _ONCE,
                refers=_refers(scene, happening),
                another=_is_another(scene, happening),
                hurts=hurts,
                sources=sources,
            )
        )
    return found


def _where(scene: Scene, clause: Clause, happening: Happening, where: tuple[Place, ...]) -> tuple[Place, ...]:
    """Where a protest was before its reason is told, whence troops withdrew, and not where one only talked."""
    if happening.kind.family == "protest":
        return protest_places(scene, clause)
    if happening.kind.family in {"withdrawal", "release"} and not where:
        return tuple(places(scene, clause, home=True))
    if happening.kind.family in ATTACK_FAMILIES and any(place.country != "SY" for place in where):
        told = tuple(places(scene, clause, violent=True))
        where = told if any(place.precision < _VAGUE for place in told) else where
    section = None if where else scene.section_at(clause.first)
    return (section,) if section else where


def _is_count(reading: Reading, clause: Clause, happening: Happening, counted: list[Toll]) -> bool:
    """وثق المرصد مقتل 20 شخصا منذ مطلع الشهر: the sum of many deeds is none of them; so are 393 attacks."""
    dead = [toll for toll in counted if toll.kind in {"killed", "injured"} and toll.quantity]
    number = quantity_at(reading, happening.trigger.first - 1, happening.trigger.first)
    if not counted and number is not None and number.best is not None:
        return number.best >= (_MANY if is_cumulative(reading, clause) else _COUNTLESS)
    return bool(dead) and all(toll.cumulative for toll in dead) and is_cumulative(reading, clause)


def _of_deeds(reading: Reading, clause: Clause, said: list[When], position: int) -> list[When]:
    """أعلنت الوزارة، الاثنين، … التفجير … الأحد: a day right after a word of announcing is that of the word."""
    later = [when for when in said if when.first > position]
    if not later or len(later) == len(said):
        return said
    opening = reading.between("cues", clause.first, clause.first + 3)
    if any(hit.entry.detail in {"speaker", "announced"} for hit in opening):
        return [when for when in said if when.first > position or when.first - clause.first > _OPENING]
    return said


def _nearest(reading: Reading, said: list[When], happening: Happening) -> EventDate | None:
    """The date that stands nearest to a deed; a vague one behind another deed is that one's: "تفجير … قبل أسبوعين"."""
    exact = any(when.date.precision == "day" for when in said)
    own = {hit.first for hit in happening.triggers}

    def distance(when: When) -> int:
        first = happening.trigger.first
        apart = abs(when.first - first)
        if not exact or when.date.precision == "day":
            return apart
        between = reading.between("triggers", min(first, when.first), max(first, when.first))
        others = any(hit.first not in own for hit in between)
        return apart + (_OTHER_DEED if others or reading.words[when.first - 1] == "منذ" else 0)

    return min(said, key=distance).date if said else None


def _is_another(scene: Scene, happening: Happening) -> bool:
    """قصف مماثل, غارات مماثلة: the like of a deed told before, elsewhere."""
    following = scene.reading.words[happening.trigger.last : happening.trigger.last + 3]
    return any(word.startswith("مماثل") for word in following)


def _refers(scene: Scene, happening: Happening) -> bool:
    """Say whether the deed is told as one known already: "القصف", "الغارات"."""
    hit = happening.trigger
    definite = hit.entry.detail == "noun" and (
        hit.clitics.endswith(("ال", "لل")) or scene.reading.words[hit.first].startswith("ال")
    )
    return definite and hit.last - hit.first == 1


def without_quiet_raids(scene: Scene, found: list[Mention]) -> list[Mention]:
    """عملية أمنية that arrests and seizes and hurts nobody is told by that; troops that are landed fight."""
    quiet = {mention.clause.sentence for mention in found if mention.happening.kind.family in {"arrest", "disrupted"}}
    return [mention for mention in found if not (mention.clause.sentence in quiet and _is_raid_on_foot(scene, mention))]


def _is_raid_on_foot(scene: Scene, mention: Mention) -> bool:
    hit = mention.happening.trigger
    if mention.happening.kind.name != "airborne_raid" or any(
        toll.kind in {"killed", "injured"} for toll in mention.tolls
    ):
        return False
    return not any("نزال" in word for word in scene.reading.words[hit.first : hit.last])
