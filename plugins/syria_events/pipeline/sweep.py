"""Find batches that nobody works on, and hand batches over."""

from __future__ import annotations

from datetime import datetime, timedelta

from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import execute, fetch_rows

STRANDED_AFTER = timedelta(minutes=30)
"""A batch handed over this long ago and still not done was lost on the way, or its run died for good."""


def batches_to_hand_over(settings: Settings, *, now: datetime, stranded_after: timedelta = STRANDED_AFTER) -> list[str]:
    """Return the batches that process_batch should be woken for, oldest first, and note that it was done.

    These are batches just landed, stranded ones, and done ones with a page whose retry is due. What wakes the consumer
    comes after this transaction; should it fail, the sweep after the next finds the batch stranded.
    """
    with transaction(settings.dsn) as connection:
        parameters = {"now": now, "stranded_before": now - stranded_after}
        found = [row["batch_id"] for row in fetch_rows(connection, "raw/select_batches_to_hand_over", parameters)]
        execute(connection, "raw/mark_handed_over", {"batch_ids": found, "now": now})
        return found
