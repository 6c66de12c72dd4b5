"""Airflow's own database, cleaned by Airflow's own command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta

from syria_events.model import SyriaEventsError
from syria_events.settings import Settings

LONGEST_SECONDS = 1500
LAST_LINES = 15


class MetadataError(SyriaEventsError):
    """Airflow's database could not be cleaned; the message ends with what its command said."""


def clean_command(before: datetime) -> list[str]:
    """Return the command that deletes the record of runs that ended before a moment, without an archive of it."""
    clean = ["--clean-before-timestamp", before.isoformat(), "--skip-archive", "--error-on-cleanup-failure", "--yes"]
    return [sys.executable, "-m", "airflow", "db", "clean", *clean]


def clean_environment(own: Mapping[str, str], airflow_dsn: str) -> dict[str, str]:
    """Return a task's environment with the database that Airflow takes out of it, and as no part of the task's run."""
    kept = {name: value for name, value in own.items() if not name.startswith(("_AIRFLOW_", "AIRFLOW_CTX_"))}
    kept.pop("AIRFLOW__CORE__SQL_ALCHEMY_CONN", None)
    return {**kept, "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": airflow_dsn}


def clean_metadata(settings: Settings, *, now: datetime) -> str:
    """Delete Airflow's record of runs older than `keep_history_days`; return what it says of that.

    Raises MetadataError where the address is not set or the command fails.
    """
    if settings.airflow_dsn is None:
        raise MetadataError(
            "SYRIA_EVENTS_AIRFLOW_DSN is not set: give it the value of AIRFLOW__DATABASE__SQL_ALCHEMY_CONN,"
            " which Airflow hides from tasks"
        )
    done = subprocess.run(
        clean_command(now - timedelta(days=settings.keep_history_days)),
        env=clean_environment(os.environ, settings.airflow_dsn),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )
    said = "\n".join(done.stdout.splitlines()[-LAST_LINES:])
    if done.returncode != 0:
        raise MetadataError(f"airflow db clean ended with code {done.returncode}:\n{said}")
    return said
