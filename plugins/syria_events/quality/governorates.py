"""Whether a point lies in the governorate that it claims, by the shapes that the maps draw."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import pairwise
from math import hypot

MARGIN_DEGREES = 0.2
"""Some 20 kilometres: the shapes are coarse, leave the Golan out, and gazetteers disagree about desert borders."""

Ring = list[tuple[float, float]]


def lies_in(geojson: str, lat: float, lon: float) -> bool:
    """Tell whether a point lies in a Polygon or MultiPolygon, or within MARGIN_DEGREES of its edges. Degrees, WGS 84.

    By the even-odd rule over all rings, so that holes count as outside.
    """
    rings = _rings(geojson)
    crossings = sum(_crosses(a, b, lat, lon) for ring in rings for a, b in pairwise(ring))
    return crossings % 2 == 1 or any(
        _distance(a, b, lat, lon) <= MARGIN_DEGREES for ring in rings for a, b in pairwise(ring)
    )


@lru_cache(maxsize=32)
def _rings(geojson: str) -> list[Ring]:
    shape = json.loads(geojson)
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return [[(x, y) for x, y, *_ in ring] for polygon in polygons for ring in polygon]


def _crosses(a: tuple[float, float], b: tuple[float, float], lat: float, lon: float) -> bool:
    (ax, ay), (bx, by) = a, b
    return (ay > lat) != (by > lat) and lon < (bx - ax) * (lat - ay) / (by - ay) + ax


def _distance(a: tuple[float, float], b: tuple[float, float], lat: float, lon: float) -> float:
    (ax, ay), (bx, by) = a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((lon - ax) * dx + (lat - ay) * dy) / length))
    return hypot(lon - ax - along * dx, lat - ay - along * dy)
