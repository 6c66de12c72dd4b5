"""What an entry must be before anything is made of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from syria_events.quality.suite import INFO, WARNING, Suite, expect

if TYPE_CHECKING:
    from syria_events.warehouse.rows import Row

EARLIEST_YEAR = 2011
LONGEST_TITLE = 500
"""Characters; more is a text that got into the wrong field."""
LONGEST_LINK = 2000
"""Characters; what browsers and servers take for granted."""


def entry_suite() -> Suite:
    """Return the suite; columns as prepared by `entry_columns`."""
    return Suite(
        "entries",
        (
            expect(
                "ColumnValuesToMatchRegex",
                "title_or_link",
                regex=r"\S",
                name="has_title_or_link",
                notes="An entry has a title or a link.",
                remedy="Look at the feed's document in the landing; its format may have changed.",
            ),
            expect(
                "ColumnValuesToMatchRegex",
                "url",
                regex=r"^https?://[^\s/]+",
                name="link_is_web_address",
                notes="A link is absolute and leads to the web.",
                remedy="Check the feed with `syria-events feeds check URL`.",
            ),
            expect(
                "ColumnValueLengthsToBeBetween",
                "url",
                max_value=LONGEST_LINK,
                severity=WARNING,
                name="link_not_endless",
                notes="A link is no longer than browsers take it.",
                remedy="Usually tracking parameters: add them to tracking_parameters.txt.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "days_ahead",
                max_value=1.0,
                name="published_not_in_future",
                notes="An entry is not published more than a day after it was seen.",
                remedy="Set the feed's time zone in the registry, or mend feeds/ dates.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "published_year",
                min_value=EARLIEST_YEAR,
                severity=WARNING,
                name="published_year_plausible",
                notes="Publication dates lie within the years that the feeds can tell of.",
                remedy="See published_raw; a date format may be misread.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "days_edited_before_published",
                max_value=1.0,
                severity=WARNING,
                name="edited_after_published",
                notes="An entry is not edited more than a day before it is published.",
                remedy="The feed fills one of its two dates wrongly; see published_raw.",
            ),
            expect(
                "ColumnValuesToBeBetween",
                "replacement_characters",
                max_value=2,
                severity=WARNING,
                name="title_is_readable",
                notes="Titles are not mojibake.",
                remedy="The charset of the feed was misjudged; keep its body as a test.",
            ),
            expect(
                "ColumnValuesToNotMatchRegex",
                "title",
                regex=r"</?[a-zA-Z][^<>]*>|&(?:amp|lt|gt|quot|#\d+);",
                severity=WARNING,
                name="title_is_plain",
                notes="Titles hold no markup.",
                remedy="The feed escapes its titles twice; keep its body as a test and mend feeds/.",
            ),
            expect(
                "ColumnValueLengthsToBeBetween",
                "title",
                max_value=LONGEST_TITLE,
                severity=WARNING,
                name="title_not_endless",
                notes="A title is a title and not the whole text.",
                remedy="The publisher put the text into the title; nothing to do if it is one entry, else mend feeds/.",
            ),
            expect(
                "ColumnValuesToMatchRegex",
                "language",
                regex=r"^[A-Za-z]{2,3}(?:[-_]\w+)*$",
                severity=INFO,
                name="language_is_a_code",
                notes="The language that a feed declares is a code of a language.",
                remedy="The feed says nonsense; the language is detected from the text anyway.",
            ),
            expect(
                "ColumnValuesToNotBeNull",
                "published_at",
                severity=INFO,
                name="is_dated",
                notes="Entries are dated.",
                remedy="published_null_reason says why; add the date's form to the parser if it is real.",
            ),
        ),
    )


def entry_columns(row: Row) -> Row:
    """Add to a row of select_entries_to_check what the suite measures."""
    published, seen, edited = row["published_at"], row["seen_at"], row["updated_at"]
    return {
        **row,
        "title_or_link": f"{row['title']}{row['url'] or ''}",
        "days_ahead": (published - seen) / timedelta(days=1) if published else None,
        "days_edited_before_published": (published - edited) / timedelta(days=1) if published and edited else None,
        "published_year": published.year if published else None,
        "replacement_characters": row["title"].count("\N{REPLACEMENT CHARACTER}"),
    }
