"""What is written by COPY comes back as it was, whatever publishers put into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from syria_events.warehouse.connection import Connection, connect
from syria_events.warehouse.rows import Json, copy_rows


@pytest.fixture
def table(warehouse: str) -> Iterator[Connection]:
    connection = connect(warehouse)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE t (a text, b text[], c jsonb, d integer, e timestamptz)")
    yield connection
    connection.close()


def written(connection: Connection, *row: object) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE t")
        assert copy_rows(connection, "t", ("a", "b", "c", "d", "e"), [row]) == 1
        cursor.execute("SELECT a, b, c, d, e FROM t")
        return cursor.fetchone()


TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.none() | TEXT,
    st.lists(TEXT),
    st.dictionaries(TEXT, TEXT | st.none()),
    st.none() | st.integers(-(2**31), 2**31 - 1),
)
def test_values_come_back(
    table: Connection, text: str | None, texts: list[str], mapping: dict[str, str | None], number: int | None
) -> None:
    now = datetime(2026, 11, 24, 1, 2, 3, 456, tzinfo=UTC)
    assert written(table, text, texts, Json(mapping), number, now) == (text, texts, mapping, number, now)


def test_null_marker_as_text_stays_text(table: Connection) -> None:
    assert written(table, "\\N", ("NULL", "\\N"), Json("\\N"), None, None)[:3] == ("\\N", ["NULL", "\\N"], "\\N")


def test_what_postgres_cannot_hold_is_dropped_and_the_rest_stays(table: Connection) -> None:
    row = written(table, "a\x00b\ud800c", ["x\x00y"], Json({"k": "v\x00w", "l": "\\u0000"}), None, None)
    assert row[:3] == ("ab?c", ["xy"], {"k": "vw", "l": "\\u0000"})
