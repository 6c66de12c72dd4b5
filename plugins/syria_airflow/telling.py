"""What Airflow tells our alerts: tasks that fail for good, and those that are well again.

The callbacks run in the process of the task, after its end. Whatever goes wrong in them is logged and goes no further.
"""

from __future__ import annotations

import logging
from typing import Any

from airflow.sdk import task

logger = logging.getLogger(__name__)


def tell_of_failure(context: Any) -> None:
    """Raise an alert for a task that failed after its last try."""
    from datetime import UTC, datetime

    try:
        from syria_events.alerts.deciding import Sign
        from syria_events.pipeline.alerts import report_trouble
        from syria_events.settings import Settings

        instance = context["task_instance"]
        error = f"{type(context.get('exception')).__name__}: {context.get('exception')}"
        message = f"{error}\nRun {context['run_id']}, try {instance.try_number}: {instance.log_url}"
        sign = Sign("failed_run", subject_of(context), message)
        report_trouble(Settings.from_environment(), sign, now=datetime.now(UTC))
    except Exception:
        logger.exception("could not raise the alert of this failure")


def tell_of_success(context: Any) -> None:
    """Clear the alert of a task that is well again."""
    from datetime import UTC, datetime

    try:
        from syria_events.pipeline.alerts import report_over
        from syria_events.settings import Settings

        report_over(Settings.from_environment(), "failed_run", subject_of(context), now=datetime.now(UTC))
    except Exception:
        logger.exception("could not see whether this success clears an alert")


def subject_of(context: Any) -> str:
    """Name the cause: the task and, where the run is about one, its batch or day, so that another does not clear it."""
    instance, run = context["task_instance"], context["dag_run"]
    params = context.get("params") or {}
    key = getattr(run, "partition_key", None) or params.get("batch_id") or params.get("day")
    return " ".join(filter(None, (f"{instance.dag_id}.{instance.task_id}", key)))


@task
def watch() -> dict[str, int]:
    """Look for signs of trouble, raise and clear alerts, and tell of them."""
    from datetime import UTC, datetime

    from syria_events.pipeline.alerts import watch as look
    from syria_events.settings import Settings

    return look(Settings.from_environment(), now=datetime.now(UTC))
