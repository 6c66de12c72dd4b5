"""
### What
Asks the feeds that are due, politely: conditional requests, one at a time per host. Lands every body as it came,
stores new and edited entries, and hands them over to `process_batch` as one batch.

### When
Every 5 minutes; each feed has its own rhythm between 10 minutes and 6 hours, so most runs ask a few. By hand with
the param `all_feeds` to ask every enabled feed now.

### Backfill
Refused: a feed shows only its latest items, there is no past to ask for. `rebuild_day` derives stored days again.

### If it fails
A publisher that is down fails no run: see `mart.feed_health`. A failed `poll` means that the warehouse or the
landing was out of reach; it is retried, and nothing is lost, because the feeds are asked again. A failed
`hand_over` is made good by `sweep_batches`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import Param, dag, task
from airflow.utils.types import DagRunType

from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS
from syria_airflow.hand_over import hand_over


@dag(
    dag_display_name="1 · Poll feeds",
    description="Ask the feeds that are due, land what they answer, hand over a batch.",
    doc_md=__doc__,
    schedule="*/5 * * * *",
    start_date=START,
    catchup=False,
    max_active_runs=1,
    allowed_run_types=[DagRunType.SCHEDULED, DagRunType.MANUAL],
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "ingest"],
    params={
        "all_feeds": Param(False, type="boolean", title="All feeds", description="Ask every enabled feed, due or not.")
    },
)
def poll_feeds() -> None:
    """Poll, then hand over."""

    @task(pool="feeds", execution_timeout=timedelta(minutes=15))
    def poll(*, params: dict[str, Any] | None = None) -> dict[str, Any]:
        from datetime import UTC, datetime

        from syria_airflow.metrics import count
        from syria_events.pipeline.poll import poll_due_feeds
        from syria_events.settings import Settings

        all_feeds = bool(params and params["all_feeds"])
        return count("poll", poll_due_feeds(Settings.from_environment(), now=datetime.now(UTC), all_feeds=all_feeds))

    poll() >> hand_over()


poll_feeds()
