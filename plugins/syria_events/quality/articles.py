"""What an article must be before it enters the warehouse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from syria_events.quality.validation import Suite

if TYPE_CHECKING:
    from syria_events.warehouse.rows import Row

SHORTEST_BODY = 40
"""Characters; less is a caption or a left-over of the page's furniture."""
LONGEST_BODY = 200_000
"""Characters; more is an archive page or a book, not an article."""


def article_suite() -> Suite:
    """Return the suite; columns as prepared by `article_columns`."""
    import great_expectations.expectations as gxe

    return Suite(
        "articles",
        (
            gxe.ExpectColumnValuesToBeNull(
                column="coding_error",
                severity="critical",
                notes="The coder gets through the article.",
                meta={
                    "name": "can_be_coded",
                    "remedy": "A fault of the coder: keep the article as a test, mend coding/, rebuild its day.",
                },
            ),
            gxe.ExpectColumnValuesToBeNull(
                column="wall_taken_for_text",
                severity="critical",
                notes="What is coded is an article, not a wall or a list.",
                meta={
                    "name": "is_an_article",
                    "remedy": "The page is no article and the feed gives no text: discard, or mend articles/walls.",
                },
            ),
            gxe.ExpectColumnValuesToMatchRegex(
                column="title",
                regex=r"\S",
                severity="critical",
                notes="An article has a headline.",
                meta={
                    "name": "has_title",
                    "remedy": "See the page in the landing with `syria-events extract`; mend articles/.",
                },
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="days_ahead",
                max_value=1.0,
                severity="critical",
                notes="An article is not published more than a day after it was first seen.",
                meta={
                    "name": "published_not_in_future",
                    "remedy": "The page's metadata are wrong: discard it, or mend the dates in articles/ and rebuild.",
                },
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="body_length",
                max_value=LONGEST_BODY,
                severity="critical",
                notes="An article is not a whole archive.",
                meta={
                    "name": "body_not_endless",
                    "remedy": "The link leads to a list or a live page; see it in the landing.",
                },
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="body_length",
                min_value=SHORTEST_BODY,
                severity="warning",
                notes="An article has some sentences.",
                meta={
                    "name": "body_long_enough",
                    "remedy": "Compare with the page; the extractors may have missed its text.",
                },
            ),
            gxe.ExpectColumnValuesToNotBeNull(
                column="language",
                severity="warning",
                notes="The language of an article is known.",
                meta={"name": "has_language", "remedy": "Usually too little text; see body_length."},
            ),
            gxe.ExpectColumnValuesToNotBeNull(
                column="published_at",
                severity="warning",
                notes="An article is dated; without a date its events have none either.",
                meta={
                    "name": "is_dated",
                    "remedy": "See where the page states its date and add it to articles/ metadata.",
                },
            ),
            gxe.ExpectColumnValuesToBeBetween(
                column="markup_characters",
                max_value=20,
                severity="warning",
                notes="The text holds no markup.",
                meta={
                    "name": "text_is_plain",
                    "remedy": "The extractor let markup or a script through; keep the page as a test.",
                },
            ),
        ),
    )


def article_columns(row: Row) -> Row:
    """Add to a row of select_articles_to_check what the suite measures."""
    published, seen = row["published_at"], row["seen_at"]
    return {
        **row,
        "wall_taken_for_text": row["wall"] if row["text_from"] == "page" else None,
        "days_ahead": (published - seen) / timedelta(days=1) if published else None,
        "markup_characters": sum(row["body"].count(mark) for mark in ("<", ">", "{", "}")),
    }
