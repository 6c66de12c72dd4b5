"""
### What
Derives one day's articles again from the landing, with the code as it is now, and settles the events of that day.
It touches no network: what came over the wire is kept as it came.

### When
Daily at midnight, UTC, for the day before (the partition key), so that late entries and better code take hold. By hand
with the param `day`.

### Backfill
This is the operator's handle. In the UI: Trigger, Backfill, a range of days, reprocess "All". On the command line:
`airflow backfill create --dag-id rebuild_day --from-date 2026-11-01 --to-date 2026-11-07 --reprocess-behavior
completed`. Running it twice changes nothing. A range that ends after today is refused at once.

### If it fails
A LandingError names a WARC file that is missing or damaged: restore it, clear the task. Everything else as for
`process_batch`. Days are independent; the other days of a backfill go on.
"""

from __future__ import annotations

from airflow.sdk import dag

from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS, day_param
from syria_airflow.derive import derive
from syria_airflow.timetables import DayTimetable


@dag(
    dag_display_name="4 · Rebuild day",
    description="Derive a day again from the landing; backfill any range.",
    doc_md=__doc__,
    schedule=DayTimetable(),
    start_date=START,
    catchup=False,
    max_active_runs=2,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "derive"],
    params={"day": day_param()},
)
def rebuild_day() -> None:
    """Derive, from the landing alone."""
    derive()


rebuild_day()
