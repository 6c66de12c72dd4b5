"""A real PostgreSQL for the tests that need one: one server per session, one database per test."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Yield the DSN of a fresh embedded server's database `warehouse`, migrated; a template for the tests' own."""
    from syria_events.warehouse.embedded import EmbeddedPostgres
    from syria_events.warehouse.migrations import migrate

    directory = Path(tempfile.mkdtemp(prefix="syria-pg-"))
    with EmbeddedPostgres(directory / "data") as server:
        dsn = server.dsn("warehouse")
        migrate(dsn)
        yield dsn
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture
def warehouse(postgres: str) -> Iterator[str]:
    """Yield the DSN of an empty, migrated database that is this test's own."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    _administer(postgres, f"CREATE DATABASE {name} TEMPLATE warehouse")
    yield _with_database(postgres, name)
    _administer(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def bare_database(postgres: str) -> Iterator[str]:
    """Yield the DSN of a database without any table of ours."""
    name = f"bare_{uuid.uuid4().hex[:12]}"
    _administer(postgres, f"CREATE DATABASE {name}")
    yield _with_database(postgres, name)
    _administer(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def _administer(dsn: str, command: str) -> None:
    connection = psycopg2.connect(_with_database(dsn, "postgres"))
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(command)
    finally:
        connection.close()


def _with_database(dsn: str, name: str) -> str:
    return dsn.replace("/warehouse", f"/{name}", 1)
