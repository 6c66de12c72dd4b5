"""Which types of happening may be one another's: an air strike may be told as shelling, never as a protest."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from syria_events.model import Report, SyriaEventsError


@dataclass(frozen=True, slots=True)
class Kind:
    """`family` bounds what may be linked at all, `group` holds what writers mix up.

    `rare` happenings are seldom two in one place and day. In `mutual` ones both sides act, so that either may be named
    first. `verbal` is `talks` or `statement` for what looks alike every day, else empty.
    """

    family: str
    group: str
    rare: bool
    mutual: bool
    verbal: str


def kind_of(report: Report) -> Kind:
    """Return the kind of a report: by its ACLED sub-event type, else by its PLOVER root.

    Raises SyriaEventsError for a type that the codebook does not have.
    """
    return kind_named(report.acled_sub_event_type or report.plover_root)


def kind_named(name: str) -> Kind:
    """Return the kind of a type by its name. Raises SyriaEventsError as `kind_of` does."""
    try:
        return _kinds()[name]
    except KeyError:
        raise SyriaEventsError(f"type {name!r} is missing in events/data/kinds.csv: add it with its family") from None


def precedence_of(type_name: str) -> int:
    """Return the place of a type in the table: of two types that as many sources give, the smaller one stands."""
    return list(_kinds()).index(type_name)


@cache
def _kinds() -> dict[str, Kind]:
    table = files("syria_events.events") / "data" / "kinds.csv"
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {row["type"]: _kind(row) for row in rows}


def _kind(row: dict[str, str]) -> Kind:
    return Kind(row["family"], row["group"], row["rare"] == "yes", row["mutual"] == "yes", row["verbal"])
