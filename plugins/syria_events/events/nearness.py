"""How near two places are, given how precisely they are told."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from functools import cache
from importlib.resources import files

from syria_events.model import Place

Point = tuple[float, float]

EARTH_RADIUS_KM = 6371.0
AROUND_KM = 20.0
"""What "near" a place, or its district, spans."""
CAPITAL_KM = 5.0
DAMASCUS, RURAL_DAMASCUS = "SY01", "SY03"


def kilometres(a: Point, b: Point) -> float:
    """Great-circle distance of two points in degrees (haversine)."""
    (lat1, lon1), (lat2, lon2) = (map(math.radians, point) for point in (a, b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def reach_of(place: Place) -> float:
    """Return how far around its point, within its governorate, a report with this place may mean.

    A governorate bears the name of its capital: "Idlib was bombed" may mean any village of it.
    """
    if place.lat is None or place.lon is None:
        return 0.0
    seats = _capitals().get(place.admin1_pcode, ())
    if any(kilometres(seat, (place.lat, place.lon)) <= CAPITAL_KM for seat in seats):
        return math.inf
    return AROUND_KM if place.precision == 2 else 0.0


def area_of(place: Place) -> str | None:
    """Return the governorate; Damascus counts as its countryside, because "near Damascus" is said of both."""
    return RURAL_DAMASCUS if place.admin1_pcode == DAMASCUS else place.admin1_pcode


@cache
def _capitals() -> dict[str | None, list[Point]]:
    """Governorate -> its seat; the countryside of Damascus has that of Damascus too."""
    seats: dict[str | None, list[Point]] = defaultdict(list)
    table = files("syria_events.events") / "data" / "capitals.csv"
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            seats[row["admin1_pcode"]].append((float(row["lat"]), float(row["lon"])))
    return seats
