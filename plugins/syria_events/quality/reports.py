"""What a coded report must be before it may become part of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syria_events.quality.suite import INFO, WARNING, Suite, expect

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation

    from syria_events.quality.suite import Expectations

GREATEST_TOLL = 50_000
"""Dead or injured of one happening: the worst of the whole war stays far below. Cumulative tolls are not meant."""
LONGEST_DAYS = 366
"""Days; an `actual` happening that took longer is a period and not an event."""
REALIS = ["actual", "planned", "hypothetical", "negated", "historical"]
DATE_PRECISIONS = ["day", "week", "month", "year", "unknown"]
STATUSES = ["stated", "claimed", "denied", "confirmed"]

OF_THE_CODER = "A fault of the coder: keep the article as a test and mend coding/, then retry the row."
OF_THE_GAZETTEER = "Mend the place in the gazetteer, then retry the row."


def report_suite() -> Suite:
    """Return the suite; columns as prepared by `report_measures.report_columns`."""
    return Suite("reports", (*_evidence(), *_vocabulary(), *_tolls(), *_when(), *_where()))


def _none(column: str, name: str, notes: str, remedy: str, severity: str = "critical") -> Expectation:
    return expect(
        "ColumnValuesToBeBetween", column, max_value=0, name=name, notes=notes, remedy=remedy, severity=severity
    )


def _one_of(column: str, words: list[str], name: str, notes: str) -> Expectation:
    return expect("ColumnValuesToBeInSet", column, value_set=words, name=name, notes=notes, remedy=OF_THE_CODER)


def _evidence() -> Expectations:
    return (
        _none(
            "mismatched_spans",
            "evidence_equals_slice",
            "Every quotation is exactly the words of the article at its offsets.",
            OF_THE_CODER,
        ),
        _none("missing_evidence", "has_evidence", "Every report points at the words it was read from.", OF_THE_CODER),
        _none("place_off_text", "place_is_in_text", "The words of the place lie within the article.", OF_THE_CODER),
    )


def _vocabulary() -> Expectations:
    return (
        _one_of("realis", REALIS, "realis_in_codebook", "Realis is a word of the codebook."),
        _one_of("date_precision", DATE_PRECISIONS, "date_precision_in_codebook", "Date precision is of the codebook."),
        _one_of("claimed_by_status", STATUSES, "status_in_codebook", "How firmly it is claimed is of the codebook."),
        _none(
            "unknown_type", "type_in_codebook", "The type of a happening is one of the codebook's types.", OF_THE_CODER
        ),
        _none(
            "unknown_claims",
            "claims_in_codebook",
            "Kinds of toll and of victims are words of the codebook.",
            OF_THE_CODER,
        ),
    )


def _tolls() -> Expectations:
    return (
        _none(
            "disordered_tolls",
            "tolls_in_order",
            "low is at most best, best at most high, and none is negative.",
            "A fault of the coder: see the claim's words.",
        ),
        expect(
            "ColumnValuesToBeBetween",
            "greatest_toll",
            max_value=GREATEST_TOLL,
            name="toll_plausible",
            notes="No single happening killed or injured more people than any did in the whole war.",
            remedy="Read the sentence: a misprint (discard), or a number misread (mend coding/).",
        ),
    )


def _when() -> Expectations:
    return (
        expect(
            "ColumnValuesToBeBetween",
            "days_after_seen",
            max_value=1.0,
            name="actual_not_in_future",
            notes="What actually happened did not happen after it was reported.",
            remedy="The article's date or the coder's reading of it is wrong.",
        ),
        _none("disordered_dates", "dates_in_order", "A happening does not end before it begins.", OF_THE_CODER),
        expect(
            "ColumnValuesToBeBetween",
            "days_long",
            max_value=LONGEST_DAYS,
            severity=WARNING,
            name="not_a_period",
            notes="A happening takes no longer than a year.",
            remedy="Read the sentence; a span of years is background, and realis should say so.",
        ),
        _none(
            "before_the_war",
            "within_the_war",
            "What actually happened did so after 2010; what lies earlier is history.",
            "Read the sentence; realis should be historical.",
            WARNING,
        ),
    )


def _where() -> Expectations:
    return (
        _none(
            "outside_syria", "coordinates_in_syria", "Coordinates of a place in Syria lie in Syria.", OF_THE_GAZETTEER
        ),
        _none(
            "outside_governorate",
            "coordinates_in_governorate",
            "Coordinates lie in the governorate that they claim, or close to its border.",
            OF_THE_GAZETTEER,
        ),
        expect(
            "ColumnValuesToMatchRegex",
            "admin1_pcode",
            regex=r"^SY(?:0[1-9]|1[0-4])$",
            name="governorate_exists",
            notes="A governorate is one of the fourteen.",
            remedy=OF_THE_GAZETTEER,
        ),
        _none(
            "place_null_unexplained",
            "null_place_has_reason",
            "Where a report has no place, it says why.",
            OF_THE_CODER,
            WARNING,
        ),
        expect(
            "ColumnValuesToNotBeNull",
            "place_name",
            severity=INFO,
            name="has_place",
            notes="Reports have a place.",
            remedy="place_null_reason says why; a missing name belongs into the gazetteer.",
        ),
    )
