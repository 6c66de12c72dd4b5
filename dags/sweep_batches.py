"""
### What
Hands over again what was stranded: batches whose run died or whose wake-up was lost (asset events of a paused DAG
are), and batches with a page that failed for now and may be tried again. Beside that it looks for signs of trouble
(silent feeds, lost items, critical checks, a queue that grows old), raises and clears alerts, and tells of them.

### When
Every 15 minutes. A batch counts as stranded when no run took it up within 10 minutes, or a run began and did not finish
it within 45. By hand with the param `everything` to hand over all that is not done at once.

### Backfill
Not needed: it looks at the tables as they are now.

### If it fails
Nothing is lost; the next run finds the same batches and signs. It fails only where the warehouse is out of reach; a
notifier that is down fails no run, see `syria-events alerts list`.
"""

from __future__ import annotations

from airflow.sdk import Param, dag

from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS
from syria_airflow.hand_over import hand_over
from syria_airflow.telling import watch


@dag(
    dag_display_name="3 · Sweep batches",
    description="Hand over again what was stranded, and pages to retry; raise alerts.",
    doc_md=__doc__,
    schedule="*/15 * * * *",
    start_date=START,
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "ingest"],
    params={
        "everything": Param(
            False, type="boolean", title="Everything", description="All batches not done, stranded or not."
        )
    },
)
def sweep_batches() -> None:
    """Hand over; and watch, whatever became of that."""
    hand_over()
    watch()


sweep_batches()
