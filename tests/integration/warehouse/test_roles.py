"""BI tools read the marts and nothing else; the pipeline works without the rights of an owner."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg2
import pytest
from psycopg2 import errors

from syria_events.warehouse.connection import transaction


@pytest.fixture
def reader(warehouse: str) -> Iterator[psycopg2.extensions.cursor]:
    connection = psycopg2.connect(warehouse)
    with connection, connection.cursor() as cursor:
        cursor.execute("SET SESSION AUTHORIZATION bi_reader")
        yield cursor
    connection.close()


def relations(warehouse: str, *schemas: str) -> list[str]:
    with psycopg2.connect(warehouse) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%%I.%%I', schemaname, name) FROM ("
            " SELECT schemaname, tablename AS name FROM pg_tables"
            " UNION ALL SELECT schemaname, viewname FROM pg_views) x"
            " WHERE schemaname = ANY (%s) ORDER BY 1",
            (list(schemas),),
        )
        return [name for (name,) in cursor]


def test_bi_reader_reads_every_mart(warehouse: str, reader: psycopg2.extensions.cursor) -> None:
    names = relations(warehouse, "mart")
    assert "mart.event" in names
    for name in names:
        reader.execute(f"SELECT * FROM {name} LIMIT 1")


def test_bi_reader_reads_nothing_else(warehouse: str, reader: psycopg2.extensions.cursor) -> None:
    for name in relations(warehouse, "raw", "core", "quality", "public"):
        reader.execute("SAVEPOINT before")
        with pytest.raises(errors.InsufficientPrivilege):
            reader.execute(f"SELECT * FROM {name} LIMIT 1")
        reader.execute("ROLLBACK TO before")


@pytest.mark.parametrize(
    "command",
    [
        "DELETE FROM mart.dim_governorate",
        "INSERT INTO mart.dim_actor VALUES ('x', 'x')",
        "CREATE TABLE mart.x ()",
        "CREATE TABLE public.x ()",
    ],
)
def test_bi_reader_writes_nothing_even_when_it_lifts_its_guard_rail(
    reader: psycopg2.extensions.cursor, command: str
) -> None:
    reader.execute("SET TRANSACTION READ WRITE")
    with pytest.raises(errors.InsufficientPrivilege):
        reader.execute(command)


def test_bi_reader_is_cut_off_after_a_while(warehouse: str) -> None:
    with psycopg2.connect(warehouse) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT setconfig FROM pg_db_role_setting WHERE setrole = 'bi_reader'::regrole")
        settings = cursor.fetchone()[0]
    assert "statement_timeout=30s" in settings


@pytest.mark.parametrize("command", ["CREATE TABLE core.x ()", "DROP TABLE core.event", "TRUNCATE core.event CASCADE"])
def test_loader_changes_rows_and_no_structure(warehouse: str, command: str) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        transaction(warehouse) as connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(command)
