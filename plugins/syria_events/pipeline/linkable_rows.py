"""Rows of core.report and its parts as reports that the linker can work on."""

from __future__ import annotations

from syria_events.coding.report_json import report_from_dict
from syria_events.events.linkable import LinkableReport, linkable
from syria_events.model import Article
from syria_events.warehouse.rows import Row

REPORT_FIELDS = (
    "rank", "realis", "plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type", "place_null_reason",
    "evidence", "actors", "casualties",
)  # fmt: skip
"""What a row and the JSON of a report call the same."""


def linkable_of(row: Row) -> LinkableReport:
    """Return the report of a row of `core/select_linkable_reports`."""
    article = Article(
        article_id=row["article_id"],
        url=None,
        title=row["title"],
        text=row["body"],
        published_at=row["published_at"],
        language=row["language"],
        modified_at=row["modified_at"],
    )
    return linkable(
        report_from_dict(_report_json(row)),
        article,
        report_id=row["report_id"],
        source_code=row["source_code"],
        family=row["family"],
        original_article_id=row["original_article_id"],
        first_seen_at=row["first_seen_at"],
    )


def _report_json(row: Row) -> Row:
    place = None
    if row["place_name"] is not None:
        place = {
            "name": row["place_name"],
            "admin1_pcode": row["admin1_pcode"],
            "country": row["country"],
            "lat": row["lat"],
            "lon": row["lon"],
            "precision": row["place_precision"],
            "start": row["place_start"],
            "end": row["place_end"],
            "place_id": row["place_id"],
        }
    credit = {"name": row["claimed_by_name"], "status": row["claimed_by_status"]} if row["claimed_by_name"] else None
    days = {name: row[f"event_{name}_date"] for name in ("start", "end")}
    return {
        **{name: row[name] for name in REPORT_FIELDS},
        "event_date": {name: day and day.isoformat() for name, day in days.items()}
        | {"precision": row["date_precision"]},
        "place": place,
        "claimed_by": credit,
    }
