"""A checksum over everything derived: two warehouses with the same one say the same.

Running anything twice, rebuilding days or resuming what was killed must not change it.
"""

from __future__ import annotations

from psycopg2 import sql

from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import fetch_rows


def checksums(connection: Connection) -> dict[str, tuple[int, str]]:
    """Return the number of rows and the MD5 of all rows of each table of core and mart, by name."""
    relations = [
        (row["schema_name"], row["relation_name"]) for row in fetch_rows(connection, "core/select_checked_relations")
    ]
    return {f"{schema}.{name}": _checksum(connection, schema, name) for schema, name in relations}


def _checksum(connection: Connection, schema: str, name: str) -> tuple[int, str]:
    command = sql.SQL("SELECT count(*), md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM {} t")
    with connection.cursor() as cursor:
        cursor.execute(command.format(sql.Identifier(schema, name)))
        return cursor.fetchone()
