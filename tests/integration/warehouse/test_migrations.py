"""Migrations on a real server: each once, all or nothing, safe when several start at once."""

from __future__ import annotations

import threading
from pathlib import Path

import psycopg2
import pytest

from syria_events.warehouse.connection import transaction
from syria_events.warehouse.migrations import SCHEMA_DIRECTORY, MigrationError, migrate


def tables(dsn: str) -> set[str]:
    with transaction(dsn, role=None) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version'")
        return {name for (name,) in cursor}


def write(directory: Path, **files: str) -> Path:
    for name, sql in files.items():
        (directory / f"{name}.sql").write_text(sql)
    return directory


def test_schema_is_built_once(bare_database: str) -> None:
    assert migrate(bare_database) == tuple(path.name for path in sorted(SCHEMA_DIRECTORY.glob("*.sql")))
    assert migrate(bare_database) == ()


def test_broken_file_leaves_nothing_of_itself_and_keeps_the_files_before(bare_database: str, tmp_path: Path) -> None:
    write(tmp_path, **{"0001_a": "CREATE TABLE a ()", "0002_b": "CREATE TABLE b (); SELECT 1/0"})
    with pytest.raises(MigrationError, match=r"0002_b\.sql failed and was rolled back"):
        migrate(bare_database, tmp_path)
    assert tables(bare_database) == {"a"}
    write(tmp_path, **{"0002_b": "CREATE TABLE b ()"})
    assert migrate(bare_database, tmp_path) == ("0002_b.sql",)


def test_several_at_once_apply_each_file_once(bare_database: str) -> None:
    applied: list[str] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            applied.extend(migrate(bare_database))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert sorted(applied) == sorted(path.name for path in SCHEMA_DIRECTORY.glob("*.sql"))


def test_edited_file_is_refused(bare_database: str, tmp_path: Path) -> None:
    write(tmp_path, **{"0001_a": "CREATE TABLE a ()"})
    migrate(bare_database, tmp_path)
    write(tmp_path, **{"0001_a": "CREATE TABLE a (x integer)"})
    with pytest.raises(MigrationError, match="was edited after it was applied"):
        migrate(bare_database, tmp_path)


def test_older_code_on_a_newer_warehouse_is_refused(bare_database: str, tmp_path: Path) -> None:
    write(tmp_path, **{"0001_a": "CREATE TABLE a ()", "0002_b": "CREATE TABLE b ()"})
    migrate(bare_database, tmp_path)
    (tmp_path / "0002_b.sql").unlink()
    with pytest.raises(MigrationError, match="newer than the code"):
        migrate(bare_database, tmp_path)


@pytest.mark.parametrize("name", ["1_a", "0001-a", "0001_A"])
def test_file_with_a_name_out_of_order_is_refused(bare_database: str, tmp_path: Path, name: str) -> None:
    write(tmp_path, **{name: "SELECT 1"})
    with pytest.raises(MigrationError, match="NNNN_what_it_does"):
        migrate(bare_database, tmp_path)


def test_doubled_number_is_refused(bare_database: str, tmp_path: Path) -> None:
    write(tmp_path, **{"0001_a": "SELECT 1", "0001_b": "SELECT 1"})
    with pytest.raises(MigrationError, match="version 1 is taken"):
        migrate(bare_database, tmp_path)


def test_unreachable_server_says_so() -> None:
    from syria_events.warehouse.connection import WarehouseUnavailableError

    with pytest.raises(WarehouseUnavailableError, match="AIRFLOW_CONN_WAREHOUSE"):
        migrate("postgresql://nobody@127.0.0.1:1/none")


def test_every_table_and_column_is_documented(warehouse: str) -> None:
    with psycopg2.connect(warehouse) as connection, connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT format('%s.%s%s', n.nspname, c.relname, '.' || a.attname)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r'
            WHERE n.nspname IN ('raw', 'core', 'quality', 'mart') AND c.relkind IN ('r', 'v')
              AND (obj_description(c.oid) IS NULL
                   OR a.attnum IS NOT NULL AND col_description(c.oid, a.attnum) IS NULL)
            """
        )
        assert [name for (name,) in cursor] == []
