"""What the tasks of a run returned, read from Airflow's own tables (in its scheduler and API server, not in tasks)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def returned(session: Session, dag_id: str, run_id: str) -> dict[str, Any]:
    """Return what each task of a run returned, by the name of the task without its group."""
    from airflow.models.xcom import XComModel

    query = XComModel.get_many(key="return_value", run_id=run_id, dag_ids=dag_id)
    return {row.task_id.rsplit(".")[-1]: XComModel.deserialize_value(row) for row in session.scalars(query)}


def failed_tasks(session: Session, dag_id: str, run_id: str) -> list[str]:
    """Return the names of the tasks of a run that failed, without their groups."""
    from airflow.models.taskinstance import TaskInstance
    from sqlalchemy import select

    query = select(TaskInstance.task_id).where(
        TaskInstance.dag_id == dag_id, TaskInstance.run_id == run_id, TaskInstance.state == "failed"
    )
    return sorted(task_id.rsplit(".")[-1] for task_id in session.scalars(query))
