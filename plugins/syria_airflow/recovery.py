"""The task that searches for a day's missed entries, and stops its run where nothing was missed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import task
from airflow.sdk.exceptions import AirflowSkipException

from syria_airflow.derive import Counts, current_day


@task(pool="history", execution_timeout=timedelta(hours=3))
def recover(*, params: dict[str, Any] | None = None) -> Counts:
    """Search the publishers' archives for the day, and open a batch for what no feed had brought."""
    from datetime import UTC, datetime

    from syria_events.pipeline.recover import recover_day
    from syria_events.settings import Settings

    chosen = params or {}
    recovered = recover_day(
        Settings.from_environment(),
        current_day(),
        slugs=chosen.get("feeds") or (),
        ways=chosen.get("ways") or (),
        now=datetime.now(UTC),
    )
    if not recovered.counts["in_batch"]:
        raise AirflowSkipException(f"Nothing was missed, as far as can be seen: {recovered.counts}")
    return recovered.counts
