"""A map of the governorates as SVG paths, from the shapes in the warehouse. Nothing is fetched to draw it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians

from syria_events.warehouse.rows import Row

WIDTH = 420.0
MIDDLE_LATITUDE = 35.0
"""Where a degree of longitude is drawn in its true proportion to one of latitude: across the middle of the country."""
STEPS = 5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One governorate: an SVG path, and how deep it is coloured, from 0 (no event) to STEPS."""

    admin1_pcode: str
    name: str
    path: str
    event_count: int
    step: int


@dataclass(frozen=True, slots=True)
class Map:
    """The map, `width` by `height` units of its drawing."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    attribution: str


def draw(rows: Sequence[Row], counts: Mapping[str | None, int]) -> Map | None:
    """Draw rows of select_governorate_shapes, coloured by events per governorate; null where there are no shapes."""
    rings = {row["admin1_pcode"]: list(_rings(json.loads(row["geojson"]))) for row in rows}
    points = [point for found in rings.values() for ring in found for point in ring]
    if not points:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = cos(radians(MIDDLE_LATITUDE))
    scale = WIDTH / ((east - west) * shrink)

    def place(point: Point) -> str:
        return f"{(point[0] - west) * shrink * scale:.1f} {(north - point[1]) * scale:.1f}"

    top = max((counts.get(code, 0) for code in rings), default=0)
    shapes = tuple(
        Shape(
            row["admin1_pcode"],
            row["name_en"],
            "".join(_path([place(point) for point in ring]) for ring in rings[row["admin1_pcode"]]),
            counts.get(row["admin1_pcode"], 0),
            _step(counts.get(row["admin1_pcode"], 0), top),
        )
        for row in rows
    )
    return Map(WIDTH, round((north - south) * scale, 1), shapes, rows[0]["attribution"])


def _step(count: int, top: int) -> int:
    return 0 if not count else max(1, round(STEPS * (count / top) ** 0.5))


def _rings(geometry: Mapping[str, object]) -> Iterator[list[Point]]:
    """Yield the outlines and holes of a Polygon or MultiPolygon."""
    coordinates = geometry["coordinates"]
    for polygon in [coordinates] if geometry["type"] == "Polygon" else coordinates:  # type: ignore[attr-defined]
        for ring in polygon:
            yield [(float(x), float(y)) for x, y, *_ in ring]


def _path(places: Sequence[str]) -> str:
    """Return one closed outline, without the points that fall on the one before."""
    kept = [place for before, place in zip(["", *places], places, strict=False) if place != before]
    return f"M{'L'.join(kept)}Z"
