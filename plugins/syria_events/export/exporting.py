"""Events of a span of days into a file, read with no more rights than a BI tool has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from psycopg2.extras import RealDictCursor

from syria_events.export import acled, gdelt
from syria_events.export.formats import Writer, write_csv, write_geojson, write_parquet, write_tsv
from syria_events.model import SyriaEventsError
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import Row, fetch_rows
from syria_events.warehouse.statements import statement

Mapped = Callable[[Row], Row | None]
FETCHED = 2_000
"""Rows per round trip: a backend holds the rest."""


class ExportError(SyriaEventsError):
    """An export that cannot be made as it was asked for."""


@dataclass(slots=True)
class Exported:
    """What became of the events: `written` rows, and `left_out` ones that the layout has no code for."""

    written: int = 0
    left_out: int = 0


PLAIN: Mapping[str, Writer] = {"csv": write_csv, "parquet": write_parquet, "geojson": write_geojson}
FORMATS = (*PLAIN, "acled", "gdelt")


def export_events(dsn: str, layout: str, first: date | None, last: date | None, out: BinaryIO) -> Exported:
    """Write the events whose first day lies from `first` to `last` (null is open) to a binary file, as they come.

    `layout` is one of `FORMATS`; the plain ones have the columns of mart.event. Raises ExportError for another layout
    or an earlier day after a later one.
    """
    if layout not in FORMATS:
        raise ExportError(f"no format {layout!r}; there are {', '.join(FORMATS)}")
    if first and last and first > last:
        raise ExportError(f"--from {first} lies after --to {last}; give the earlier day first")
    with transaction(dsn, role=None) as connection:
        connection.set_session(readonly=True)
        done = Exported()
        rows = _read(connection, first, last)
        if layout in PLAIN:
            columns = {row["name"]: row["kind"] for row in fetch_rows(connection, "mart/export_columns")}
            done.written = PLAIN[layout](rows, columns, out)
        elif layout == "acled":
            actors = {row["group_code"]: _acled_actor(row) for row in fetch_rows(connection, "mart/export_actors")}
            mapped = _kept(rows, lambda event: acled.acled_row(event, actors), done)
            done.written = write_csv(mapped, dict.fromkeys(acled.COLUMNS, "text"), out)
        else:
            done.written = write_tsv(_kept(rows, gdelt.gdelt_row, done), dict.fromkeys(gdelt.COLUMNS, "text"), out)
        return done


def _read(connection: Connection, first: date | None, last: date | None) -> Iterator[Row]:
    with connection.cursor("export", cursor_factory=RealDictCursor) as cursor:
        cursor.itersize = FETCHED
        cursor.execute(statement("mart/export_events"), {"first_day": first, "last_day": last})
        yield from cursor


def _kept(events: Iterable[Row], mapped: Mapped, done: Exported) -> Iterator[Row]:
    for event in events:
        row = mapped(event)
        if row is None:
            done.left_out += 1
        else:
            yield row


def _acled_actor(row: Row) -> acled.Actor:
    return acled.Actor(row["name_en"], row["acled_inter"] or 0)
