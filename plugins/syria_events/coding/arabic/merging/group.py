"""A group: the mentions of one happening."""

from __future__ import annotations

from dataclasses import dataclass, field

from syria_events.coding.arabic.mention import Mention
from syria_events.coding.arabic.merging.nearness import is_at, is_namesake
from syria_events.coding.arabic.places.location import vagueness
from syria_events.coding.arabic.scene import Scene
from syria_events.model import Place

NEWS_DAYS = 3
"""How many days after it a happening still is what a headline means."""


@dataclass(slots=True)
class Group:
    """Mentions of one happening, in the order of the text."""

    scene: Scene
    mentions: list[Mention] = field(default_factory=list)

    def add_headline(self, mention: Mention) -> None:
        """Take a headline in: before the text where it tells what weighs no less, else after it."""
        first = self.mentions[0]
        leads = mention.realis == first.realis and mention.happening.kind.weight >= first.happening.kind.weight
        self.mentions.insert(0 if leads else len(self.mentions), mention)

    @property
    def place(self) -> Place | None:
        """The most precise place said; of several the one told most often and of the dead, else the first."""
        said = [mention.places[0] for mention in self.mentions if mention.places]
        return min(said, key=lambda place: (self._vagueness(place), -self._support(place)), default=None)

    def _support(self, place: Place) -> int:
        """How many mentions name a place, those that count dead or wounded twice."""
        naming = [mention for mention in self.mentions if any(_same(place, other) for other in mention.places)]
        return len(naming) + sum(_hurts(mention) for mention in naming)

    def _vagueness(self, place: Place) -> float:
        """A city that may be its governorate, or that holds a quarter told besides, is vaguer than a village."""
        if is_namesake(place) and (self.scene.qualifier_at(place.start) != "city" or self._holds_another(place)):
            return 2.5
        return vagueness(self.scene, place)

    def _holds_another(self, city: Place) -> bool:
        said = (mention.places[0] for mention in self.mentions if mention.places)
        return any(other.name != city.name and is_at(city, other) for other in said)


def _same(place: Place, other: Place) -> bool:
    return place.place_id == other.place_id and place.name == other.name


def _hurts(mention: Mention) -> bool:
    """Whether a mention counts its own dead or wounded."""
    return any(
        toll.kind in {"killed", "injured"} and not toll.cumulative and toll.quantity and toll.quantity.best
        for toll in mention.tolls
    )


def is_old(group: Group) -> bool:
    """Say whether all that dates a happening lies days before the publication: no headline without a date is of it."""
    days = [mention.day.end for mention in group.mentions if mention.day and mention.day.end]
    published = group.scene.published
    return bool(days) and published is not None and all((published - day).days > NEWS_DAYS for day in days)
