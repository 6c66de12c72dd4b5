"""Reading the place tables that the package ships."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

from syria_events.coding.places.place import KINDS, GazetteerPlace
from syria_events.model import SyriaEventsError

TABLES = ("places_admin.csv", "places_syria.csv", "places_abroad.csv")


class PlaceTableError(SyriaEventsError):
    """A row of a place table that cannot be understood."""


def shipped_places() -> tuple[GazetteerPlace, ...]:
    """Return the rows of every shipped table. Raises PlaceTableError naming table and line."""
    return tuple(place for name in TABLES for place in _read(name))


def _read(table: str) -> Iterator[GazetteerPlace]:
    text = files("syria_events.coding").joinpath("data", table).read_text(encoding="utf-8")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    for (number, _), row in zip(lines[1:], csv.DictReader(line for _, line in lines), strict=True):
        try:
            yield _place(row)
        except (KeyError, ValueError, TypeError) as error:
            raise PlaceTableError(f"{table}, line {number}: {error}") from error


def _place(row: dict[str, str]) -> GazetteerPlace:
    if row["kind"] not in KINDS:
        raise ValueError(f"unknown kind {row['kind']!r}; known are {', '.join(sorted(KINDS))}")
    return GazetteerPlace(
        place_id=row["place_id"],
        name=row["name"],
        name_ar=row["name_ar"] or None,
        kind=row["kind"],
        admin1_pcode=row["admin1"] or None,
        admin2_pcode=row["admin2"] or None,
        country=row["country"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        population=int(row["population"] or 0),
        aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
        needs_cue=row["cue"] == "1",
    )
