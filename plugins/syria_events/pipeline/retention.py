"""Let go what is older than an operator wants to keep, and say how much that was."""

from __future__ import annotations

from datetime import datetime, timedelta

from syria_events.landing.expiry import delete_days_before
from syria_events.landing.writing import sweep_unfinished
from syria_events.pipeline.link import settle_events
from syria_events.pipeline.work import Stage
from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import execute, fetch_rows

ABANDONED_AFTER = timedelta(days=1)
"""No writer works longer on one file of the landing."""
ARTICLES_AT_ONCE = 1000
"""Per transaction, in which the events that they told are linked anew."""
HISTORY = {
    "fetches": "raw/delete_old_fetches",
    "stage_runs": "quality/delete_old_stage_runs",
    "check_results": "quality/delete_old_check_results",
}


def apply_retention(settings: Settings, *, now: datetime) -> dict[str, int]:
    """Delete history, and articles and landing files where the settings say so. Returns what was deleted, by kind."""
    deleted = {"unfinished_files": sweep_unfinished(settings.landing_url, older_than=now - ABANDONED_AFTER)}
    with transaction(settings.dsn) as connection:
        before = now - timedelta(days=settings.keep_history_days)
        deleted |= {kind: execute(connection, name, {"before": before}) for kind, name in HISTORY.items()}
    if settings.keep_core_days is not None:
        deleted["articles"] = _delete_articles(settings, now - timedelta(days=settings.keep_core_days), now)
    if settings.keep_landing_days is not None:
        first_kept = (now - timedelta(days=settings.keep_landing_days)).date()
        deleted["landing_files"], deleted["landing_bytes"] = delete_days_before(settings.landing_url, first_kept)
    return deleted


def _delete_articles(settings: Settings, before: datetime, now: datetime) -> int:
    """Delete articles with their reports; their events lose these reports, or go as well, and revisions tell so."""
    deleted = 0
    while True:
        with transaction(settings.dsn) as connection:
            execute(connection, "core/lock_core")
            rows = fetch_rows(connection, "core/select_old_articles", {"before": before, "most": ARTICLES_AT_ONCE})
            if not rows:
                return deleted
            article_ids = [row["article_id"] for row in rows]
            execute(connection, "core/note_links_of_articles", {"article_ids": article_ids})
            execute(connection, "core/note_days_of_former_links")
            deleted += execute(connection, "core/delete_articles", {"article_ids": article_ids})
            settle_events(Stage(connection), now=now)
