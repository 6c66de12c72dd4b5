"""Sentences of a lead that sum up what the text then tells village by village: "تبادل القصف في أرياف إدلب وحلب"."""

from __future__ import annotations

from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.merging.nearness import is_namesake, is_within
from syria_events.coding.arabic.places.location import vagueness

_AREA = 2
"""Vagueness of a place from which on it is no village."""


def without_summaries(groups: list[Group]) -> list[Group]:
    """Drop bombardments of an area, of no toll or weapon, whose villages other happenings name."""
    return [group for group in groups if not (_is_of_an_area(group) and any(_details(one, group) for one in groups))]


def _is_of_an_area(group: Group) -> bool:
    mentions = group.mentions
    if any(one.tolls or one.clause.title for one in mentions):
        return False
    places = [place for one in mentions for place in one.places]
    areas = all(is_namesake(place) or vagueness(group.scene, place) >= _AREA for place in places)
    return bool(places) and areas and all(one.happening.kind.name == "bombardment" for one in mentions)


def _details(group: Group, summary: Group) -> bool:
    """Whether it tells, further down, of a village of the area and of one of the same parties."""
    first, of = group.mentions[0], summary.mentions[0]
    if group is summary or first.happening.kind.family != "fire" or first.realis != of.realis:
        return False
    if first.clause.first < of.clause.first or group.place is None or vagueness(group.scene, group.place) >= _AREA:
        return False
    days = {one.day.start for one in (*group.mentions, *summary.mentions) if one.day and one.day.start}
    inside = len(days) < 2 and any(is_within(group.scene, group.place, place) for place in of.places)
    return inside and bool(_parties(group) & _parties(summary))


def _parties(group: Group) -> set[str]:
    return {actor.group for one in group.mentions for actor in (*one.roles.agents, *one.roles.targets)}
