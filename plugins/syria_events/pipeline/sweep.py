"""Find batches that nobody works on, and hand batches over."""

from __future__ import annotations

from datetime import datetime, timedelta

from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import execute, fetch_rows

LOST_AFTER = timedelta(minutes=10)
"""A batch handed over this long ago that no run took up: the wake-up was lost, as a paused DAG loses it."""
DEAD_AFTER = timedelta(minutes=45)
"""A batch handed over this long ago that a run began and did not finish, retries included."""


def batches_to_hand_over(settings: Settings, *, now: datetime, everything: bool = False) -> list[str]:
    """Return the batches that process_batch should be woken for, oldest first, and note that it was done.

    These are batches just landed, stranded ones (with `everything`: all that are not done), and done ones with a page
    whose retry is due. What wakes the consumer comes after this transaction; should it fail, the batch counts as lost
    after a while.
    """
    with transaction(settings.dsn) as connection:
        lost, dead = (timedelta(), timedelta()) if everything else (LOST_AFTER, DEAD_AFTER)
        parameters = {"now": now, "lost_before": now - lost, "dead_before": now - dead}
        found = [row["batch_id"] for row in fetch_rows(connection, "raw/select_batches_to_hand_over", parameters)]
        execute(connection, "raw/mark_handed_over", {"batch_ids": found, "now": now})
        return found
