"""A place name where it stands in an article."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.places import PlaceMention


@dataclass(frozen=True, slots=True)
class Located:
    """A place name at words [first, last)."""

    mention: PlaceMention
    first: int
    last: int
