"""A warehouse of made events up to today, for trying the dashboards on many.

Stays until Ctrl-C. Beside it, `SYRIA_EVENTS_VAR=DIR make bi` shows the dashboards, and `make bi-check` with the same
variable opens them all and says how long each took.

usage: python -m benchmarks.dashboards DIR [--rows 1000000]
"""

from __future__ import annotations

import argparse
import signal
import time
from datetime import date, timedelta
from pathlib import Path

from benchmarks.warehouse_parts.seeding import DAYS, seed
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.embedded import EmbeddedPostgres
from syria_events.warehouse.migrations import migrate
from syria_events.warehouse.reference import write_reference

FEEDS = Path(__file__).parent / "warehouse_parts" / "seed_feeds.sql"


def main() -> None:
    """Make the events, unless they are there, and keep the server up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    with EmbeddedPostgres(options.directory / "postgres") as server:
        dsn = server.dsn("warehouse")
        migrate(dsn)
        write_reference(dsn)
        make_events(dsn, options.rows)
        note = options.directory / "warehouse.dsn"
        note.write_text(dsn, encoding="utf-8")
        print(f"{dsn}\nStop with Ctrl-C.", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
        note.unlink()


def make_events(dsn: str, rows: int) -> None:
    """Make events, articles and feeds; nothing where there are events already."""
    with transaction(dsn, role=None) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM core.event)")
        if cursor.fetchone() == (True,):
            return
    began = time.perf_counter()
    seed(dsn, rows, first_day=date.today() - timedelta(days=DAYS))
    with transaction(dsn, role=None) as connection, connection.cursor() as cursor:
        cursor.execute(FEEDS.read_text("utf-8"))
        cursor.execute("ANALYZE")
    print(f"made {rows:,} events in {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
