"""When an article was published, asked of the extractors where the page makes no statement of its own."""

from __future__ import annotations

import warnings
from datetime import datetime, timedelta

from lxml.html import HtmlElement

from syria_events.articles.dates import parse_time
from syria_events.articles.metadata import Metadata


def published_by_extractors(tree: HtmlElement, found: Metadata, *, url: str, zone: str, latest: datetime) -> None:
    """Offer the days that newspaper and then htmldate (trafilatura's) find, where the metadata has none."""
    if "published_at" in found.values:
        return
    for source, ask in (("newspaper", _by_newspaper), ("htmldate", _by_htmldate)):
        moment = ask(tree, url, zone)
        if moment and moment <= latest + timedelta(days=1):
            found.offer("published_at", moment, source)


def _by_newspaper(tree: HtmlElement, url: str, zone: str) -> datetime | None:
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
