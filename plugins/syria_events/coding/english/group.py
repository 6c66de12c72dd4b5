"""A group: the mentions of one happening."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from syria_events.coding.english.mention import Mention
from syria_events.model import Place

_NAMESAKES = frozenset(
    {
        *("Idlib", "Aleppo", "Hama", "Homs", "Daraa", "Dar'a", "Ar-Raqqah", "Raqqa", "Deir ez-Zor", "Al-Hasakah"),
        *("Hasakah", "Latakia", "Tartus", "As-Suwayda", "Suwayda", "Quneitra", "Damascus"),
    }
)
"""Cities that are also names of governorates: "strikes on Idlib" may mean either."""
_AROUND_THE_CAPITAL = (2, "Damascus")
_NEAR = 2
"""Precision of a place near the one that is named."""


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
    """Return how little a place says: its precision; a city that may be its governorate, or near it, lies between.

    "Near Damascus" is an area of its own.
    """
    if place.precision > _NEAR or place.name not in _NAMESAKES or (place.precision, place.name) == _AROUND_THE_CAPITAL:
        return place.precision
    return 2.4 if place.precision == _NEAR else 2.5
