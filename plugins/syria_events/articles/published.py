"""When an article was published, asked of the extractors where the page makes no statement of its own."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import datetime, timedelta

from lxml.html import HtmlElement

from syria_events.articles.blocks import Block
from syria_events.articles.dates import parse_time
from syria_events.articles.extractors import NEWSPAPER_MOST_ELEMENTS, is_larger
from syria_events.articles.language import script_of
from syria_events.articles.metadata import Metadata

NEAR = 8
"""Blocks behind the headline in which a date is the article's."""


def published_by_extractors(tree: HtmlElement, found: Metadata, *, url: str, zone: str, latest: datetime) -> None:
    """Offer the days that newspaper and then htmldate (trafilatura's) find, where the metadata has none."""
    if "published_at" in found.values:
        return
    for source, ask in (("newspaper", _by_newspaper), ("htmldate", _by_htmldate)):
        moment = ask(tree, url, zone)
        if moment and moment <= latest + timedelta(days=1):
            found.offer("published_at", moment, source)


def published_beside_headline(blocks: Sequence[Block], found: Metadata, *, zone: str, latest: datetime) -> None:
    """Offer the day that is written out next to the headline, where nothing else gave one."""
    title = found.values.get("title")
    if "published_at" in found.values or not title:
        return
    at = next((i for i, block in enumerate(blocks) if block.element.tag == "h1" or block.text == title), None)
    if at is None:
        return
    # above a headline stands today's date more often than the article's, but for the line next to it
    for block in (*blocks[at + 1 : at + 1 + NEAR], *blocks[max(0, at - 2) : at]):
        moment = parse_time(block.text, zone, day_first=_is_day_first(block.text)) if len(block.words) <= 16 else None
        if moment and moment <= latest + timedelta(days=1):
            found.offer("published_at", moment, "beside headline")


def _is_day_first(text: str) -> bool:
    """Tell whether figures in a text are day, month, year: everywhere but in English."""
    return script_of(text) in {"Arab", "Cyrl"}


def _by_newspaper(tree: HtmlElement, url: str, zone: str) -> datetime | None:
    if is_larger(tree, NEWSPAPER_MOST_ELEMENTS):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from newspaper.configuration import Configuration
        from newspaper.extractors.pubdate_extractor import PubdateExtractor

        try:
            # without the URL: newspaper takes numbers in it for days
            moment = PubdateExtractor(Configuration()).parse("", tree)
        except Exception:
            return None
    return parse_time(moment.isoformat(), zone) if moment else None


def _by_htmldate(tree: HtmlElement, url: str, zone: str) -> datetime | None:
    from htmldate import find_date

    try:
        return parse_time(find_date(tree, url=url or None, original_date=True, extensive_search=False), zone)
    except Exception:
        return None
