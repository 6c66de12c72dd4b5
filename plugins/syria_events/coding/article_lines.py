"""Articles as lines of JSON, the codebook's input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from syria_events.model import Article, SyriaEventsError


class ArticleLineError(SyriaEventsError):
    """A line that is no article; names the line and what is wrong."""


def read_articles(lines: Iterable[str]) -> Iterator[Article]:
    """Yield the article of each line that is not empty. Raises ArticleLineError.

    Keys: `article_id`, `title`, `text` (required), `url`, `published_at` (ISO 8601 or null), `language` (or null).
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article(number, line)


def _article(number: int, line: str) -> Article:
    try:
        row = json.loads(line)
        return Article(
            article_id=str(row["article_id"]),
            url=row.get("url"),
            title=row["title"],
            text=row["text"],
            published_at=_time(row.get("published_at")),
            language=row.get("language"),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"{type(error).__name__}: {error}"
        raise ArticleLineError(f"line {number} is no article ({what}); wanted: article_id, title, text") from error


def _time(value: Any) -> datetime | None:
    if not value:
        return None
    when = datetime.fromisoformat(value)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
