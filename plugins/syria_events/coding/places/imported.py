"""An imported gazetteer on disk: one table, sorted, plain text, compressed.

Layout: `places.tsv.gz`; its first line names the layout, then one place per line, tab-separated in the order of
`COLUMNS`. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from syria_events.coding.places.ordinary import is_ordinary
from syria_events.coding.places.place import ADMIN, POPULATED, GazetteerPlace
from syria_events.model import SyriaEventsError

FILE = "places.tsv.gz"
LAYOUT = "syria-events gazetteer 1"
COLUMNS = ("place_id", "name", "name_ar", "kind", "admin1", "admin2", "country", "lat", "lon", "population", "aliases")
SAME_PLACE_KM = 10.0


class GazetteerImportError(SyriaEventsError):
    """A gazetteer that cannot be read; names the file, the line and the remedy."""


def has_import(directory: Path) -> bool:
    """Say whether `directory` holds an imported gazetteer."""
    return (directory / FILE).is_file()


def write_imported(directory: Path, places: Iterable[GazetteerPlace]) -> Path:
    """Write places as the import of `directory`, replacing the one before as a whole; return the file."""
    lines = [LAYOUT, *(_line(place) for place in sorted(places, key=lambda place: place.place_id))]
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / FILE
    draft = path.with_suffix(".draft")
    draft.write_bytes(gzip.compress("\n".join([*lines, ""]).encode(), mtime=0))
    draft.replace(path)
    return path


def read_imported(directory: Path) -> list[GazetteerPlace]:
    """Read the import of `directory`. Raises GazetteerImportError where there is none or its layout is another."""
    path = directory / FILE
    try:
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    except FileNotFoundError:
        raise GazetteerImportError(f"{path} is missing: run `syria-events gazetteer import` first") from None
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise GazetteerImportError(f"{path} is damaged ({error}): import the gazetteer again") from error
    if lines[:1] != [LAYOUT]:
        raise GazetteerImportError(f"{path} has another layout than {LAYOUT!r}: import the gazetteer again")
    return [_place(line) for line in lines[1:]]


def _line(place: GazetteerPlace) -> str:
    values = (
        *(place.place_id, place.name, place.name_ar, place.kind, place.admin1_pcode, place.admin2_pcode, place.country),
        *(place.lat, place.lon, place.population, "|".join(place.aliases)),
    )
    return "\t".join("" if value is None else str(value) for value in values)


def _place(line: str) -> GazetteerPlace:
    row = line.split("\t")
    return GazetteerPlace(
        *(row[0], row[1], row[2] or None, row[3], row[4] or None, row[5] or None, row[6] or None),
        float(row[7]) if row[7] else None,
        float(row[8]) if row[8] else None,
        int(row[9] or 0),
        tuple(filter(None, row[10].split("|"))),
        imported=True,
    )


def merged(shipped: Iterable[GazetteerPlace], imported: Iterable[GazetteerPlace]) -> list[GazetteerPlace]:
    """Put two gazetteers together: an imported row for a place that is shipped lends it its names and population.

    The same place means: a name in common (letter case apart), a like kind, and less than `SAME_PLACE_KM` between.
    A populated place with the name of a country is a mistake of the dump's, and left out.
    """
    merged_places = {place.place_id: place for place in shipped}
    by_name: dict[str, set[str]] = defaultdict(set)
    for place in merged_places.values():
        for name in place.names:
            by_name[name.casefold()].add(place.place_id)
    for row in imported:
        namesakes = {id_: None for name in row.names for id_ in sorted(by_name.get(name.casefold(), ()))}
        if row.kind in POPULATED and any(merged_places[id_].kind == "country" for id_ in namesakes):
            continue
        twin = merged_places.get(row.place_id) or _twin(row, [merged_places[id_] for id_ in namesakes])
        if twin is None:
            merged_places[row.place_id] = row
            continue
        ours = merged_places[twin.place_id]
        new = tuple(name for name in row.names if name not in ours.names and not is_ordinary(name))
        merged_places[twin.place_id] = replace(
            ours, aliases=ours.aliases + new, population=max(ours.population, row.population)
        )
    return list(merged_places.values())


def _twin(row: GazetteerPlace, namesakes: Iterable[GazetteerPlace]) -> GazetteerPlace | None:
    if row.kind in ADMIN:
        return None
    near = [
        place
        for place in namesakes
        if (place.kind in POPULATED) == (row.kind in POPULATED) and row.kilometres_to(place) < SAME_PLACE_KM
    ]
    return min(near, key=row.kilometres_to, default=None)
