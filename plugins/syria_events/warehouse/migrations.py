"""Migrations: the files of `sql/schema`, in order, each in one transaction, each once.

An own small runner, because the kept ones fail when two start at once or do not notice an edited file. Waiters poll for
the lock: one that blocks inside `pg_advisory_lock` holds a snapshot, which deadlocks with CREATE INDEX CONCURRENTLY.
"""

from __future__ import annotations

import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from syria_events.model import SyriaEventsError
from syria_events.settings import HOME
from syria_events.warehouse.connection import Connection, connect

SCHEMA_DIRECTORY = HOME / "sql" / "schema"
LOCK_KEY = 0x5359_5249_41  # "SYRIA"
LOCK_SECONDS = 120
FILE_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")
VERSION_TABLE = """
    CREATE TABLE IF NOT EXISTS public.schema_version (
        version integer PRIMARY KEY,
        file text NOT NULL,
        sha256 text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
    )"""


class MigrationError(SyriaEventsError):
    """A migration that cannot be applied, or files that contradict what was applied."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of the schema."""

    version: int
    path: Path
    sql: str

    @property
    def sha256(self) -> str:
        """Checksum that tells whether an applied file was edited."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def read_migrations(directory: Path = SCHEMA_DIRECTORY) -> tuple[Migration, ...]:
    """Return the migrations of a directory in order. Raises MigrationError for bad names and doubled versions."""
    found: dict[int, Migration] = {}
    for path in sorted(directory.glob("*.sql")):
        match = FILE_NAME.fullmatch(path.name)
        if match is None:
            raise MigrationError(f"{path}: name it NNNN_what_it_does.sql")
        version = int(match[1])
        if version in found:
            raise MigrationError(
                f"{path}: version {version} is taken by {found[version].path.name}; give it the next number"
            )
        found[version] = Migration(version, path, path.read_text(encoding="utf-8"))
    if not found:
        raise MigrationError(f"{directory}: no migrations there; is the checkout complete?")
    return tuple(found.values())


def migrate(dsn: str, directory: Path = SCHEMA_DIRECTORY) -> tuple[str, ...]:
    """Bring the warehouse to the newest schema and return the names of the files applied.

    Safe when several start at once: one works, the others wait and find nothing to do.
    """
    migrations = read_migrations(directory)
    connection = connect(dsn, role=None)
    connection.autocommit = True
    try:
        _wait_for_lock(connection)
        _execute(connection, VERSION_TABLE)
        applied = _applied(connection)
        _refuse_contradictions(migrations, applied)
        return tuple(_apply(connection, m) for m in migrations if m.version not in applied)
    finally:
        connection.close()


def _wait_for_lock(connection: Connection) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", (LOCK_KEY,))
            if cursor.fetchone() == (True,):
                return
        if time.monotonic() > deadline:
            raise MigrationError(f"another migration has held the lock for {LOCK_SECONDS} s; look at pg_stat_activity")
        time.sleep(0.2)


def _applied(connection: Connection) -> dict[int, tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT version, file, sha256 FROM public.schema_version")
        return {version: (file, sha256) for version, file, sha256 in cursor}


def _refuse_contradictions(migrations: tuple[Migration, ...], applied: dict[int, tuple[str, str]]) -> None:
    known = {m.version: m for m in migrations}
    for version, (file, sha256) in sorted(applied.items()):
        if version not in known:
            raise MigrationError(f"the warehouse has {file}, which this checkout lacks: it is newer than the code")
        if known[version].sha256 != sha256:
            raise MigrationError(
                f"{known[version].path} was edited after it was applied; undo that and add a new file instead"
            )


def _apply(connection: Connection, migration: Migration) -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN; SET LOCAL lock_timeout = '5s'")
            cursor.execute(migration.sql)
            cursor.execute(
                "INSERT INTO public.schema_version (version, file, sha256) VALUES (%s, %s, %s)",
                (migration.version, migration.path.name, migration.sha256),
            )
            cursor.execute("COMMIT")
    except psycopg2.Error as error:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
        raise MigrationError(f"{migration.path.name} failed and was rolled back: {str(error).strip()}") from error
    return migration.path.name


def _execute(connection: Connection, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
