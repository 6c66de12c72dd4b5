"""The task that wakes `process_batch`, once per batch that needs work. It runs most often, and so sends the gauges."""

from __future__ import annotations

from typing import Any

from airflow.sdk import task
from airflow.sdk.exceptions import AirflowSkipException

from syria_airflow.assets import BATCH


@task(outlets=[BATCH])
def hand_over(*, params: dict[str, Any] | None = None, outlet_events: Any = None) -> list[str]:
    """Hand over batches that just landed, were stranded, or have a page whose retry is due."""
    from datetime import UTC, datetime

    from syria_airflow.metrics import gauge
    from syria_events.pipeline.health import health_facts
    from syria_events.pipeline.sweep import batches_to_hand_over
    from syria_events.settings import Settings

    settings, everything = Settings.from_environment(), bool(params and params.get("everything"))
    gauge(health_facts(settings, now=datetime.now(UTC)))
    batch_ids = batches_to_hand_over(settings, now=datetime.now(UTC), everything=everything)
    if not batch_ids:
        raise AirflowSkipException("No batch waits for work.")
    outlet_events[BATCH].add_partitions(batch_ids)
    return batch_ids
