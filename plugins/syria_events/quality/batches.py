"""What a batch must be as a whole: here a fetch or a load is caught that holds half of its rows, each of them good.

Rows that are missing fail no expectation on rows. So counts are set against counts: what the fetches brought against
what is stored, and a feed's document against those that the feed usually serves.
"""

from __future__ import annotations

from syria_events.quality.suite import CRITICAL, WARNING, Suite, expect

LEAST_WINDOW = 0.6
"""Share of the usual number of items: publishers leave some out on quiet days, half is a cut."""


def batch_suite() -> Suite:
    """Return the suite; columns as in select_batches_to_check."""
    return Suite(
        "batches",
        (
            expect(
                "ColumnValuesToBeBetween",
                "missing_entries",
                min_value=0,
                max_value=0,
                severity=CRITICAL,
                name="entries_are_stored",
                notes="Every entry that the fetches of a batch counted as new or edited is stored, and no other.",
                remedy="Rows of raw.entry_version were lost or added by hand: restore them, then clear the run.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "smallest_window",
                min_value=LEAST_WINDOW,
                severity=WARNING,
                name="windows_are_whole",
                notes="No feed of a batch served far fewer items than it usually does.",
                remedy="A cut document or a new paging: compare the last documents of the feed in the landing.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "lost_overlaps",
                max_value=0,
                severity=WARNING,
                name="no_items_lost_between_polls",
                notes="The documents of a feed share an item with those before; else items were lost in between.",
                remedy="Ask the feed more often, or recover the day.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "rejected_share",
                max_value=0.5,
                severity=WARNING,
                name="few_rows_rejected",
                notes="Less than half of a batch's articles are turned back.",
                remedy="A fault of the code or of one publisher rather than of many rows: see the rejections.",
            ),
        ),
    )
