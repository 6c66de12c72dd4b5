"""What a coded report must be before it may become part of an event."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from syria_events.quality.validation import Suite

if TYPE_CHECKING:
    from syria_events.warehouse.rows import Row

GREATEST_TOLL = 50_000
"""Dead or injured of one happening: the worst of the whole war stays far below. Cumulative tolls are not meant."""
SYRIA_BOX = (32.0, 37.6, 35.4, 42.6)
"""South, north, west, east, in degrees, with a margin of some kilometres."""


def report_suite() -> Suite:
    """Return the suite; columns as prepared by `report_columns`."""
    import great_expectations.expectations as gxe

    def none_wrong(
        column: str, name: str, notes: str, remedy: str, severity: str = "critical"
    ) -> gxe.ExpectColumnValuesToBeBetween:
        return gxe.ExpectColumnValuesToBeBetween(
            column=column, max_value=0, severity=severity, notes=notes, meta={"name": name, "remedy": remedy}
        )

    return Suite(
        "reports",
        (
            none_wrong(
                "mismatched_spans",
                "evidence_equals_slice",
                "Every quotation is exactly the words of the article at its offsets.",
                "A fault of the coder: keep the article as a test and mend coding/.",
            ),
            none_wrong(
                "missing_evidence",
                "has_evidence",
                "Every report points at the words it was read from.",
                "A fault of the coder.",
            ),
            none_wrong(
                "disordered_tolls",
                "tolls_in_order",
                "low is at most best, best at most high, and none is negative.",
                "A fault of the coder: see the claim's words.",
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="greatest_toll",
                max_value=GREATEST_TOLL,
                severity="critical",
                notes="No single happening killed or injured more people than any did in the whole war.",
                meta={
                    "name": "toll_plausible",
                    "remedy": "Read the sentence: a misprint (discard), or a number misread (mend coding/).",
                },
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="days_after_seen",
                max_value=1.0,
                severity="critical",
                notes="What actually happened did not happen after it was reported.",
                meta={
                    "name": "actual_not_in_future",
                    "remedy": "The article's date or the coder's reading of it is wrong.",
                },
            ),
            none_wrong(
                "outside_syria",
                "coordinates_in_syria",
                "Coordinates of a place in Syria lie in Syria.",
                "Mend the place in the gazetteer.",
            ),
            gxe.ExpectColumnValuesToMatchRegex(
                column="admin1_pcode",
                regex=r"^SY(?:0[1-9]|1[0-4])$",
                severity="critical",
                notes="A governorate is one of the fourteen.",
                meta={"name": "governorate_exists", "remedy": "Mend the place in the gazetteer."},
            ),
            gxe.ExpectColumnValuesToNotBeNull(
                column="place_name",
                severity="info",
                notes="Reports have a place.",
                meta={
                    "name": "has_place",
                    "remedy": "place_null_reason says why; a missing name belongs into the gazetteer.",
                },
            ),
        ),
    )


def report_columns(row: Row) -> Row:
    """Add to a row of select_reports_to_check what the suite measures."""
    text, claims = row["full_text"], row["casualties"]
    spans = [(s["start"], s["end"], s["quote"]) for s in row["evidence"]]
    spans += [(a["start"], a["end"], a["name"]) for a in row["actors"]]
    return {
        **row,
        "mismatched_spans": sum(text[start:end] != quote for start, end, quote in spans),
        "missing_evidence": int(not row["evidence"]),
        "disordered_tolls": sum(not _in_order(c["low"], c["best"], c["high"]) for c in claims),
        "greatest_toll": max((c["best"] or c["low"] or c["high"] or 0 for c in claims if _is_toll(c)), default=0),
        "days_after_seen": _days_after_seen(row),
        "outside_syria": int(row["country"] == "SY" and row["lat"] is not None and not _in_box(row["lat"], row["lon"])),
    }


def _is_toll(claim: Row) -> bool:
    return claim["kind"] in {"killed", "injured"} and not claim["cumulative"]


def _in_order(*bounds: int | None) -> bool:
    known = [bound for bound in bounds if bound is not None]
    return known == sorted(known) and all(bound >= 0 for bound in known)


def _days_after_seen(row: Row) -> float | None:
    if row["realis"] != "actual" or row["event_start_date"] is None:
        return None
    return (row["event_start_date"] - row["seen_at"].date()) / timedelta(days=1)


def _in_box(lat: float, lon: float) -> bool:
    south, north, west, east = SYRIA_BOX
    return south <= lat <= north and west <= lon <= east
