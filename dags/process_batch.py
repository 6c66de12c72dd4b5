"""
### What
Takes one batch of entries to the end: fetches the pages that are about Syria, then derives articles, reports and
events from what landed.

### When
Once per batch, as soon as `poll_feeds` or `sweep_batches` hands it over; the batch id is the partition key. By hand
with a partition key or the param `batch_id`, for any batch of `raw.batch`.

### Backfill
Not by date: clear a run to process its batch again, or trigger it with a batch id. To derive whole days again,
backfill `rebuild_day`. Repeating changes nothing that is already right.

### If it fails
The message says what to mend; then clear the failed task, the tasks before it need not run again. A run that died
is handed over again by `sweep_batches`. Rows that fail a check never fail a run: they are in
`quality.rejected_row`. A failed `check` is a broken check; a failed `load` with ConservationError means that
entries would have been lost, and nothing was written.
"""

from __future__ import annotations

from airflow.sdk import Param, PartitionedAssetTimetable, dag

from syria_airflow.assets import BATCH
from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS
from syria_airflow.derive import derive, fetch_pages


@dag(
    dag_display_name="2 · Process batch",
    description="Fetch the pages of a batch, then extract, code, check, load and link.",
    doc_md=__doc__,
    schedule=PartitionedAssetTimetable(assets=BATCH),
    start_date=START,
    catchup=False,
    max_active_runs=2,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "derive"],
    params={
        "batch_id": Param(
            None,
            type=["null", "string"],
            title="Batch",
            description="Batch to process, where there is no partition key.",
        )
    },
)
def process_batch() -> None:
    """Fetch, then derive."""
    fetch_pages() >> derive()


process_batch()
