"""Reports as the codebook's JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from syria_events.model import Actor, Attribution, Claim, EventDate, Place, Report, Span, SyriaEventsError


class ReportJsonError(SyriaEventsError):
    """A JSON object that is no report of the codebook."""


def report_to_dict(report: Report) -> dict[str, Any]:
    """Return the codebook's JSON object of a report; `place_id` and `place_null_reason` come beside its fields."""
    day = report.event_date
    return {
        "rank": report.rank,
        "evidence": [asdict(span) for span in report.evidence],
        "realis": report.realis,
        "plover_root": report.plover_root,
        "plover_mode": report.plover_mode,
        "acled_event_type": report.acled_event_type,
        "acled_sub_event_type": report.acled_sub_event_type,
        "event_date": {"start": _iso(day.start), "end": _iso(day.end), "precision": day.precision},
        "actors": [asdict(actor) for actor in report.actors],
        "place": asdict(report.place) if report.place else None,
        "place_null_reason": report.place_null_reason,
        "casualties": [asdict(claim) for claim in report.casualties],
        "claimed_by": asdict(report.claimed_by) if report.claimed_by else None,
    }


def report_from_dict(row: Mapping[str, Any]) -> Report:
    """Return the report of a codebook's JSON object. Raises ReportJsonError naming what is wrong."""
    try:
        day = row["event_date"]
        return Report(
            rank=row["rank"],
            evidence=tuple(Span(**span) for span in row["evidence"]),
            realis=row["realis"],
            plover_root=row["plover_root"],
            plover_mode=row.get("plover_mode"),
            acled_event_type=row.get("acled_event_type"),
            acled_sub_event_type=row.get("acled_sub_event_type"),
            event_date=EventDate(_day(day["start"]), _day(day["end"]), day["precision"]),
            actors=tuple(Actor(**actor) for actor in row.get("actors") or ()),
            place=Place(**row["place"]) if row.get("place") else None,
            place_null_reason=row.get("place_null_reason"),
            casualties=tuple(Claim(**claim) for claim in row.get("casualties") or ()),
            claimed_by=Attribution(**row["claimed_by"]) if row.get("claimed_by") else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReportJsonError(f"not a report of the codebook: {type(error).__name__}: {error}") from error


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
