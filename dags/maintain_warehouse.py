"""
### What
Keeps house: fetches the gazetteer's publishers' newer tables, reads a sample of the landing back against its checksums,
lets go what is older than it shall be kept, cleans Airflow's own database, and gathers fresh statistics. It deletes
no article and no landing file unless `SYRIA_EVENTS_KEEP_CORE_DAYS` or `SYRIA_EVENTS_KEEP_LANDING_DAYS` says so;
`SYRIA_EVENTS_KEEP_HISTORY_DAYS` (90) bounds the record of what ran. Each task returns in numbers what it did.

### When
Daily at 04:45 UTC, after `rebuild_day`. The tasks do not need each other: one that fails holds up none.

### Backfill
Not needed: it looks at the state as it is now.

### If it fails
`verify_landing`: a file is damaged or missing; the message names it. Restore it from a backup, clear the task.
`refresh_gazetteer`: a publisher sent something that cannot be read or has not half of its places; what we had stays.
Look at the address, or import the file by hand. Without a network the task is skipped. `clean_metadata`: the message
ends with what `airflow db clean` said; set `SYRIA_EVENTS_AIRFLOW_DSN` where it asks for it. `apply_retention` rolls
back and can be repeated.
"""

from __future__ import annotations

from airflow.sdk import CronTriggerTimetable, dag

from syria_airflow.defaults import DEFAULT_ARGS, TAGS
from syria_airflow.upkeep import analyze, apply_retention, clean_metadata, refresh_gazetteer, verify_landing


@dag(
    dag_display_name="7 · Maintain warehouse",
    description="Refresh the gazetteer, verify the landing, apply retention, clean up, analyze.",
    doc_md=__doc__,
    # Without a start date, so that a new installation does not begin with it.
    schedule=CronTriggerTimetable("45 4 * * *", timezone="UTC", run_immediately=False),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "upkeep"],
)
def maintain_warehouse() -> None:
    """Five chores, none of which waits for another but the last."""
    refresh_gazetteer(), verify_landing(), clean_metadata()
    apply_retention() >> analyze()


maintain_warehouse()
