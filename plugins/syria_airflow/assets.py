"""What the DAGs hand to each other."""

from __future__ import annotations

from airflow.sdk import Asset

BATCH = Asset(name="raw.batch", uri="syria-events://warehouse/raw/batch")
"""A batch that landed; its id is the partition key. The work list is the table, an event only wakes the consumer."""

EVENTS = Asset(name="core.event", uri="syria-events://warehouse/core/event")
"""Events were settled, for one batch or one day (the partition key). Schedule on it what should follow new events."""
