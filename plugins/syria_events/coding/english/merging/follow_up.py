"""Where a vague lead happened: in the sentence that goes on about it with no trigger of its own.

"At least 43 people died in a bomb attack on buses. Most had been waiting at a transit point in Rashidin."
"""

from __future__ import annotations

from collections.abc import Iterable

from syria_events.coding.english.group import Group
from syria_events.coding.english.places.location import places
from syria_events.coding.english.scene import Scene

_VAGUE = 4
_REACH = 2
"""How many sentences after the last mention may tell the place."""


def place_vague_ones(scene: Scene, groups: Iterable[Group]) -> None:
    """Give each group told in the lead without a place in Syria the first one of the sentences that go on about it."""
    taken = {mention.sentence for group in groups for mention in group.mentions if mention.kind.acled_event_type}
    for group in groups:
        first = group.mentions[0]
        place = group.place
        if (
            not first.kind.is_violent
            or first.ordinal > 2
            or (place and (place.precision < _VAGUE or place.country != "SY"))
        ):
            continue
        lead = max(mention.sentence for mention in group.mentions if mention.ordinal <= 2)
        for sentence in scene.reading.sentences[lead + 1 : lead + 1 + _REACH]:
            found = [] if sentence.index in taken else places(scene, sentence.first, sentence.last)
            if found and found[0].precision < _VAGUE and found[0].country == "SY":
                group.follow_up = found[0]
                break
