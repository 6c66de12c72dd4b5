"""Which mentions of an article are one happening."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from syria_events.coding.english.mentions import Mention
from syria_events.coding.places.place import kilometres
from syria_events.model import Place

SAME_PLACE_KM = 6.0


@dataclass(slots=True)
class Group:
    """Mentions of one happening, in the order of the text."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def place(self) -> Place | None:
        """The most precise place said; of several the first."""
        said = [mention.places[0] for mention in self.mentions if mention.places]
        return min(said, key=lambda place: place.precision, default=None)


def grouped(found: list[Mention]) -> list[Group]:
    """Return the happenings of an article: each mention joins the group that it fits best, or begins one."""
    groups: list[Group] = []
    for mention in found:
        best, score = None, 0.0
        for index, group in enumerate(groups):
            fit = _fit(group, mention) + 0.02 * index
            if fit > score:
                best, score = group, fit
        if best is None:
            best = Group()
            groups.append(best)
        best.mentions.append(mention)
    return groups


def _fit(group: Group, mention: Mention) -> float:
    """How well a mention continues a group; minus infinity where something speaks against it."""
    first = group.mentions[0]
    if first.realis != mention.realis or first.cumulative != mention.cumulative:
        return -math.inf
    parts = (
        _kind_fit(group, mention),
        _place_fit(group, mention),
        _day_fit(group, mention),
        _actor_fit(group, mention),
    )
    if min(parts) < 0:
        return -math.inf
    return sum(parts) + _toll_fit(group, mention)


def _kind_fit(group: Group, mention: Mention) -> float:
    own = mention.kind
    others = [other.kind for other in group.mentions]
    if not own.is_violent or not others[0].is_violent:
        return 1.0 if own.family == others[0].family else -1.0
    if own.name == "killing" or all(other.name == "killing" for other in others):
        return 0.6
    families = {other.family for other in others if other.name != "killing"}
    specific = {other.acled_sub_event_type for other in others if not other.generic}
    if own.family in families:
        if own.generic or not specific:
            return 0.6
        return 1.0 if own.acled_sub_event_type in specific else -1.0
    if own.generic and own.name in {"attack", "offensive", "shooting"}:
        return 0.4
    if {own.family, *families} <= {"clash", "territory"}:
        return 0.4
    return -1.0


def _place_fit(group: Group, mention: Mention) -> float:
    place = group.place
    if place is None or not mention.places:
        return 0.3
    if _same(place, mention.places[0]):
        return 1.5
    return 0.6 if _within(place, mention.places[0]) else -1.0


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
    return max(one.precision, other.precision) >= 2 and one.admin1_pcode == other.admin1_pcode


def _day_fit(group: Group, mention: Mention) -> float:
    days = [other.day for other in group.mentions if other.day and other.day.start]
    if not days or mention.day is None or mention.day.start is None:
        return 0.3
    return 0.8 if any(day.start <= mention.day.end and mention.day.start <= day.end for day in days) else -1.0


def _actor_fit(group: Group, mention: Mention) -> float:
    own = {part.group for part in mention.roles.agents} - {"unidentified_armed_group"}
    others = {part.group for other in group.mentions for part in other.roles.agents} - {"unidentified_armed_group"}
    if not own or not others:
        return 0.2
    if own & others:
        return 0.8
    if mention.kind.family in {"clash", "territory"}:
        theirs = {part.group for other in group.mentions for part in other.roles.targets}
        return 0.4 if own & theirs else -1.0
    return -1.0


def _toll_fit(group: Group, mention: Mention) -> float:
    said = {(toll.kind, toll.quantity.best) for other in group.mentions for toll in other.tolls}
    return float(len(said & {(toll.kind, toll.quantity.best) for toll in mention.tolls}))
