"""What the suite of reports measures on a report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from syria_events.quality.governorates import lies_in

if TYPE_CHECKING:
    from syria_events.warehouse.rows import Row

SYRIA_BOX = (32.0, 37.6, 35.4, 42.6)
"""South, north, west, east, in degrees, with a margin of some kilometres."""
EARLIEST = date(2011, 1, 1)
KINDS = {"killed", "injured", "missing", "detained", "displaced"}
VICTIMS = {"civilian", "combatant", "mixed", "unknown"}


def report_columns(row: Row) -> Row:
    """Add to a row of select_reports_to_check what the suite measures."""
    text, claims = row["full_text"], row["casualties"]
    spans = [(s["start"], s["end"], s["quote"]) for s in row["evidence"]]
    spans += [(a["start"], a["end"], a["name"]) for a in row["actors"]]
    return {
        **row,
        "mismatched_spans": sum(text[start:end] != quote for start, end, quote in spans),
        "missing_evidence": int(not row["evidence"]),
        "place_off_text": int(
            row["place_start"] is not None and not text[row["place_start"] : row["place_end"]].strip()
        ),
        "unknown_type": int(not row["type_is_known"]),
        "unknown_claims": sum(c["kind"] not in KINDS or c["victims"] not in VICTIMS for c in claims),
        "disordered_tolls": sum(not _in_order(c["low"], c["best"], c["high"]) for c in claims),
        "greatest_toll": max((c["best"] or c["low"] or c["high"] or 0 for c in claims if _is_toll(c)), default=0),
        **_dates(row),
        "outside_syria": int(row["country"] == "SY" and row["lat"] is not None and not _in_box(row["lat"], row["lon"])),
        "outside_governorate": int(_strays(row)),
        "place_null_unexplained": int(row["place_name"] is None and row["place_null_reason"] is None),
    }


def _dates(row: Row) -> Row:
    first, last = row["event_start_date"], row["event_end_date"]
    if first is None:
        return {"days_after_seen": None, "disordered_dates": 0, "days_long": None, "before_the_war": 0}
    is_actual, day = row["realis"] == "actual", timedelta(days=1)
    return {
        "days_after_seen": (first - row["seen_at"].date()) / day if is_actual else None,
        "disordered_dates": int(last is not None and last < first),
        "days_long": (last - first) / day if is_actual and last else None,
        "before_the_war": int(is_actual and first < EARLIEST),
    }


def _is_toll(claim: Row) -> bool:
    return claim["kind"] in {"killed", "injured"} and not claim["cumulative"]


def _in_order(*bounds: int | None) -> bool:
    known = [bound for bound in bounds if bound is not None]
    return known == sorted(known) and all(bound >= 0 for bound in known)


def _in_box(lat: float, lon: float) -> bool:
    south, north, west, east = SYRIA_BOX
    return south <= lat <= north and west <= lon <= east


def _strays(row: Row) -> bool:
    shape, lat, lon = row["governorate_geojson"], row["lat"], row["lon"]
    return None not in (shape, lat, lon) and not lies_in(shape, lat, lon)
