"""Reading a GeoNames country dump (`SY.txt`, or `SY.zip` that holds it).

Layout: 19 tab-separated columns without header, https://download.geonames.org/export/dump/readme.txt.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from syria_events.coding.places.imported import GazetteerImportError
from syria_events.coding.places.place import GazetteerPlace
from syria_events.coding.places.problems import LineProblem

COLUMNS = 19
TOWN, CITY = 5_000, 50_000
"""Inhabitants from which a populated place is a town, a city."""

ADMIN1 = {
    "01": "SY08",
    "02": "SY06",
    "03": "SY14",
    "04": "SY11",
    "05": "SY13",
    "06": "SY12",
    "07": "SY09",
    "08": "SY03",
    "09": "SY02",
    "10": "SY05",
    "11": "SY04",
    "12": "SY07",
    "13": "SY01",
    "14": "SY10",
}
"""GeoNames' first-level code of Syria -> OCHA P-code of the governorate."""

_SITES = {"AIRP": "airport", "AIRB": "base", "AIRF": "airport", "DAM": "dam", "OILF": "field", "PRN": "prison"} | {
    **dict.fromkeys(("MT", "MTS", "PK"), "mountain"),
    **dict.fromkeys(("INSM", "MILB"), "base"),
    **dict.fromkeys(("CMP", "CMPRF"), "camp"),
    "PSTB": "crossing",
}


def read_geonames(path: Path) -> tuple[list[GazetteerPlace], list[LineProblem]]:
    """Return the populated places and sites of a dump, and what is wrong with which line.

    Administrative areas are left out: P-code tables have them. Raises GazetteerImportError where the file is no dump.
    """
    places: list[GazetteerPlace] = []
    problems: list[LineProblem] = []
    for number, line in enumerate(_lines(path), 1):
        try:
            place = _place(line.split("\t"))
        except ValueError as error:
            problems.append(LineProblem(path.name, number, str(error)))
            continue
        if place:
            places.append(place)
    return places, problems


def _lines(path: Path) -> Iterator[str]:
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                data = archive.read(_member(path, archive))
        else:
            data = path.read_bytes()
        yield from (line for line in data.decode("utf-8").splitlines() if line.strip())
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise GazetteerImportError(f"{path}: cannot be read as a GeoNames dump ({error})") from error


def _member(path: Path, archive: zipfile.ZipFile) -> str:
    wanted = [name for name in archive.namelist() if name.endswith(".txt") and name.lower() != "readme.txt"]
    if len(wanted) != 1:
        raise GazetteerImportError(f"{path}: expected one table in it beside readme.txt, found {len(wanted)}")
    return wanted[0]


def _place(row: list[str]) -> GazetteerPlace | None:
    if len(row) != COLUMNS:
        raise ValueError(f"{len(row)} columns instead of {COLUMNS}, separated by tabs")
    kind = _kind(row[6], row[7], _whole(row[14], "population"))
    if kind is None:
        return None
    lat, lon = _degrees(row[4], 90, "latitude"), _degrees(row[5], 180, "longitude")
    if not row[0].isdecimal():
        raise ValueError(f"id {row[0]!r} is not a number")
    country = row[8] or None
    if country == "SY" and row[10] and row[10] not in ADMIN1 and row[10] != "00":
        raise ValueError(f"unknown first-level code {row[10]!r}; known are {', '.join(ADMIN1)}")
    name, names = row[2] or row[1], [alias.strip() for alias in row[3].split(",")]
    arabic = next((alias for alias in names if "\u0600" <= alias[:1] <= "\u06ff"), None)
    aliases = tuple(dict.fromkeys(a for a in names if _is_name(a) and a not in {name, arabic}))
    pcode = ADMIN1.get(row[10]) if country == "SY" else None
    population = _whole(row[14], "population")
    return GazetteerPlace(
        f"gn{row[0]}", name, arabic, kind, pcode, None, country, lat, lon, population, aliases, imported=True
    )


def _kind(feature_class: str, feature: str, population: int) -> str | None:
    if feature_class != "P":
        return _SITES.get(feature)
    if feature == "PPLX":
        return "neighbourhood"
    if feature in {"PPLH", "PPLQ", "PPLW"}:
        return None
    return "city" if population >= CITY else "town" if population >= TOWN else "village"


def _is_name(alias: str) -> bool:
    return len(alias) > 2 and alias[0].isalpha() and not (alias.isupper() and len(alias) <= 4) and "|" not in alias


def _degrees(text: str, limit: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("inf")
    if not -limit <= value <= limit:
        raise ValueError(f"{what} {text!r} is not a number of degrees up to {limit}")
    return value


def _whole(text: str, what: str) -> int:
    if text and not text.isdecimal():
        raise ValueError(f"{what} {text!r} is not a whole number")
    return int(text or 0)
