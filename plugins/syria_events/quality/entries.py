"""What an entry must be before anything is made of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from syria_events.quality.validation import Suite

if TYPE_CHECKING:
    from syria_events.warehouse.rows import Row

EARLIEST_YEAR = 2011


def entry_suite() -> Suite:
    """Return the suite; columns as prepared by `entry_columns`."""
    import great_expectations.expectations as gxe

    return Suite(
        "entries",
        (
            gxe.ExpectColumnValuesToMatchRegex(
                column="title_or_link",
                regex=r"\S",
                severity="critical",
                notes="An entry has a title or a link.",
                meta={
                    "name": "has_title_or_link",
                    "remedy": "Look at the feed's document in the landing; its format may have changed.",
                },
            ),
            gxe.ExpectColumnValuesToMatchRegex(
                column="url",
                regex=r"^https?://[^\s/]+",
                severity="critical",
                notes="A link is absolute and leads to the web.",
                meta={"name": "link_is_web_address", "remedy": "Check the feed with `syria-events feeds check URL`."},
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="days_ahead",
                max_value=1.0,
                severity="critical",
                notes="An entry is not published more than a day after it was seen.",
                meta={
                    "name": "published_not_in_future",
                    "remedy": "Set the feed's time zone in the registry, or mend feeds/ dates.",
                },
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="published_year",
                min_value=EARLIEST_YEAR,
                severity="warning",
                notes="Publication dates lie within the years that the feeds can tell of.",
                meta={"name": "published_year_plausible", "remedy": "See published_raw; a date format may be misread."},
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="replacement_characters",
                max_value=2,
                severity="warning",
                notes="Titles are not mojibake.",
                meta={
                    "name": "title_is_readable",
                    "remedy": "The charset of the feed was misjudged; keep its body as a test.",
                },
            ),
            gxe.ExpectColumnValuesToNotBeNull(
                column="published_at",
                severity="info",
                notes="Entries are dated.",
                meta={
                    "name": "is_dated",
                    "remedy": "published_null_reason says why; add the date's form to the parser if it is real.",
                },
            ),
        ),
    )


def entry_columns(row: Row) -> Row:
    """Add to a row of select_entries_to_check what the suite measures."""
    published, seen = row["published_at"], row["seen_at"]
    return {
        **row,
        "title_or_link": f"{row['title']}{row['url'] or ''}",
        "days_ahead": (published - seen) / timedelta(days=1) if published else None,
        "published_year": published.year if published else None,
        "replacement_characters": row["title"].count("\N{REPLACEMENT CHARACTER}"),
    }
