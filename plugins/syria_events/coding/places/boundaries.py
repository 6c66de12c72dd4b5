"""Reading administrative areas as OCHA publishes their boundaries: GeoJSON, one file per level, alone or in an archive.

Layout of the common operational datasets: every feature has `adm2_pcode`, `adm2_name`, `adm2_name1` (in Arabic),
`center_lat`, `center_lon`, and the codes of the levels above. https://data.humdata.org/dataset/cod-ab-syr
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from syria_events.coding.places.imported import GazetteerImportError
from syria_events.coding.places.pcodes import place_of_pcode
from syria_events.coding.places.place import GazetteerPlace
from syria_events.coding.places.problems import LineProblem

SUFFIX = ".geojson"
LEVELS = (3, 2, 1)
"""From sub-district to governorate; a feature is of the lowest level that it has a code of."""


def has_boundaries(path: Path) -> bool:
    """Tell whether an archive holds boundaries. Raises GazetteerImportError where it is no archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith(SUFFIX) for name in archive.namelist())
    except (OSError, zipfile.BadZipFile) as error:
        raise GazetteerImportError(f"{path}: cannot be read as an archive ({error})") from error


def read_boundaries(path: Path) -> tuple[list[GazetteerPlace], list[LineProblem]]:
    """Return the areas of a file or an archive, and what is wrong with which feature. Raises GazetteerImportError.

    The country, lines and points have no area's code, and are passed over.
    """
    places: dict[str, GazetteerPlace] = {}
    problems = []
    for name, features in _layers(path):
        for number, feature in enumerate(features, 1):
            try:
                area = _area(feature["properties"])
            except (KeyError, TypeError, ValueError) as error:
                problems.append(LineProblem(name, number, f"no area: {error}"))
                continue
            if area:
                places[area.place_id] = area
    return list(places.values()), problems


def _layers(path: Path) -> Iterator[tuple[str, list[Any]]]:
    try:
        if path.suffix.lower() == SUFFIX:
            yield path.name, json.loads(path.read_bytes())["features"]
            return
        with zipfile.ZipFile(path) as archive:
            for name in sorted(name for name in archive.namelist() if name.endswith(SUFFIX)):
                yield f"{path.name}/{name}", json.loads(archive.read(name))["features"]
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError) as error:
        raise GazetteerImportError(f"{path}: cannot be read as GeoJSON ({error})") from error


def _area(properties: Mapping[str, Any]) -> GazetteerPlace | None:
    level = next((level for level in LEVELS if properties.get(f"adm{level}_pcode")), None)
    if level is None or not properties.get(f"adm{level}_name"):
        return None
    return place_of_pcode(
        properties[f"adm{level}_pcode"],
        (properties[f"adm{level}_name"], properties.get(f"adm{level}_name1")),
        (properties.get("center_lat"), properties.get("center_lon")),
    )
