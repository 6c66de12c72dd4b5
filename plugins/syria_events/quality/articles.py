"""What an article must be before it enters the warehouse."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from syria_events.quality.suite import WARNING, Suite, expect

if TYPE_CHECKING:
    from syria_events.quality.suite import Expectations
    from syria_events.warehouse.rows import Row

SHORTEST_BODY = 40
"""Characters; less is a caption or a left-over of the page's furniture."""
LONGEST_BODY = 200_000
"""Characters; more is an archive page or a book, not an article."""
LONGEST_TITLE = 400
"""Characters; the longest headlines of news agencies have some 250."""
ARABIC = re.compile(r"[\u0600-\u06ff]")


def article_suite() -> Suite:
    """Return the suite; columns as prepared by `article_columns`."""
    return Suite("articles", (*_what_it_is(), *_when(), *_text()))


def _what_it_is() -> Expectations:
    return (
        expect(
            "ColumnValuesToBeNull",
            "coding_error",
            name="can_be_coded",
            notes="The coder gets through the article.",
            remedy="A fault of the coder: keep the article as a test, mend coding/, then retry the row.",
        ),
        expect(
            "ColumnValuesToBeNull",
            "wall_taken_for_text",
            name="is_an_article",
            notes="What is coded is an article, not a wall or a list.",
            remedy="The page is no article and the feed gives no text: discard, or mend articles/walls.",
        ),
        expect(
            "ColumnValuesToMatchRegex",
            "title",
            regex=r"\S",
            name="has_title",
            notes="An article has a headline.",
            remedy="See the page in the landing with `syria-events extract`; mend articles/.",
        ),
        expect(
            "ColumnValueLengthsToBeBetween",
            "title",
            max_value=LONGEST_TITLE,
            severity=WARNING,
            name="title_not_endless",
            notes="A headline is a headline and not the whole text.",
            remedy="Compare with the page; the extractors took a paragraph for the headline.",
        ),
        expect(
            "ColumnValuesToBeInSet",
            "text_from",
            value_set=["page", "feed"],
            name="text_has_an_origin",
            notes="The text comes from the page or from the feed.",
            remedy="A fault of articles/: the extraction does not say what it read.",
        ),
    )


def _when() -> Expectations:
    return (
        expect(
            "ColumnValuesToBeBetween",
            "days_ahead",
            max_value=1.0,
            name="published_not_in_future",
            notes="An article is not published more than a day after it was first seen.",
            remedy="The page's metadata are wrong: discard it, or mend the dates in articles/ and retry.",
        ),
        expect(
            "ColumnValuesToBeBetween",
            "days_edited_before_published",
            max_value=1.0,
            severity=WARNING,
            name="edited_after_published",
            notes="An article is not edited more than a day before it is published.",
            remedy="The page fills one of its two dates wrongly; see where in its metadata.",
        ),
        expect(
            "ColumnValuesToNotBeNull",
            "published_at",
            severity=WARNING,
            name="is_dated",
            notes="An article is dated; without a date its events have none either.",
            remedy="See where the page states its date and add it to articles/ metadata.",
        ),
    )


def _text() -> Expectations:
    return (
        expect(
            "ColumnValuesToBeBetween",
            "body_length",
            max_value=LONGEST_BODY,
            name="body_not_endless",
            notes="An article is not a whole archive.",
            remedy="The link leads to a list or a live page; see it in the landing.",
        ),
        expect(
            "ColumnValuesToBeBetween",
            "body_length",
            min_value=SHORTEST_BODY,
            severity=WARNING,
            name="body_long_enough",
            notes="An article has some sentences.",
            remedy="Compare with the page; the extractors may have missed its text.",
        ),
        expect(
            "ColumnValuesToNotBeNull",
            "language",
            severity=WARNING,
            name="has_language",
            notes="The language of an article is known.",
            remedy="Usually too little text; see body_length.",
        ),
        expect(
            "ColumnValuesToBeBetween",
            "missing_arabic_letters",
            max_value=0,
            severity=WARNING,
            name="arabic_is_in_arabic_letters",
            notes="What is taken for Arabic is written in Arabic letters.",
            remedy="The language or the charset of the page was misjudged; keep the page as a test.",
        ),
        expect(
            "ColumnValuesToBeBetween",
            "replacement_characters",
            max_value=5,
            severity=WARNING,
            name="text_is_readable",
            notes="The text is not mojibake.",
            remedy="The charset of the page was misjudged; keep the page as a test.",
        ),
        expect(
            "ColumnValuesToBeBetween",
            "markup_characters",
            max_value=20,
            severity=WARNING,
            name="text_is_plain",
            notes="The text holds no markup.",
            remedy="The extractor let markup or a script through; keep the page as a test.",
        ),
    )


def article_columns(row: Row) -> Row:
    """Add to a row of select_articles_to_check what the suite measures."""
    published, seen, edited = row["published_at"], row["seen_at"], row["modified_at"]
    return {
        **row,
        "wall_taken_for_text": row["wall"] if row["text_from"] == "page" else None,
        "days_ahead": (published - seen) / timedelta(days=1) if published else None,
        "days_edited_before_published": (published - edited) / timedelta(days=1) if published and edited else None,
        "missing_arabic_letters": int(row["language"] == "ar" and not ARABIC.search(row["body"])),
        "replacement_characters": row["body"].count("\N{REPLACEMENT CHARACTER}"),
        "markup_characters": sum(row["body"].count(mark) for mark in ("<", ">", "{", "}")),
    }
