"""English articles to reports."""

from __future__ import annotations

from syria_events.coding.places import Gazetteer
from syria_events.model import Article, Report


def code(article: Article, gazetteer: Gazetteer, actors: object = None) -> tuple[Report, ...]:
    """Return the reports of an English article, rank 1 first; offsets refer to `article.full_text`."""
    return ()
