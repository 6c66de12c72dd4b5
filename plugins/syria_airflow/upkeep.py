"""The chores of `maintain_warehouse`, each a task that returns in numbers what it did."""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import task
from airflow.sdk.exceptions import AirflowSkipException

Counts = dict[str, int]


@task(pool="pages", execution_timeout=timedelta(minutes=15))
def refresh_gazetteer() -> Counts:
    """Ask the gazetteer's publishers for newer tables."""
    from syria_events.pipeline.refresh_gazetteer import refresh_gazetteer as run
    from syria_events.settings import Settings

    answers = run(Settings.from_environment())
    if set(answers) <= {"unreachable"}:
        raise AirflowSkipException("No publisher of a gazetteer could be reached, or none is named.")
    return answers


@task
def verify_landing() -> Counts:
    """Read a sample of the landing back."""
    from datetime import UTC, datetime

    from syria_events.pipeline.verify_landing import verify_landing as run
    from syria_events.settings import Settings

    return run(Settings.from_environment(), now=datetime.now(UTC))


@task
def clean_metadata() -> str:
    """Let Airflow clean its own database; return what it says of that."""
    from datetime import UTC, datetime

    from syria_airflow.metadata import clean_metadata as run
    from syria_events.settings import Settings

    return run(Settings.from_environment(), now=datetime.now(UTC))


@task(pool="load")
def apply_retention() -> Counts:
    """Delete what is older than it shall be kept."""
    from datetime import UTC, datetime

    from syria_events.pipeline.retention import apply_retention as run
    from syria_events.settings import Settings

    return run(Settings.from_environment(), now=datetime.now(UTC))


@task(trigger_rule="all_done")
def analyze() -> None:
    """Gather fresh statistics."""
    from syria_events.pipeline.analyze import analyze as run
    from syria_events.settings import Settings

    run(Settings.from_environment())
