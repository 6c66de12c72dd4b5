"""A place name in a text, and what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass

from syria_events.coding.places.place import GazetteerPlace


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name as it stands in the text: half open offsets, and every place that it may mean.

    `qualifier` tells what stands beside the name, in one vocabulary for all languages: `province`, `countryside`,
    `district`, `subdistrict`, `city`, `town`, `village`, `neighbourhood`, `camp`, `base`, `crossing`, `site`, `road`,
    `part` ("northern Aleppo"), `near`, `suburb`, `east of` (and the other directions), `between`, `in`; null for none.
    """

    start: int
    end: int
    name: str
    candidates: tuple[GazetteerPlace, ...]
    qualifier: str | None = None
    exact: bool = True
    """Whether the name is spelt as the table has it, not only nearly so."""


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What helps to decide: all mentions of the article, those of the same sentence (nearest first), the publisher."""

    mentions: tuple[PlaceMention, ...] = ()
    near: tuple[PlaceMention, ...] = ()
    publisher_country: str | None = None
