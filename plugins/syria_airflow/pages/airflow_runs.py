"""What Airflow's own tables know of runs: which run worked on which batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime

from airflow.models import DagRun
from airflow.utils.session import create_session
from sqlalchemy import select

from syria_airflow.run_results import returned
from syria_events.pipeline.recover import recovery_of
from syria_events.pipeline.work import Work

Run = dict[str, str]


def runs_of(dag_id: str, keys: Collection[str]) -> dict[str, list[Run]]:
    """Return the runs of a DAG by partition key, newest first: `run_id` and `state` of each."""
    found: dict[str, list[Run]] = defaultdict(list)
    if not keys:
        return found
    query = (
        select(DagRun.partition_key, DagRun.run_id, DagRun.state)
        .where(DagRun.dag_id == dag_id, DagRun.partition_key.in_(keys))
        .order_by(DagRun.id.desc())
    )
    with create_session() as session:
        for key, run_id, state in session.execute(query):
            found[key].append({"dag_id": dag_id, "run_id": run_id, "state": str(state)})
    return found


def work_of_run(dag_id: str, run_id: str) -> str | None:
    """Return the key of the work that a run was about, `batch:…` or `day:…`; null where it is none or not known yet."""
    query = select(DagRun.partition_key, DagRun.conf).where(DagRun.dag_id == dag_id, DagRun.run_id == run_id)
    with create_session() as session:
        run = session.execute(query).one_or_none()
        if run is None:
            return None
        conf = run.conf or {}
        if dag_id == "rebuild_day":
            day = run.partition_key or conf.get("day")
            return f"day:{day}" if day else None
        if dag_id == "recover_history":
            return _recovery(run.partition_key or conf.get("day"), run_id)
        if dag_id == "poll_feeds":
            batch_id = returned(session, dag_id, run_id).get("poll", {}).get("batch_id")
        else:
            batch_id = run.partition_key or conf.get("batch_id")
    return f"batch:{batch_id}" if batch_id else None


def _recovery(day: str | None, run_id: str) -> str | None:
    """Return the key of the batch of what a search for a day found, whether or not it found anything."""
    if not day:
        return None
    return recovery_of(Work.of_day(day, today=datetime.now(UTC).date(), run_id=run_id)).key
