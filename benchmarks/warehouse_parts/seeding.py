"""Fill a warehouse with made events, as fast as two cores allow: what is seeded is not what is measured.

Foreign keys are off while rows are written, secondary indexes are made afterwards. The files in `seed/` run by the
number that they begin with, those of one number at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from syria_events.warehouse.connection import connect

SEED = Path(__file__).with_name("seed")
WORKERS = 2
FIRST_DAY = date(2011, 3, 15)
DAYS = 5600
"""From the first day to the last, as the statements have it."""
OPTIONS = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}
"""Server options for seeding alone: the server is stopped in order before anything is measured."""
SECONDARY = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'core'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
"""


def seed(dsn: str, rows: int, *, first_day: date = FIRST_DAY) -> None:
    """Write `rows` events of fifteen years, each with a report and an article, and their summaries."""
    indexes = _run(dsn, SECONDARY)
    for name, _ in indexes:
        _run(dsn, f"DROP INDEX {name}")
    for phase, files in groupby(sorted(SEED.glob("*.sql")), key=lambda path: path.name[0]):
        if phase == "3":
            _at_once(partial(_run, dsn, definition) for _, definition in indexes)
            _run(dsn, "ANALYZE")
        _at_once(partial(_run, dsn, path.read_text("utf-8"), {"rows": rows, "first_day": first_day}) for path in files)
    _run(dsn, "DROP TABLE raw.made")
    _run(dsn, "VACUUM ANALYZE")


def _at_once(work: Iterable[Callable[[], Any]]) -> None:
    with ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(job) for job in work]:
            done.result()


def _run(dsn: str, command: str, parameters: dict[str, Any] | None = None) -> list[tuple[str, ...]]:
    connection = connect(dsn, role=None)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica; SET work_mem = '128MB'")
            cursor.execute(command, parameters)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()
