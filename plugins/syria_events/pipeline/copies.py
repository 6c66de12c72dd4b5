"""Find out which articles copy which, around the days that are being linked."""

from __future__ import annotations

from datetime import date, timedelta

from syria_events.articles.duplicates import Text, find_copies
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import execute, fetch_rows

REACH = timedelta(days=3)
"""A copy is published within this time of its original."""


def settle_copies(connection: Connection, first_day: date, last_day: date) -> int:
    """Settle originals and copies among the articles of these days, and return how many articles changed.

    Articles of three more days on either side are read, so that a copy finds its original across the edge, but only
    those of the days themselves are written: what they copy does not depend on what else is being linked.
    """
    rows = fetch_rows(
        connection, "core/select_texts_for_copies", {"first_day": first_day - REACH, "last_day": last_day + REACH}
    )
    texts = [
        Text(
            article_id=row["article_id"],
            text=row["body"],
            publisher=row["source_code"],
            family=row["family"],
            published_at=row["reported_at"],
            language=row["language"],
        )
        for row in rows
    ]
    links = {link.article_id: link for link in find_copies(texts)}
    changed = 0
    for row in rows:
        link = links.get(row["article_id"])
        new = (link.original_article_id, link.kind, link.similarity) if link else (None, None, None)
        if first_day <= row["reported_at"].date() <= last_day and new[:2] != (
            row["original_article_id"],
            row["copy_kind"],
        ):
            names = ("original_article_id", "copy_kind", "copy_similarity")
            execute(
                connection,
                "core/update_original",
                {"article_id": row["article_id"], **dict(zip(names, new, strict=True))},
            )
            changed += 1
    return changed
