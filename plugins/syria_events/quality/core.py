"""What must hold in schema core, however it got there: by loading, by rebuilding, by an operator's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syria_events.quality.suite import WARNING, Suite

if TYPE_CHECKING:
    from syria_events.quality.statements import Rendered
    from syria_events.quality.suite import Expectations

REBUILD = "Rebuild the days in question with `rebuild_day`; if it stays, it is a fault of the code that wrote it."


def core_suite(rows: Rendered) -> Suite:
    """Return the suite; every expectation is a statement that finds no row."""
    return Suite("core", (*_reports(rows), *_events(rows), *_counts(rows)))


def _reports(rows: Rendered) -> Expectations:
    return (
        rows.none(
            "quality/core_evidence_equals_slice",
            notes="Every quotation in core is exactly the words of its article version at its offsets.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_report_has_evidence",
            notes="Every report in core points at the words it was read from.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_article_has_current_version",
            notes="Every article has exactly one current wording.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_copy_has_original",
            notes="A copy points at an article that exists and is not a copy itself.",
            remedy="Rebuild the day of the copy; see pipeline/copies if it stays.",
        ),
        rows.none(
            "quality/core_near_duplicates_found",
            severity=WARNING,
            notes="Articles of one week with the same text are known as copies.",
            remedy="Rebuild the days of the articles: copies are settled when their days are linked.",
        ),
    )


def _events(rows: Rendered) -> Expectations:
    return (
        rows.none(
            "quality/core_event_has_reports",
            notes="Every event rests on the number of reports that it says.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_links_are_actual",
            notes="Events rest on actual reports of current wordings only.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_actual_reports_are_linked",
            notes="Every actual report of a current wording belongs to an event, unless its day is still to be linked.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_tolls_in_order",
            notes="low is at most best, best at most high, and none is negative.",
            remedy="See the claims with `syria-events events show ID`; mend events/tolls.",
        ),
        rows.none(
            "quality/core_actual_not_in_future",
            notes="No event happened more than a day after it was first reported.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_coordinates_in_syria",
            notes="Coordinates of events in Syria lie in Syria.",
            remedy="Mend the place in the gazetteer and rebuild the days of the events.",
        ),
        rows.none(
            "quality/core_tombstones_lead_to_events",
            notes="The id of an event that was merged leads to an event that exists.",
            remedy=REBUILD,
        ),
    )


def _counts(rows: Rendered) -> Expectations:
    return (
        rows.none(
            "quality/core_batches_are_conserved",
            notes="Of every batch: seen = loaded + rejected + irrelevant + duplicate + pending, counted anew.",
            remedy="Clear the batch's run of process_batch; if it stays, rows were lost or added by hand.",
        ),
        rows.none(
            "quality/core_loaded_entries_have_articles",
            notes="Every entry that counts as loaded has its article in core.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_rejected_entries_have_reasons",
            notes="Every entry that counts as rejected has a rejected row that says why.",
            remedy=REBUILD,
        ),
        rows.none(
            "quality/core_nothing_pending_for_long",
            severity=WARNING,
            notes="No entry is pending for more than a day.",
            remedy="See whether sweep_batches and process_batch run, and the state of its page in raw.page.",
        ),
        rows.none(
            "quality/core_days_are_settled",
            severity=WARNING,
            notes="No day waits for its events to be linked.",
            remedy="A link task died: clear it, or let the next one settle the day.",
        ),
    )
