"""Reading tables of administrative areas with OCHA P-codes.

Two layouts: JSON lists of areas as OpenSyria publishes them, and CSV with one area or place per row, as OCHA's common
operational datasets have it (`ADM1_PCODE`, `ADM1_EN`, `ADM1_AR` … or `admin1Pcode`, `admin1Name_en` …, `lat`, `lon`).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from syria_events.coding.places.imported import GazetteerImportError
from syria_events.coding.places.place import GazetteerPlace
from syria_events.coding.places.problems import LineProblem

_KINDS = {4: "governorate", 6: "district", 8: "subdistrict"}
_AREA = re.compile(r"SY(?:\d\d){1,3}")
_PLACE = re.compile(r"C\d{4,5}|SY\d{10,}")
"""P-codes of populated places: C1234 in OCHA's tables of Syria."""
_FIELDS = {
    "pcode": ("ADM{}_PCODE", "admin{}Pcode", "admin{}_pcode", "ADM{}PCODE"),
    "en": ("ADM{}_EN", "admin{}Name_en", "admin{}_name_en", "ADM{}_NAME_EN", "NAME_EN_{}"),
    "ar": ("ADM{}_AR", "admin{}Name_ar", "admin{}_name_ar", "ADM{}_NAME_AR", "NAME_AR_{}"),
}
_LATITUDE, _LONGITUDE = ("lat", "latitude", "LAT", "Latitude", "y"), ("lon", "longitude", "LON", "Longitude", "x")


def read_pcode_json(path: Path) -> tuple[list[GazetteerPlace], list[LineProblem]]:
    """Return the areas of a JSON list, and what is wrong with which item. Raises GazetteerImportError."""
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GazetteerImportError(f"{path}: cannot be read as JSON ({error})") from error
    if not isinstance(items, list):
        raise GazetteerImportError(f"{path}: expected a list of areas")
    places, problems = [], []
    for number, item in enumerate(items, 1):
        try:
            places.append(_area(item))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            what = f"no field {error}" if isinstance(error, KeyError) else str(error)
            problems.append(LineProblem(path.name, number, what))
    return places, problems


def _area(item: Mapping[str, Any]) -> GazetteerPlace:
    pcode = item["externalIds"]["ochaPcode"]
    centroid = item.get("centroid") or {}
    names = item["name"]
    aliases = (alias["value"] for alias in item.get("aliases", ()) if "|" not in alias["value"])
    return place_of_pcode(
        pcode,
        (names["en"], names.get("ar")),
        (centroid.get("latitude"), centroid.get("longitude")),
        int((item.get("population") or {}).get("value") or 0),
        tuple(dict.fromkeys(alias for alias in aliases if alias not in names.values())),
    )


def read_pcode_csv(path: Path) -> tuple[list[GazetteerPlace], list[LineProblem]]:
    """Return the areas and places of a CSV table, and what is wrong with which line. Raises GazetteerImportError."""
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerImportError(f"{path}: cannot be read as CSV ({error})") from error
    if rows and not any(_cell(rows[0], "pcode", level) is not None for level in range(1, 5)):
        raise GazetteerImportError(f"{path}: no column of P-codes, such as ADM1_PCODE or admin1Pcode, in its header")
    places: dict[str, GazetteerPlace] = {}
    problems = []
    for number, row in enumerate(rows, 2):
        try:
            place = _most_specific(row)
            places[place.place_id] = place
        except ValueError as error:
            problems.append(LineProblem(path.name, number, str(error)))
    return list(places.values()), problems


def _most_specific(row: Mapping[str, str]) -> GazetteerPlace:
    level = max((level for level in range(1, 5) if _cell(row, "pcode", level)), default=None)
    if level is None:
        raise ValueError("no P-code in any of its columns")
    name = _cell(row, "en", level)
    if not name:
        raise ValueError(f"P-code {_cell(row, 'pcode', level)} has no English name")
    point = (_first(row, _LATITUDE), _first(row, _LONGITUDE))
    parent = next((found for upper in (3, 2, 1) if (found := _cell(row, "pcode", upper))), None)
    return place_of_pcode(str(_cell(row, "pcode", level)), (name, _cell(row, "ar", level)), point, parent=parent)


def place_of_pcode(
    pcode: str,
    names: tuple[str, str | None],
    point: tuple[object, object],
    population: int = 0,
    aliases: tuple[str, ...] = (),
    parent: str | None = None,
) -> GazetteerPlace:
    """Make the area or place of a P-code out of its English and Arabic names and its latitude and longitude in degrees.

    Raises ValueError for what is no P-code of Syria.
    """
    area = pcode if _AREA.fullmatch(pcode) else parent
    if not (_AREA.fullmatch(pcode) or (_PLACE.fullmatch(pcode) and area)):
        raise ValueError(f"{pcode!r} is not a P-code of Syria")
    if not 1 <= int(str(area)[2:4]) <= 14:
        raise ValueError(f"{pcode!r} names a governorate that does not exist")
    lat, lon = (None if value in (None, "") else _number(value) for value in point)
    return GazetteerPlace(
        pcode,
        names[0],
        names[1] or None,
        _KINDS[len(pcode)] if _AREA.fullmatch(pcode) else "village",
        str(area)[:4],
        str(area)[:6] if len(str(area)) >= 6 else None,
        "SY",
        lat,
        lon,
        population,
        aliases,
        imported=True,
    )


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is not a number of degrees") from None


def _cell(row: Mapping[str, str], field: str, level: int) -> str | None:
    return _first(row, tuple(pattern.format(level) for pattern in _FIELDS[field]))


def _first(row: Mapping[str, str], columns: tuple[str, ...]) -> str | None:
    return next((row[column].strip() for column in columns if row.get(column) is not None), None)
