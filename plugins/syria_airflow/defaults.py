"""What all tasks have in common: who owns them, how long they may take, when they are tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.sdk import ExceptionRetryPolicy, Param, RetryAction, RetryRule

from syria_airflow.telling import tell_of_failure, tell_of_success
from syria_events.model import PassingError, SyriaEventsError

START = datetime(2026, 1, 1, tzinfo=UTC)

RETRY_POLICY = ExceptionRetryPolicy(
    rules=[
        RetryRule(
            exception=PassingError,
            action=RetryAction.RETRY,
            retry_delay=timedelta(seconds=30),
            reason="Passing: a server or lock was not available",
        ),
        RetryRule(
            exception=SyriaEventsError,
            action=RetryAction.FAIL,
            reason="Permanent: the message says what to mend; clear the task afterwards",
        ),
    ]
)

DEFAULT_ARGS: dict[str, Any] = {
    "owner": "syria-events",
    "retries": 3,
    "retry_delay": timedelta(seconds=20),
    "retry_policy": RETRY_POLICY,
    "execution_timeout": timedelta(minutes=30),
    "on_failure_callback": tell_of_failure,
    "on_success_callback": tell_of_success,
    "on_skipped_callback": tell_of_success,
}

TAGS = ["syria-events"]


def day_param() -> Param:
    """Return the param of the DAGs whose partition is a day."""
    return Param(
        None,
        type=["null", "string"],
        title="Day",
        description="UTC day, YYYY-MM-DD, where there is no partition key.",
    )
