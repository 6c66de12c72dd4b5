"""How fast the warehouse takes reports and answers dashboards, on an embedded server with all keys and indexes on.

Loading is the pipeline's own: rows become text, go by COPY into raw.derived_report, where the checks look at them, and
are upserted by `core/upsert_reports`. Beside it, in turns: COPY of the same bytes, ready made, into a bare table; the
same upsert row by row; and dlt, which merges into a table of its own without keys to others. Every way takes new rows.
The server has 1 GB of shared buffers and a checkpoint every half hour. The whole took a quarter of an hour on two cores
that also did other work; most of it is seeding. It wants 25 GB of disk.

usage: python -m benchmarks.warehouse [--rows 5000000] [--batch 20000]
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import psycopg2

from benchmarks.warehouse_parts.loading import cost, dlt_environment, dlt_merge, load, raw_copy, row_by_row
from benchmarks.warehouse_parts.metering import Cost, figures, metered
from benchmarks.warehouse_parts.reports import prepare
from benchmarks.warehouse_parts.seeding import OPTIONS as SEEDING
from benchmarks.warehouse_parts.seeding import seed
from syria_events.pipeline.code_articles import COLUMNS
from syria_events.pipeline.summaries import refresh_summaries
from syria_events.warehouse.connection import Connection, connect
from syria_events.warehouse.embedded import EmbeddedPostgres
from syria_events.warehouse.migrations import migrate
from syria_events.warehouse.reference import write_reference
from syria_events.warehouse.rows import execute

PARTS = Path(__file__).with_name("warehouse_parts")
SERVER = {
    "shared_buffers": "1GB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "30min",
}
CHANGED_DAY = date(2026, 6, 12)
POLL = 200
TURNS = 5
ROUNDS = 50
REPEATS = 40


def main() -> None:
    """Print figures beside those asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--batch", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="syria-") as made:
        data = Path(made) / "data"
        dlt = dlt_environment(Path(made) / "dlt")
        with EmbeddedPostgres(data, options=SERVER) as server:
            migrate(server.dsn("warehouse"))
            write_reference(server.dsn("warehouse"))
            _compare(server, 0, options.batch, dlt)
        with EmbeddedPostgres(data, options=SERVER | SEEDING) as server:
            began = time.perf_counter()
            seed(server.dsn("warehouse"), options.rows)
            print(f"\nseeded {options.rows:,} events in {time.perf_counter() - began:.0f} s")
        with EmbeddedPostgres(data, options=SERVER) as server:
            _compare(server, options.rows, options.batch, dlt)
            connection = connect(server.dsn("warehouse"), role=None)
            _poll(connection)
            _refresh(connection)
            _ask(connection)
            connection.close()
            errors = _collide(server.dsn("warehouse"))
            print(f"\ntwo loaders on the same {POLL} reports, {ROUNDS} rounds: {errors} errors (asked: 0)")


def _compare(server: EmbeddedPostgres, size: int, batch: int, dlt: Path | None) -> None:
    """Let the ways take turns, so that what else the machine does meets all of them."""
    connection = connect(server.dsn("warehouse"), role=None)
    few = max(batch // 10, 1)
    ways: dict[str, Callable[[str], Cost]] = {
        "ours": lambda name: cost(connection, name, batch, load),
        "raw COPY": lambda name: raw_copy(connection, name, batch),
        "row by row": lambda name: cost(connection, name, few, row_by_row),
    }
    if dlt:
        ways["dlt merge"] = lambda _: dlt_merge(dlt, server.data, batch)
    taken = [{way: ways[way](f"{size}t{turn}{way[:3]}x") for way in ways} for turn in range(TURNS)]
    connection.close()
    print(f"\nreports into a table of {size:,}, {batch:,} at once ({few:,} row by row), {_state()}")
    rows = {way: few if way == "row by row" else batch for way in ways}
    for way in ways:
        clocks = [rows[way] / turn[way].clock for turn in taken]
        spent = [turn[way].processor for turn in taken if turn[way].processor is not None]
        each = f"  {1e6 * statistics.median(spent) / rows[way]:>6.0f} µs of processor a row" if spent else ""
        print(f"  {way:12}{statistics.median(clocks):>10,.0f} rows/s{each}")
    for way, asked in (
        ("row by row", "9 x" if size else "4 x"),
        ("dlt merge", "2 x"),
        ("raw COPY", "0.1 x, aim 0.2 x"),
    ):
        if way in ways:
            print(f"  ours is {_ratios(taken, way, rows)}; asked: {asked}")


def _ratios(taken: Sequence[dict[str, Cost]], way: str, rows: dict[str, int]) -> str:
    scale = rows["ours"] / rows[way]
    by_clock = sorted(scale * turn[way].clock / turn["ours"].clock for turn in taken)
    spent = [
        scale * turn[way].processor / turn["ours"].processor
        for turn in taken
        if turn[way].processor is not None and turn["ours"].processor is not None
    ]
    by_processor = f", {statistics.median(spent):.2f} x by processor" if spent else ""
    return f"{statistics.median(by_clock):.2f} x {way} ({by_clock[0]:.2f} to {by_clock[-1]:.2f}{by_processor})"


def _poll(connection: Connection) -> None:
    costs = []
    for i in range(REPEATS):
        made = prepare(connection, f"p{i}x", POLL)
        costs.append(metered(connection, partial(load, connection, f"p{i}x", made)))
    print(f"\na batch of {POLL}: {figures(costs)} (asked: 30 ms)")


def _refresh(connection: Connection) -> None:
    refresh = partial(refresh_summaries, connection, [CHANGED_DAY])
    print(f"summaries of one changed day: {figures(_repeated(connection, refresh))} (asked: 100 ms)")


def _ask(connection: Connection) -> None:
    print(f"\ndashboard queries (asked: p95 below 250 ms), {_state()}")
    for question in (PARTS / "questions.sql").read_text("utf-8").split(";\n"):
        title, _, command = question.strip().partition("\n")
        if command:
            costs = _repeated(connection, partial(_fetch, connection, command))
            print(f"  {title.removeprefix('-- '):58}{figures(costs)}")


def _repeated(connection: Connection, work: Callable[[], None]) -> list[Cost]:
    work()  # what a server that runs for days has in memory
    return [metered(connection, work) for _ in range(REPEATS)]


def _fetch(connection: Connection, command: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(command)
        cursor.fetchall()


def _state() -> str:
    return f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _collide(dsn: str) -> int:
    """Let two loaders write the same reports, shuffled and worded differently; return how many rounds failed.

    They do without the lock of core that the pipeline holds: the order of the rows alone has to keep them apart.
    """
    errors: list[Exception] = []
    setup = connect(dsn, role=None)
    made = prepare(setup, "shared", POLL)
    setup.close()

    def run(name: str) -> None:
        dice = random.Random(name)
        connection = connect(dsn, role=None)
        for number in range(ROUNDS):
            own = {"work_key": name, "coder_version": f"{name} {number}"}
            rows = [[own.get(column, cell) for column, cell in zip(COLUMNS, row, strict=True)] for row in made]
            try:
                with connection:
                    execute(connection, "raw/clear_derived_reports", {"work_key": name})
                    load(connection, name, dice.sample(rows, POLL))
            except psycopg2.Error as error:
                errors.append(error)
        connection.close()

    threads = [threading.Thread(target=run, args=(name,)) for name in ("left", "right")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(errors)


if __name__ == "__main__":
    main()
