"""A press to publish with, and the eyes of a BI tool."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg2
import pytest

from syria_events.warehouse.reference import write_reference
from tests.integration.marts.press import Press


@pytest.fixture
def press(warehouse: str) -> Press:
    write_reference(warehouse)
    return Press(warehouse)


@pytest.fixture
def reading(warehouse: str) -> Callable[..., list[tuple]]:
    """Return a function that queries with the rights of bi_reader."""

    @contextmanager
    def reader() -> Iterator[psycopg2.extensions.cursor]:
        connection = psycopg2.connect(warehouse)
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute("SET SESSION AUTHORIZATION bi_reader")
                yield cursor
        finally:
            connection.close()

    def query(command: str, *parameters: object) -> list[tuple]:
        with reader() as cursor:
            cursor.execute(command, parameters or None)
            return cursor.fetchall()

    return query
