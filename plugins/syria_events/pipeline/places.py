"""Places as columns, and the places that reports name kept, so that the warehouse is read without the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable

from syria_events.coding.places import Gazetteer
from syria_events.model import Place, Report
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, execute


def place_cells(place: Place | None) -> Row:
    """Return the columns by which reports and events say where."""
    return {
        "place_id": place.place_id if place else None,
        "place_name": place.name if place else None,
        "admin1_pcode": place.admin1_pcode if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
    }


def store_places(connection: Connection, gazetteer: Gazetteer, reports: Iterable[Report]) -> None:
    """Upsert the places of these reports into core.place, in the order of their ids."""
    named = {report.place.place_id for report in reports if report.place and report.place.place_id}
    for place_id in sorted(named):
        place = gazetteer.by_id[place_id]
        parameters = {
            "place_id": place.place_id,
            "name": place.name,
            "name_ar": place.name_ar,
            "kind": place.kind,
            "admin1_pcode": place.admin1_pcode,
            "admin2_pcode": place.admin2_pcode,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
        }
        execute(connection, "core/upsert_place", parameters)
