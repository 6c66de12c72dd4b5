"""Importing a full gazetteer from files that its publishers offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from syria_events.coding.places.boundaries import has_boundaries, read_boundaries
from syria_events.coding.places.geonames import read_geonames
from syria_events.coding.places.imported import GazetteerImportError, write_imported
from syria_events.coding.places.pcodes import read_pcode_csv, read_pcode_json
from syria_events.coding.places.place import GazetteerPlace
from syria_events.coding.places.problems import LineProblem


def read_archive(path: Path) -> tuple[list[GazetteerPlace], list[LineProblem]]:
    """Read what a zip archive holds: boundaries, else a GeoNames dump."""
    return read_boundaries(path) if has_boundaries(path) else read_geonames(path)


READERS = {
    ".csv": read_pcode_csv,
    ".geojson": read_boundaries,
    ".json": read_pcode_json,
    ".txt": read_geonames,
    ".zip": read_archive,
}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import wrote, per file and in all, and which lines it left out."""

    written: Path
    places: int
    per_file: tuple[tuple[str, int], ...]
    problems: tuple[LineProblem, ...]


def import_gazetteer(paths: Sequence[Path], directory: Path) -> ImportResult:
    """Read GeoNames dumps and P-code tables, and write them as the import of `directory`, replacing the one before.

    A directory stands for the files in it that can be read. Bad lines are left out and told; a file without a single
    good line stops the import: raises GazetteerImportError, and the import before stays.
    """
    places: dict[str, GazetteerPlace] = {}
    problems: list[LineProblem] = []
    per_file = []
    for path in _files(paths):
        found, wrong = read_places(path)
        places.update((place.place_id, place) for place in found)
        problems += wrong
        per_file.append((path.name, len(found)))
    written = write_imported(directory, places.values())
    return ImportResult(written, len(places), tuple(per_file), tuple(problems))


def read_places(path: Path) -> tuple[list[GazetteerPlace], list[LineProblem]]:
    """Read one file by its ending. Raises GazetteerImportError where there is no place in it."""
    found, wrong = READERS[path.suffix.lower()](path)
    if not found:
        first = f"; first problem: {wrong[0]}" if wrong else ""
        raise GazetteerImportError(f"{path}: no place in it{first}")
    return found, wrong


def _files(paths: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(p for p in path.iterdir() if p.suffix.lower() in READERS and p.name.lower() != "readme.txt")
        elif not path.is_file():
            raise GazetteerImportError(f"{path}: no such file")
        elif path.suffix.lower() not in READERS:
            raise GazetteerImportError(f"{path}: expected one of {', '.join(READERS)}")
        else:
            files.append(path)
    if not files:
        raise GazetteerImportError("nothing to import: name a GeoNames dump (SY.txt, SY.zip) or tables of P-codes")
    return files
