"""How fast the warehouse takes reports and answers dashboards, on an embedded server with all keys and indexes on.

Loading is the pipeline's own: COPY into raw.derived_report, then `core/upsert_reports` in the order of the keys. Beside
it: COPY of the same bytes into a bare table, the same upsert row by row, and `dlt` merging into a table of its own
without keys to others, if a Python that has dlt is given.

usage: python -m benchmarks.warehouse [--rows 200000] [--batch 20000] [--dlt-python PATH]
"""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

import psycopg2

from benchmarks.warehouse_parts.reports import prepare
from syria_events.pipeline.code_articles import COLUMNS
from syria_events.pipeline.summaries import refresh_summaries
from syria_events.warehouse.connection import Connection, connect
from syria_events.warehouse.embedded import EmbeddedPostgres
from syria_events.warehouse.migrations import migrate
from syria_events.warehouse.reference import write_reference
from syria_events.warehouse.rows import copy_rows, execute
from syria_events.warehouse.statements import statement

PARTS = Path(__file__).with_name("warehouse_parts")
CHANGED_DAY = date(2026, 6, 12)
POLL = 200
ROUNDS = 50
REPEATS = 15
Load = Callable[[Connection, str, Sequence[list]], None]


def main() -> None:
    """Print figures beside those asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--batch", type=int, default=20_000)
    parser.add_argument("--dlt-python")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="syria-") as made, EmbeddedPostgres(Path(made) / "data") as server:
        dsn = server.dsn("warehouse")
        migrate(dsn)
        write_reference(dsn)
        dlt = _dlt(options.dlt_python, Path(made) / "data", options.batch)
        connection = connect(dsn, role=None)
        _compare(connection, 0, options.batch, dlt)
        began = time.perf_counter()
        with connection, connection.cursor() as cursor:
            cursor.execute((PARTS / "seed.sql").read_text("utf-8"), {"rows": options.rows})
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        connection.autocommit = False
        print(f"\nseeded {options.rows:,} events in {time.perf_counter() - began:.0f} s")
        _compare(connection, options.rows, options.batch, dlt)
        _poll(connection)
        _refresh(connection)
        _ask(connection)
        connection.close()
        print(f"\ntwo loaders on the same {POLL} reports, {ROUNDS} rounds: {_collide(dsn)} errors (asked: 0)")


def _compare(connection: Connection, size: int, batch: int, dlt: float | None) -> None:
    few = max(batch // 10, 1)
    speeds = {
        "ours": _speed(connection, f"o{size}", batch, _load),
        "row by row": _speed(connection, f"w{size}", few, _row_by_row),
        "raw COPY": _raw_copy(connection, f"c{size}", batch),
    }
    print(f"\nreports into a table of {size:,}, {batch:,} at once ({few:,} row by row)")
    for name, speed in speeds.items():
        print(f"  {name:12}{speed:>10,.0f} rows/s")
    print(f"  {'dlt merge':12}{f'{dlt:>10,.0f} rows/s' if dlt else ' not measured: give --dlt-python'}")
    asked = "9 x" if size else "4 x"
    ours = speeds["ours"]
    print(f"  ours is {ours / speeds['row by row']:.1f} x row by row (asked: {asked}), ", end="")
    print(f"{ours / speeds['raw COPY']:.0%} of raw COPY (asked: 10%, aim 20%)", end="")
    print(f", {ours / dlt:.1f} x dlt (asked: 2 x)" if dlt else "")


def _speed(
    connection: Connection, name: str, rows: int, load: Callable[[Connection, str, Sequence[list]], None]
) -> float:
    made = prepare(connection, name, rows)
    began = time.perf_counter()
    with connection:
        load(connection, name, made)
    return rows / (time.perf_counter() - began)


def _load(connection: Connection, name: str, made: Sequence[list]) -> None:
    copy_rows(connection, "raw.derived_report", COLUMNS, made)
    execute(connection, "core/upsert_reports", {"work_key": name})


def _row_by_row(connection: Connection, name: str, made: Sequence[list]) -> None:
    text = statement("core/upsert_reports")
    columns = text[text.index("(") + 1 : text.index(")")].replace("\n", " ").split(",")
    names = [column.strip() for column in columns]
    values = ", ".join(f"%({column})s" for column in names)
    command = f"{text[: text.index('SELECT')]} VALUES ({values}) {text[text.index('ON CONFLICT') :]}"
    with connection.cursor() as cursor:
        for row in made:
            cursor.execute(command, dict(zip(COLUMNS, row, strict=True)))


def _raw_copy(connection: Connection, name: str, rows: int) -> float:
    """Rows per second of the server alone: the bytes are there already, and the table has neither key nor index."""
    made = prepare(connection, name, rows)
    held = io.StringIO()
    with connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE raw.bare (LIKE raw.derived_report INCLUDING DEFAULTS)")
        copy_rows(connection, "raw.bare", COLUMNS, made)
        cursor.copy_expert("COPY raw.bare TO STDOUT", held)
        cursor.execute("TRUNCATE raw.bare")
    held.seek(0)
    began = time.perf_counter()
    with connection, connection.cursor() as cursor:
        cursor.copy_expert("COPY raw.bare FROM STDIN", held)
    speed = rows / (time.perf_counter() - began)
    with connection, connection.cursor() as cursor:
        cursor.execute("DROP TABLE raw.bare")
    return speed


def _poll(connection: Connection) -> None:
    times = []
    for i in range(REPEATS):
        made = prepare(connection, f"p{i}x", POLL)
        times.append(_milliseconds(connection, lambda i=i, made=made: _load(connection, f"p{i}x", made)))
    print(f"\na batch of {POLL}: {_figures(times)} (asked: 30 ms)")


def _refresh(connection: Connection) -> None:
    times = [_milliseconds(connection, lambda: refresh_summaries(connection, [CHANGED_DAY])) for _ in range(REPEATS)]
    print(f"summaries of one changed day: {_figures(times)} (asked: 100 ms)")


def _ask(connection: Connection) -> None:
    print("\ndashboard queries (asked: p95 below 250 ms)")
    for question in (PARTS / "questions.sql").read_text("utf-8").split(";\n"):
        title, _, command = question.strip().partition("\n")
        if command:
            times = [_milliseconds(connection, partial(_fetch, connection, command)) for _ in range(REPEATS)]
            print(f"  {title.removeprefix('-- '):58}{_figures(times)}")


def _fetch(connection: Connection, command: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(command)
        cursor.fetchall()


def _milliseconds(connection: Connection, work: Callable[[], None]) -> float:
    began = time.perf_counter()
    with connection:
        work()
    return (time.perf_counter() - began) * 1000


def _figures(times: Sequence[float]) -> str:
    return f"p50 {statistics.median(times):.0f} ms, p95 {sorted(times)[int(len(times) * 0.95)]:.0f} ms"


def _collide(dsn: str) -> int:
    """Let two loaders upsert the same reports, shuffled differently, and return how many rounds failed."""
    errors: list[Exception] = []
    setup = connect(dsn, role=None)
    made = {name: prepare(setup, name, POLL) for name in ("left", "right")}
    shared = COLUMNS.index("report_id")
    for i, row in enumerate(made["right"]):
        row[shared] = made["left"][-1 - i][shared]
    setup.close()

    def run(name: str) -> None:
        connection = connect(dsn, role=None)
        for _ in range(ROUNDS):
            try:
                with connection:
                    execute(connection, "core/lock_core")
                    execute(connection, "raw/clear_derived_reports", {"work_key": name})
                    _load(connection, name, made[name])
            except psycopg2.Error as error:
                errors.append(error)
        connection.close()

    threads = [threading.Thread(target=run, args=(name,)) for name in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(errors)


def _dlt(python: str | None, socket: Path, rows: int) -> float | None:
    if python is None:
        return None
    columns = ",".join(column for column in COLUMNS if column != "work_key")
    place = [quote(str(socket), safe=""), "warehouse"]
    script = str(PARTS / "merge_by_dlt.py")
    command = [python, script, *place, str(rows), columns, str(socket.with_name("dlt"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"dlt failed: {done.stderr.strip().splitlines()[-1]}")
        return None
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
