"""Load what passed the checks into core, in one transaction, and account for every entry version of the work."""

from __future__ import annotations

from syria_events.model import SyriaEventsError
from syria_events.pipeline.work import Work, stage
from syria_events.settings import Settings
from syria_events.warehouse.rows import execute, fetch_rows

BEFORE = (
    "core/note_unsettled_days",
    "core/note_former_links",
    "core/upsert_sources",
    "core/upsert_articles",
    "core/upsert_article_versions",
)
AFTER = (
    "core/delete_superseded_versions",
    "core/delete_articles_without_version",
    "core/delete_superseded_reports",
    "core/upsert_reports",
    "core/delete_report_evidence",
    "core/insert_report_evidence",
    "core/delete_report_actors",
    "core/insert_report_actors",
    "core/delete_casualty_claims",
    "core/insert_casualty_claims",
)


class ConservationError(SyriaEventsError):
    """Entries that were seen and are neither loaded, rejected, irrelevant, duplicate nor pending; or lost reports."""


def load(settings: Settings, work: Work) -> dict[str, int]:
    """Upsert articles and reports, remove what they replace, settle outcomes and counts.

    Raises ConservationError, rolling everything back, if the counts of a batch do not add up or reports are missing.
    """
    with stage(settings, work, "load") as running:
        key = {"work_key": work.key}
        execute(running.connection, "core/lock_core")
        for name in (*BEFORE, *AFTER):
            execute(running.connection, name, key)
        (passed,) = fetch_rows(running.connection, "raw/count_reports_to_load", key)
        running.rows_out = passed["reports"]
        for is_current in (False, True):
            execute(running.connection, "core/settle_current_versions", {**key, "is_current": is_current})
        execute(running.connection, "core/note_unsettled_days", key)
        lost = fetch_rows(running.connection, "quality/select_lost_reports", key)
        if lost:
            said = ", ".join(row["report_id"] for row in lost[:3])
            raise ConservationError(f"{work.key}: {len(lost)} reports passed the checks and are not in core: {said} …")
        running.rows_in = execute(running.connection, "raw/settle_outcomes", key)
        counts = fetch_rows(running.connection, "quality/count_batches", key)
        for count in counts:
            if not count["is_conserved"]:
                raise ConservationError(f"batch {count['batch_id']}: counts do not add up: {dict(count)}")
        running.notes = {
            name: sum(count[name] for count in counts)
            for name in ("seen", "loaded", "rejected", "irrelevant", "duplicate", "pending")
        }
        return running.summary()
