"""The place of the lead where its own mentions name no more than an area: the one town that the news names there."""

from __future__ import annotations

from syria_events.coding.arabic.merging.group import Group
from syria_events.coding.arabic.places.location import places, vagueness
from syria_events.coding.arabic.words.clauses import clauses
from syria_events.model import Place

_FOLLOWING = 2
"""Sentences behind the lead's first one below the title that still tell where it was."""
_AREA = 2.0


def place_of_lead(group: Group) -> Place | None:
    """Return the place of a lead: the most specific that the text gives (codebook rule 6)."""
    place, scene = group.place, group.scene
    if place is None or place.country != "SY" or not place.admin1_pcode or vagueness(scene, place) < _AREA:
        return place
    below = [mention.clause.sentence for mention in group.mentions if not mention.clause.title]
    if not below:
        return place
    named: dict[str | None, Place] = {}
    for clause in clauses(scene.reading):
        if not clause.title and below[0] <= clause.sentence <= below[0] + _FOLLOWING:
            for other in places(scene, clause):
                if vagueness(scene, other) < _AREA and other.admin1_pcode == place.admin1_pcode:
                    named.setdefault(other.place_id, other)
    return next(iter(named.values())) if len(named) == 1 else place
