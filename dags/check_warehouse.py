"""
### What
Holds every feed against its own past (silence, volume, size of its documents, dates, language, copies, places), and
core and mart against what must hold in them: evidence, references, conservation of counts, summaries that say what the
events say. Every result, with all rows that failed, is in `quality.check_result` and `quality.check_failure`.

### When
Daily at 05:10 UTC, after `rebuild_day` has settled the day before. By hand whenever something was mended.

### Backfill
Not needed: it looks at the tables as they are now. The results of earlier days stay.

### If it fails
The message names each critical expectation that is not met, with its remedy; mend it, then clear the task. Nothing was
changed or turned back. A BrokenCheckError means that the check itself is wrong. Warnings fail no run: see the results.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import dag, task

from syria_airflow.defaults import DEFAULT_ARGS, START, TAGS


@dag(
    dag_display_name="8 · Check warehouse",
    description="Hold feeds, core and mart against what must hold.",
    doc_md=__doc__,
    schedule="10 5 * * *",
    start_date=START,
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    tags=[*TAGS, "quality"],
)
def check_warehouse() -> None:
    """Check, nothing else."""

    @task(execution_timeout=timedelta(hours=1))
    def check() -> dict[str, int]:
        from datetime import UTC, datetime

        from syria_events.pipeline.check_warehouse import check_warehouse as run
        from syria_events.settings import Settings

        return run(Settings.from_environment(), now=datetime.now(UTC))

    check()


check_warehouse()
