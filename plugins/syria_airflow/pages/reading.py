"""Reading the warehouse for a page: in one short transaction that cannot change anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import fetch_rows


@contextmanager
def reading() -> Iterator[Connection]:
    """Open the warehouse for the block. Raises WarehouseUnavailableError where it is down, busy or too slow."""
    with transaction(Settings.from_environment().dsn) as connection:
        fetch_rows(connection, "quality/limit_reading")
        yield connection
