"""What a warehouse says of itself on a good day."""

from __future__ import annotations

from datetime import UTC, datetime

from syria_events.quality.health import Facts

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
WELL = Facts(
    newest_poll_at=NOW,
    poll_overdue_seconds=None,
    open_batches=1,
    queue_age_seconds=240.0,
    stuck_batches=0,
    feeds=285,
    feeds_down=12,
    rejected_open=7,
    checked_at=NOW,
    critical_unmet=3,
    standing_unmet=0,
    warnings_unmet=5,
    lag_p50_seconds=600.0,
    lag_p95_seconds=2400.0,
)
