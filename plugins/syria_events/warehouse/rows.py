"""Reading rows as dictionaries, and writing many of them at once by COPY."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice, repeat
from typing import Any

from psycopg2 import sql
from psycopg2.extras import RealDictCursor

from syria_events.warehouse.connection import Connection
from syria_events.warehouse.statements import statement

Row = dict[str, Any]

COPY_CHUNK = 65_536
"""Bytes handed to the driver at once."""
ROWS_AT_ONCE = 1_000
"""Rows turned into text together, column by column: few enough to stay in the processor's cache."""
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
    """COPY rows into `schema.table` and return their number. Sequences become arrays, `Json` becomes jsonb."""
    command = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(*table.split(".")), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    waiting, count, blocks = iter(rows), 0, []
    while block := list(islice(waiting, ROWS_AT_ONCE)):
        lines = map("\t".join, zip(*map(_cells, zip(*block, strict=True)), strict=True))
        blocks.append("\n".join(lines) + "\n")
        count += len(block)
    # PostgreSQL takes no lone surrogates, and hostile pages have them.
    sent = io.BytesIO("".join(blocks).encode("utf-8", "replace"))
    with connection.cursor() as cursor:
        cursor.copy_expert(command.as_string(connection), sent, COPY_CHUNK)
    return count


def _cells(values: Sequence[Any]) -> Iterable[str]:
    """Write a column in the text format of COPY. Most need no look at each cell: they have one type, or one value."""
    kinds = set(map(type, values))
    if len(kinds) == 1 and values.count(values[0]) == len(values):
        return repeat(_cell(values[0]), len(values))
    if kinds <= _SELF_EVIDENT:
        return map(str, values)
    if kinds == {str} and _is_plain("".join(values)):
        return values
    return map(_cell, values)


def _cell(value: object) -> str:
    return _WRITERS.get(type(value), _other)(value)


def _is_plain(text: str) -> bool:
    """Say whether a text needs no escape: it has no backslash, and nothing that cannot be printed."""
    return "\\" not in text and text.isprintable()


def _null(_: None) -> str:
    return "\\N"


def _text(value: str) -> str:
    return value if _is_plain(value) else value.translate(_ESCAPES)


def _json(value: Json) -> str:
    if value.value == []:
        return "[]"  # what most reports have for casualties, and an encoder costs more than all else in a row
    text = _encode(value.value)
    return _text(JSON_NUL.sub(r"\1", text) if "\\u0000" in text else text)


def _array(value: Sequence[Any]) -> str:
    return _text("{" + ",".join(map(_array_item, value)) + "}")


def _array_item(item: object) -> str:
    text = str(item).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def _other(value: object) -> str:
    return _array(value) if isinstance(value, tuple | list) else _text(str(value))


class Json:
    """Marks a value that goes into a jsonb column."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x00": None})
_SELF_EVIDENT = {bool, int, float, date, datetime}
_WRITERS: Mapping[type, Callable[[Any], str]] = {
    type(None): _null,
    str: _text,
    Json: _json,
    list: _array,
    tuple: _array,
    **dict.fromkeys(_SELF_EVIDENT, str),
}
"""How a cell of each type is written; a table, because a batch has a million cells."""
