"""An actor, its periods and its names: one row each of the actor tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ALIAS_KINDS = ("name", "adjective", "generic")


@dataclass(frozen=True, slots=True)
class Period:
    """A group, from a day to a day, both included; null is open."""

    group: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date | None) -> bool:
        """Say whether the period holds on a day; on no day in particular every period does."""
        return on is None or ((self.valid_from or date.min) <= on <= (self.valid_to or date.max))


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. `acled_inter` 1 to 8 (event_schemas: state forces, rebels, militias, …); `sector` as in PLOVER."""

    actor_id: str
    name_en: str
    name_ar: str | None
    wikidata_id: str | None
    sector: str
    group: str
    acled_inter: int | None
    valid_from: date | None
    valid_to: date | None
    parent: str | None
    periods: tuple[Period, ...] = ()
    """Days on which the group is another than `group`."""

    def group_on(self, on: date | None) -> str:
        """Return the group of a day; with no day, that of most of the war."""
        if on is None:
            return self.group
        return next((period.group for period in self.periods if period.holds(on)), self.group)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor. A name that passed from one actor to another is in the table twice, with dates."""

    actor_id: str
    alias: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, on: date | None) -> bool:
        """Say whether the name means this actor on a day; with no day, open-ended and earlier meanings come first."""
        return on is None or ((self.valid_from or date.min) <= on <= (self.valid_to or date.max))
