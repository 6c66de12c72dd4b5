"""Connections to the warehouse, working as the role `loader`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import psycopg2
import psycopg2.extensions
from psycopg2 import errors

from syria_events.model import PassingError, SyriaEventsError

Connection = psycopg2.extensions.connection

CONNECT_SECONDS = 10
SORT_MEMORY = "32MB"
"""What a sort may take before it goes to disk: a batch of some ten thousand reports stays below."""

_rehearsed: ContextVar[Connection | None] = ContextVar("rehearsed", default=None)


class WarehouseError(SyriaEventsError):
    """The warehouse refused something that a repetition will not change."""


class WarehouseUnavailableError(PassingError):
    """The warehouse cannot be reached or was busy; worth a retry."""


def connect(dsn: str, *, role: str | None = "loader") -> Connection:
    """Open a connection in UTC, with the rights of `role` (None: those of the login)."""
    uri = dsn.replace("postgres://", "postgresql://", 1) if dsn.startswith("postgres://") else dsn
    try:
        connection = psycopg2.connect(uri, connect_timeout=CONNECT_SECONDS, application_name="syria-events")
    except psycopg2.OperationalError as error:
        raise WarehouseUnavailableError(
            f"cannot reach the warehouse: {str(error).strip()}; is it running, and is AIRFLOW_CONN_WAREHOUSE right?"
        ) from error
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', 'UTC', false), set_config('work_mem', %s, false)", [SORT_MEMORY])
        if role is not None:
            _take_role(cursor, role)
    return connection


def _take_role(cursor: psycopg2.extensions.cursor, role: str) -> None:
    try:
        cursor.execute("SELECT set_config('role', %(role)s, false)", {"role": role})
    except (errors.InvalidParameterValue, errors.InsufficientPrivilege) as error:
        raise WarehouseError(
            f"role {role} is missing in the warehouse or not granted to this login; run `syria-events migrate`"
        ) from error


@contextmanager
def transaction(dsn: str, *, role: str | None = "loader") -> Iterator[Connection]:
    """Open a connection, commit at the end of the block, roll back on an error, close in any case.

    Within a rehearsal the block is a part of that one transaction, and nothing is committed. Raises
    WarehouseUnavailableError for a lost connection, a deadlock or a lock not granted: run the block again.
    """
    rehearsed = _rehearsed.get()
    if rehearsed is not None:
        yield rehearsed
        return
    connection = connect(dsn, role=role)
    try:
        with connection:
            yield connection
    except (psycopg2.OperationalError, psycopg2.InterfaceError) as error:
        raise WarehouseUnavailableError(f"the warehouse went away or was busy: {str(error).strip()}") from error
    finally:
        connection.close()


@contextmanager
def rehearsal(dsn: str) -> Iterator[Connection]:
    """Let the transactions that this block opens, whoever opens them, be one that is rolled back at its end.

    So what writes can be run to see what it would write. Locks that it takes are held till the end of the block. An
    error inside spoils the whole rehearsal, as there is nothing to go on from. Raises WarehouseUnavailableError as
    `transaction` does.
    """
    with transaction(dsn) as connection:
        token = _rehearsed.set(connection)
        try:
            yield connection
        finally:
            _rehearsed.reset(token)
            connection.rollback()
