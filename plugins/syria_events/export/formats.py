"""Writing rows as they come into a file: CSV, tab-separated, GeoJSON, Parquet. Nothing is held back but a block."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO

from syria_events.warehouse.rows import Row

Rows = Iterable[Row]
Writer = Callable[[Rows, Mapping[str, str], BinaryIO], int]
"""Takes rows, the columns with their PostgreSQL types in order, and a binary file; returns the number of rows."""

BLOCK = 10_000
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Rows, columns: Mapping[str, str], out: BinaryIO) -> int:
    """Write comma-separated UTF-8 with a header; null is empty, booleans are true and false.

    Text that a spreadsheet would take for a formula gets an apostrophe before it: titles are other people's words.
    """
    return _delimited(rows, tuple(columns), out, delimiter=",")


def write_tsv(rows: Rows, columns: Mapping[str, str], out: BinaryIO) -> int:
    """Write tab-separated UTF-8 with a header and without quotes; tabs and line breaks within a value become spaces."""
    return _delimited(_flat(rows), tuple(columns), out, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None)


def write_geojson(rows: Rows, columns: Mapping[str, str], out: BinaryIO) -> int:
    """Write one FeatureCollection, a feature per line; events without a point have a null geometry."""
    number = 0
    out.write(b'{"type":"FeatureCollection","features":[\n')
    for number, row in enumerate(rows, 1):
        point = None if row["lat"] is None else {"type": "Point", "coordinates": [row["lon"], row["lat"]]}
        values = {name: row[name] for name in columns if name not in ("event_id", "lat", "lon")}
        feature = {"type": "Feature", "id": row["event_id"], "geometry": point, "properties": values}
        text = json.dumps(feature, ensure_ascii=False, default=_json, separators=(",", ":"))
        out.write(("" if number == 1 else ",\n").encode() + text.encode())
    out.write(b"\n]}\n")
    return number


def write_parquet(rows: Rows, columns: Mapping[str, str], out: BinaryIO) -> int:
    """Write Parquet with the types of the warehouse: dates as dates, moments in UTC; zstd, a group per 10,000 rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {
        "date": pa.date32(),
        "smallint": pa.int16(),
        "integer": pa.int32(),
        "bigint": pa.int64(),
        "boolean": pa.bool_(),
        "double precision": pa.float64(),
        "real": pa.float32(),
        "timestamp with time zone": pa.timestamp("us", tz="UTC"),
    }
    schema = pa.schema([(name, kinds.get(kind, pa.string())) for name, kind in columns.items()])
    number = 0
    with pq.ParquetWriter(out, schema, compression="zstd") as file:
        for block in _blocks(rows):
            file.write_table(pa.Table.from_pylist(block, schema=schema))
            number += len(block)
    return number


def _delimited(rows: Rows, columns: Sequence[str], out: BinaryIO, **form: object) -> int:
    written = 0
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n", **form)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
        written += 1
    text.detach()
    return written


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value


def _flat(rows: Rows) -> Iterator[Row]:
    for row in rows:
        yield {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in row.items()}


def _blocks(rows: Rows) -> Iterator[list[Row]]:
    source = iter(rows)
    for first in source:
        yield list(chain([first], islice(source, BLOCK - 1)))


def _json(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
