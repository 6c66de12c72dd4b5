"""
### What
Writes the figures of the dashboards (situation, actors, sources) to one HTML file that needs no BI tool and no network:
`reports/YYYY-MM-DD.html` and `reports/latest.html` below `SYRIA_EVENTS_VAR`.

### When
Daily at 04:30 UTC, after `rebuild_day` has settled the day before. It is a DAG of its own, since `rebuild_day` is also
run over past days, of each of which it would tell the same present again, and since a failed check must not keep the
report from those who read it.

### Backfill
Not needed: a report tells how the warehouse stands now. Trigger it by hand for one at once.

### If it fails
A ReportFileError names the file that cannot be written: make room or give the right to, clear the task. Where the
warehouse was not reached it is tried again by itself.
"""

from __future__ import annotations

from airflow.sdk import CronTriggerTimetable, dag, task

from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS


@dag(
    dag_display_name="6 · Write report",
    description="The figures of the day as one HTML file.",
    doc_md=__doc__,
    schedule=CronTriggerTimetable("30 4 * * *", timezone="UTC"),
    start_date=START,
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "report"],
)
def write_report() -> None:
    """Write it."""

    @task
    def write() -> str:
        """Read the marts and write the file."""
        from datetime import UTC, datetime

        from syria_events.daily_report.writing import write_daily
        from syria_events.settings import Settings

        settings = Settings.from_environment()
        return str(write_daily(settings.dsn, settings.var / "reports", now=datetime.now(UTC)))

    write()


write_report()
