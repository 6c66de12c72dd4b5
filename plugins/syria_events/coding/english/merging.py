"""Which mentions of an article are one happening."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, timedelta

from syria_events.coding.english.mention import Mention
from syria_events.coding.places.place import kilometres
from syria_events.model import Place

SAME_PLACE_KM = 6.0
_HEAD = 2
"""Sentences in which undated news is of these days."""
_NEWS = timedelta(days=5)
_SOON = 3
"""Sentences within which a first word for something may still be made exact by a later one."""
_CAPITAL = {"SY01", "SY03"}
"""What is near Damascus may be told as in its suburbs, a governorate of their own."""
_VAGUE = 4
"""Precision of a place that is only a country or region."""


_NAMESAKES = frozenset(
    {
        *("Idlib", "Aleppo", "Hama", "Homs", "Daraa", "Dar'a", "Ar-Raqqah", "Raqqa", "Deir ez-Zor", "Al-Hasakah"),
        *("Hasakah", "Latakia", "Tartus", "As-Suwayda", "Suwayda", "Quneitra", "Damascus"),
    }
)
"""Cities that are also names of governorates: "strikes on Idlib" may mean either."""
_REFINES = {
    frozenset({"Remote explosive/landmine/IED", "Suicide bomb"}),
}
"""Types of which one may tell the other more exactly: a car bomb turns out to have had a driver."""


_TOLD = frozenset({"killing", "fighters"})
"""Kinds of mentions that tell of nothing but the dead."""
_GENERAL = frozenset({"attack", "assault", "fighters", "shooting", "killing", "assassination"})
"""Kinds that any violence may turn out to be."""


@dataclass(slots=True)
class Group:
    """Mentions of one happening, in the order of the text."""

    mentions: list[Mention] = field(default_factory=list)
    news_since: date | None = None
    """For what headline or lead tell: the earliest day on which it may have happened, though they give none."""
    follow_up: Place | None = None
    """A place in a sentence that goes on about it without a word of its own for it."""

    @property
    def place(self) -> Place | None:
        """The most precise place said; of several the first."""
        said = [mention.places[0] for mention in self.mentions if mention.places]
        return min((*said, *((self.follow_up,) if self.follow_up else ())), key=vagueness, default=None)


def vagueness(place: Place) -> float:
    """Return how little a place says: its precision; a city that may be its governorate lies between."""
    return 2.5 if place.precision == 1 and place.name in _NAMESAKES else place.precision


def grouped(found: list[Mention], published: date | None) -> list[Group]:
    """Return the happenings of an article: each mention joins the group that it fits best, or begins one."""
    groups: list[Group] = []
    for mention in found:
        best, score = None, 0.0
        for index, group in enumerate(groups):
            fit = _fit(group, mention) + 0.02 * index
            if fit > score:
                best, score = group, fit
        if best is None and mention.only_joins:
            continue
        if best is None:
            best = Group(news_since=published - _NEWS if published and mention.ordinal <= _HEAD else None)
            groups.append(best)
        best.mentions.append(mention)
    return groups


def _fit(group: Group, mention: Mention) -> float:
    """How well a mention continues a group; minus infinity where something speaks against it."""
    first = group.mentions[0]
    if first.cumulative != mention.cumulative or not (first.realis == mention.realis or _refers_back(group, mention)):
        return -math.inf
    toll = _toll_fit(group, mention)
    if not toll and _counts_others(group, mention):
        return -math.inf
    parts = (
        _kind_fit(group, mention, toll > 0),
        _place_fit(group, mention),
        _day_fit(group, mention),
        _actor_fit(group, mention),
    )
    if min(parts) < 0:
        return -math.inf
    if _comes_after(group.mentions[-1], mention):
        return -math.inf
    near = 0.3 if group.mentions[-1].sentence >= mention.sentence - 1 else 0.0
    return sum(parts) + toll + near


def _kind_fit(group: Group, mention: Mention, same_toll: bool) -> float:
    own = mention.kind
    others = [other.kind for other in group.mentions]
    if not own.is_violent or not others[0].is_violent:
        return 1.0 if own.family == others[0].family else -1.0
    if own.name in _TOLD or all(other.name in _TOLD for other in others):
        return 0.6
    if same_toll:
        return 0.5
    families = {other.family for other in others if other.name != "killing"}
    if own.family in families:
        return _type_fit(group, mention)
    if own.generic and own.name in _GENERAL:
        return 0.4
    if {other.name for other in others} <= _GENERAL:
        return 0.4
    if {own.family, *families} <= {"clash", "territory"}:
        before = group.mentions[-1]
        near = mention.sentence - before.sentence <= 1 or (before.title and mention.ordinal <= 1)
        return 0.4 if near or own.family == "clash" or _place_fit(group, mention) > 1 else -1.0
    return -1.0


def _type_fit(group: Group, mention: Mention) -> float:
    """Types of one family: equal, one more general than the other, or in conflict."""
    specific = {other.kind.acled_sub_event_type for other in group.mentions if not other.kind.generic}
    if mention.kind.generic:
        return 0.7 if any(mention.kind.name == other.kind.name for other in group.mentions) else 0.6
    if not specific:
        # "a blast … rebels have shelled the capital": what comes late and anew does not say what the blast was
        anew = mention.ordinal > _SOON and not mention.definite
        return -1.0 if anew and mention.ordinal - group.mentions[-1].ordinal > 1 else 0.6
    if mention.kind.acled_sub_event_type in specific:
        return 1.0
    if mention.definite and not mention.places:
        return 0.4  # "the shelling" takes up air strikes
    return 0.4 if any(frozenset({mention.kind.acled_sub_event_type, other}) in _REFINES for other in specific) else -1.0


def _place_fit(group: Group, mention: Mention) -> float:
    place = group.place
    if place is None or not mention.places:
        return 0.3
    said = mention.places[0]
    if _same(place, said):
        return 1.5
    if _within(place, said):
        return 0.6
    return 0.2 if mention.definite and any(_within(place, other) for other in mention.places[1:]) else -1.0


def _same(one: Place, other: Place) -> bool:
    if one.place_id and one.place_id == other.place_id:
        return True
    if max(one.precision, other.precision) > 2 or one.lat is None or other.lat is None:
        return False
    return kilometres(one.lat, one.lon or 0.0, other.lat, other.lon or 0.0) < SAME_PLACE_KM


def _within(one: Place, other: Place) -> bool:
    """One of the two is an area that holds the other."""
    if max(one.precision, other.precision) == 4:
        return one.country == other.country
    if max(vagueness(one), vagueness(other)) == 1:
        return False
    admins = {one.admin1_pcode, other.admin1_pcode}
    return len(admins) == 1 or (admins == _CAPITAL and min(one.precision, other.precision) > 1)


def _day_fit(group: Group, mention: Mention) -> float:
    days = [span for other in group.mentions if not other.day_is_of_speech and (span := _span(other))]
    own = _span(mention)
    stale = own is not None and not days and group.news_since is not None and own[1] < group.news_since
    if stale and mention.kind.name != "chemical":
        return -1.0  # "two weeks ago the town was hit as well"; of gas attacks articles speak for weeks
    if not days or own is None or mention.day_is_of_speech:
        return 0.3
    return 0.8 if any(start <= own[1] and own[0] <= end for start, end in days) else -1.0


def _span(mention: Mention) -> tuple[date, date] | None:
    day = mention.day
    return (day.start, day.end or day.start) if day and day.start else None


def _actor_fit(group: Group, mention: Mention) -> float:
    own = {part.group for part in mention.roles.agents} - {"unidentified_armed_group"}
    others = {part.group for other in group.mentions for part in other.roles.agents} - {"unidentified_armed_group"}
    if not own or not others:
        return 0.2
    if own & others:
        return 0.8
    if mention.kind.family in {"clash", "territory"}:
        theirs = {part.group for other in group.mentions for part in other.roles.targets}
        beside = not theirs and group.mentions[-1].sentence == mention.sentence
        return 0.4 if own & theirs or beside else -1.0
    return -1.0


def _toll_fit(group: Group, mention: Mention) -> float:
    said = {(toll.kind, toll.quantity.best) for other in group.mentions for toll in other.tolls}
    return float(len(said & {(toll.kind, toll.quantity.best) for toll in mention.tolls}))


def _counts_others(group: Group, mention: Mention) -> bool:
    """Whether a mention counts other dead than the group does: "another 40 were killed", another number elsewhere."""
    own = _killed([mention])
    said = _killed([other for other in group.mentions if not other.title])
    if not own or not said or mention.title:
        return False
    if mention.another:
        return True
    place = group.place
    if place is None or place.precision == _VAGUE or mention.own_place is None:
        return False
    apart = not _same(place, mention.own_place)
    return apart and any(victims in said and said[victims].isdisjoint(numbers) for victims, numbers in own.items())


def _killed(mentions: list[Mention]) -> dict[str, set[int | None]]:
    counted: dict[str, set[int | None]] = {}
    for mention in mentions:
        for toll in mention.tolls:
            if toll.kind == "killed" and not toll.quantity.vague:
                counted.setdefault(toll.victims, set()).add(toll.quantity.best)
    return counted


def _comes_after(one: Mention, other: Mention) -> bool:
    """ "They shelled the suburbs after a gas attack": two happenings, unless one clause only counts the dead."""
    if one.sentence != other.sentence or not other.later:
        return False
    if {one.kind.family, other.kind.family} == {"clash", "territory"}:
        return False  # "took the city after days of fighting"
    return one.kind.name not in _TOLD and other.kind.name not in _TOLD and one.kind.name != other.kind.name


def _refers_back(group: Group, mention: Mention) -> bool:
    """Whether "that attack" goes on about what the sentence before told as history."""
    if not mention.definite or mention.realis != "actual" or group.mentions[0].realis != "historical":
        return False
    return mention.day is None and 0 <= mention.sentence - group.mentions[-1].sentence <= 1
