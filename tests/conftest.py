"""A real PostgreSQL for the tests that need one: one server per session, one database per test."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
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
    with own_database(postgres, template="warehouse") as dsn:
        yield dsn


@pytest.fixture
def bare_database(postgres: str) -> Iterator[str]:
    """Yield the DSN of a database without any table of ours."""
    with own_database(postgres, template="template1") as dsn:
        yield dsn


@contextmanager
def own_database(server: str, *, template: str) -> Iterator[str]:
    """Yield the DSN of a new database on a server, made after a template, and drop it afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _with_database(server, name)
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


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
