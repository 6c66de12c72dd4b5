"""Ways to load reports, each timed on the same made rows: ours, row by row, a bare COPY, dlt."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

from benchmarks.warehouse_parts.metering import Cost, metered
from benchmarks.warehouse_parts.reports import prepare
from syria_events.pipeline.code_articles import COLUMNS
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import copy_rows, execute
from syria_events.warehouse.statements import statement

Load = Callable[[Connection, str, Sequence[list]], None]

DLT = "dlt[postgres]==1.31.0"
UV = Path(__file__).parents[2] / ".venv" / "bin" / "uv"


def load(connection: Connection, name: str, made: Sequence[list]) -> None:
    """Load as the pipeline does: rows become text and go by COPY to where checks see them, whence they are upserted."""
    copy_rows(connection, "raw.derived_report", COLUMNS, made)
    execute(connection, "core/upsert_reports", {"work_key": name})


def row_by_row(connection: Connection, name: str, made: Sequence[list]) -> None:
    """Upsert each row by a statement of its own, all in one transaction."""
    text = statement("core/upsert_reports")
    columns = text[text.index("(") + 1 : text.index(")")].replace("\n", " ").split(",")
    names = [column.strip() for column in columns]
    values = ", ".join(f"%({column})s" for column in names)
    command = f"{text[: text.index('SELECT')]} VALUES ({values}) {text[text.index('ON CONFLICT') :]}"
    with connection.cursor() as cursor:
        for row in made:
            cursor.execute(command, dict(zip(COLUMNS, row, strict=True)))


def cost(connection: Connection, name: str, rows: int, way: Load) -> Cost:
    """Return what loading new reports takes, the commit included."""
    made = prepare(connection, name, rows)
    return metered(connection, lambda: way(connection, name, made))


def raw_copy(connection: Connection, name: str, rows: int) -> Cost:
    """What the server alone takes: the bytes are there already, and the table has neither key nor index."""
    made = prepare(connection, name, rows)
    held = io.BytesIO()
    with connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE raw.bare (LIKE raw.derived_report INCLUDING DEFAULTS)")
        copy_rows(connection, "raw.bare", COLUMNS, made)
        cursor.copy_expert("COPY raw.bare TO STDOUT", held)
        cursor.execute("TRUNCATE raw.bare")
    held.seek(0)

    def copy() -> None:
        with connection.cursor() as cursor:
            cursor.copy_expert("COPY raw.bare FROM STDIN", held, 65_536)

    took = metered(connection, copy)
    with connection, connection.cursor() as cursor:
        cursor.execute("DROP TABLE raw.bare")
    return took


def dlt_environment(directory: Path) -> Path | None:
    """Make an environment for dlt and return its Python, None where the registry does not give it."""
    python = directory / "bin" / "python"
    for command in (["venv", "--quiet", str(directory)], ["pip", "install", "--quiet", "--python", str(python), DLT]):
        done = subprocess.run([str(UV), *command], capture_output=True, text=True, check=False, env=_plain())
        if done.returncode:
            print(f"dlt is not measured: {done.stderr.strip().splitlines()[-1]}")
            return None
    return python


def dlt_merge(python: Path, socket: Path, rows: int) -> Cost:
    """What dlt's upsert takes into a table of its own, which has no key to another and no second index."""
    columns = ",".join(column for column in COLUMNS if column != "work_key")
    place = [quote(str(socket), safe=""), "warehouse", str(rows), columns, str(socket.with_name("dlt-state"))]
    script = Path(__file__).with_name("merge_by_dlt.py")
    done = subprocess.run([python, script, *place], capture_output=True, text=True, check=True, env=_plain())
    return Cost(rows / float(done.stdout.split()[-1]), None)


def _plain() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "VIRTUAL_ENV", "PYTHON"))}
