"""The coder: an article in, its reports out, by the rules of the article's language."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from syria_events.coding.places import Gazetteer, default_gazetteer
from syria_events.model import Article, Report

CODER_VERSION = "1.0"
"""Goes with every report; raise it when rules or tables change what is coded."""

CODED_LANGUAGES = ("en", "ar")

LanguageCoder = Callable[[Article, Gazetteer], tuple[Report, ...]]


def code_article(article: Article, gazetteer: Gazetteer | None = None) -> tuple[Report, ...]:
    """Return the reports of an article, rank 1 first; none where its language has no coder.

    `gazetteer` null: the shipped one.
    """
    return language_coder(article.language)(article, gazetteer or default_gazetteer())


def language_coder(language: str | None) -> LanguageCoder:
    """Return the coder of a language, imported when it is first needed; one that finds nothing for other languages."""
    if language == "en":
        return import_module("syria_events.coding.english").code
    if language == "ar":
        return import_module("syria_events.coding.arabic").code
    return _nothing


def _nothing(article: Article, gazetteer: Gazetteer) -> tuple[Report, ...]:
    return ()
