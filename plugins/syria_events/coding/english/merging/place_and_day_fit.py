"""How well place and day of a mention agree with those of a group; minus one where they speak against it."""

from __future__ import annotations

from datetime import date

from syria_events.coding.english.group import Group, vagueness
from syria_events.coding.english.mention import Mention
from syria_events.coding.places.place import kilometres
from syria_events.model import Place

_COUNTRY = 4
"""Precision of a place that is only a country or region."""
SAME_PLACE_KM = 6.0
SAME_QUARTER_KM = 1.5
"""How far apart the names may be that two sources give to one place."""
_CAPITAL = {"SY01", "SY03"}
"""What is near Damascus may be told as in its suburbs, a governorate of their own."""


def place_fit(group: Group, mention: Mention) -> float:
    """Return how well the places agree: the same place best, then one within the other."""
    place = group.place
    if place is None or not mention.places:
        return 0.3
    said = mention.places[0]
    if is_same_place(place, said):
        return _beside_fit(group, mention) if are_two_towns(place, said) else 1.5
    if _within(place, said):
        return 0.6
    return 0.2 if mention.definite and any(_within(place, other) for other in mention.places[1:]) else -1.0


def _beside_fit(group: Group, mention: Mention) -> float:
    """Of two towns side by side one raid may be told; what is told later with its own day is another."""
    if mention.kind.family != "attack" or mention.definite or mention.title or mention.own_place is None:
        return 1.5
    anew = mention.day is not None and mention.sentence - group.mentions[-1].sentence > 1
    return -1.0 if anew else 1.5


def is_same_place(one: Place, other: Place) -> bool:
    """Return whether two places are one, by id or by distance."""
    if one.place_id and one.place_id == other.place_id:
        return True
    if max(one.precision, other.precision) > 2 or one.lat is None or other.lat is None:
        return False
    return _kilometres(one, other) < SAME_PLACE_KM


def _kilometres(one: Place, other: Place) -> float:
    return kilometres(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0)


def are_two_towns(one: Place, other: Place) -> bool:
    """Return whether two places are villages or quarters beside each other, neither the city that holds both."""
    if one.place_id is None or one.place_id == other.place_id:
        return False
    return max(vagueness(one), vagueness(other)) == 1 and _kilometres(one, other) > SAME_QUARTER_KM


def holds(area: Place | None, place: Place) -> bool:
    """Return whether an area, or a country told with no place in it, holds a town."""
    if area is None or area.precision == _COUNTRY:
        return place.precision < _COUNTRY and place.country == (area.country if area else "SY")
    return vagueness(area) > vagueness(place) and _within(area, place)


def _within(one: Place, other: Place) -> bool:
    """One of the two is an area that holds the other."""
    if max(one.precision, other.precision) == _COUNTRY:
        return one.country == other.country
    if max(vagueness(one), vagueness(other)) == 1:
        return False
    admins = {one.admin1_pcode, other.admin1_pcode}
    return len(admins) == 1 or (admins == _CAPITAL and min(one.precision, other.precision) > 1)


def day_fit(group: Group, mention: Mention) -> float:
    """Return how well the days agree; days of statements decide nothing."""
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
