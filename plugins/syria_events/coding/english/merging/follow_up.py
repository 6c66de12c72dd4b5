"""Where a vague lead happened: in what goes on about it.

"At least 43 people died in a bomb attack on buses. Most had been waiting at a transit point in Rashidin." "Raids killed
nine in Idlib. It was unclear whether the raids on the town of Ariha were by Russian jets." (codebook rule 6: the most
specific place that the text gives)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syria_events.coding.english.group import Group, vagueness
from syria_events.coding.english.mention import LEAD, Mention
from syria_events.coding.english.places.location import places
from syria_events.coding.english.scene import Scene
from syria_events.coding.english.words.wordsets import wordset
from syria_events.model import Place

_VAGUE = 4
_NEAR = 2
_REACH = 2
"""How many sentences after the last mention may tell the place."""
_TIES = wordset("location.ties")


def place_vague_ones(scene: Scene, groups: Sequence[Group]) -> None:
    """Give each group without an exact place in Syria the first one of the words that go on about it."""
    taken = {mention.sentence for group in groups for mention in group.mentions if mention.kind.acled_event_type}
    for group in groups:
        area = group.place
        if not group.mentions[0].kind.is_violent or (area and (vagueness(area) <= _NEAR or area.country != "SY")):
            continue
        said = (*_beside(group, area), *_asked(groups, group), *_following(scene, group, taken))
        group.follow_up = next((place for place in said if _narrows(area, place)), None)


def _narrows(area: Place | None, place: Place) -> bool:
    """Whether a place is an exact one in the area, or in Syria where no area is told."""
    if place.country != "SY" or place.precision >= _VAGUE:
        return False
    if area is None or area.precision >= _VAGUE:
        return True
    return vagueness(place) <= _NEAR and place.admin1_pcode == area.admin1_pcode


def _beside(group: Group, area: Place | None) -> Iterator[Place]:
    """The places that mentions name beside the area; several of one sentence are told at the area (codebook)."""
    for mention in group.mentions:
        exact = {place.place_id: place for place in mention.places[1:] if _narrows(area, place)}
        if len(exact) == 1 and not mention.background:
            yield from exact.values()


def _asked(groups: Sequence[Group], group: Group) -> Iterator[Place]:
    """The place of "it was unclear whether the raids on Ariha were Russian", which asks who did what the lead tells."""
    last = max(
        (mention.sentence for mention in group.mentions if mention.ordinal <= LEAD), default=group.mentions[0].sentence
    )
    for other in groups:
        for mention in other.mentions:
            near = last < mention.sentence <= last + _REACH and mention.definite and mention.realis != "actual"
            if near and mention.own_place and _is_alike(group, mention):
                yield mention.own_place


def _is_alike(group: Group, mention: Mention) -> bool:
    return mention.kind.generic or any(mention.kind.name == one.kind.name for one in group.mentions)


def _following(scene: Scene, group: Group, taken: set[int]) -> Iterator[Place]:
    """The places of the sentences that go on about the lead with no word of their own for it."""
    if group.mentions[0].ordinal > LEAD:
        return
    lead = max(mention.sentence for mention in group.mentions if mention.ordinal <= LEAD)
    for sentence in scene.reading.sentences[lead + 1 : lead + 1 + _REACH]:
        found = [] if sentence.index in taken else places(scene, sentence.first, sentence.last)
        yield from (place for place in found[:1] if _is_tied(scene, place))


def _is_tied(scene: Scene, place: Place) -> bool:
    """Whether a word before a name makes it a place: a person's name may resemble one."""
    start = scene.article.full_text[: place.start].split()[-3:]
    return not _TIES.isdisjoint(map(str.lower, start))
