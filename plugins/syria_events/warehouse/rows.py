"""Reading rows as dictionaries, and writing many of them at once by COPY."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from psycopg2 import sql
from psycopg2.extras import RealDictCursor

from syria_events.warehouse.connection import Connection
from syria_events.warehouse.statements import statement

Row = dict[str, Any]

JSON_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def fetch_rows(connection: Connection, name: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
    """Run a named statement and return its rows."""
    with connection.cursor(cursor_factory=RealDictCursor) as cursor:
        cursor.execute(statement(name), parameters or {})
        return [dict(row) for row in cursor.fetchall()]


def execute(connection: Connection, name: str, parameters: Mapping[str, Any] | None = None) -> int:
    """Run a named statement and return the number of rows that it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement(name), parameters or {})
        return cursor.rowcount


def copy_rows(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """COPY rows into `schema.table` and return their number. Sequences become arrays, mappings become jsonb."""
    lines = [",".join(map(_cell, row)) + "\n" for row in rows]
    command = sql.SQL("COPY {} ({}) FROM STDIN WITH (FORMAT csv, NULL '\\N')").format(
        sql.Identifier(*table.split(".")), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with connection.cursor() as cursor:
        cursor.copy_expert(command.as_string(connection), io.StringIO("".join(lines)))
    return len(lines)


def _cell(value: Any) -> str:
    # Every value but null is quoted, so that no text can be taken for the null marker. PostgreSQL takes neither NUL nor
    # lone surrogates, and hostile pages have both.
    if value is None:
        return "\\N"
    if isinstance(value, Json):
        text = JSON_NUL.sub(r"\1", json.dumps(value.value, ensure_ascii=False, sort_keys=True))
    elif isinstance(value, tuple | list):
        text = "{" + ",".join(map(_array_item, value)) + "}"
    else:
        text = str(value)
    clean = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    return '"' + clean.replace('"', '""') + '"'


def _array_item(item: object) -> str:
    text = str(item).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


class Json:
    """Marks a value that goes into a jsonb column."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value
