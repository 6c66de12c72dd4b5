"""A real PostgreSQL for the tests that need one: one server per session, one database per test."""

from __future__ import annotations

import re
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from syria_events.warehouse.embedded import EmbeddedPostgres


class FileByFile(LoadFileScheduling):
    """Files go to one worker each, and all that use the one demo to the same: there is one of it."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "tests/e2e" if file.startswith("tests/e2e/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FileByFile:
    """Deal the tests out to the workers of `make test`."""
    return FileByFile(config, log)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[EmbeddedPostgres]:
    """Yield a fresh embedded server whose data need not outlive the power: nothing waits for the disk."""
    from syria_events.warehouse.embedded import EmbeddedPostgres

    # Beside its data the server has its socket, whose address must be short, and the same after a restart.
    is_short = len(tempfile.gettempdir()) < 60
    directory = Path(tempfile.mkdtemp(prefix="syria-pg-", dir=None if is_short else "/tmp"))
    with EmbeddedPostgres(directory / "data") as server:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            _administer(server.dsn("warehouse"), f"ALTER SYSTEM SET {setting} = off")
        _administer(server.dsn("warehouse"), "SELECT pg_reload_conf()")
        yield server
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(postgres_server: EmbeddedPostgres) -> str:
    """Return the DSN of the server's database `warehouse`, migrated; a template for the tests' own."""
    from syria_events.warehouse.migrations import migrate

    dsn = postgres_server.dsn("warehouse")
    migrate(dsn)
    return dsn


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
    return re.sub(r"(?<=@/)\w+", name, dsn, count=1)
