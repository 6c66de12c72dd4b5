"""The feeds that a page announces: `<link rel=alternate>` first, then links that look like feeds."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import lxml.etree
import lxml.html

from syria_events.urls import is_web_url

MOST_BYTES = 2 << 20
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/rss+xml")
_LOOKS_LIKE = re.compile(r"/(?:feed|rss|atom|rdf)(?:/|\.xml|\.php|$)|\.(?:rss|atom|rdf)$|[?&]feed=", re.I)


def announced_feeds(body: bytes, url: str) -> tuple[str, ...]:
    """Return the feeds that an HTML page names, best first; links in its text only where it announces none."""
    try:
        page = lxml.html.document_fromstring(body[:MOST_BYTES])
    except (lxml.etree.LxmlError, ValueError):
        return ()
    base = next(iter(page.xpath("//base/@href")), url)
    typed = [
        link.get("href")
        for link in page.xpath("//link[@href]")
        if {"alternate", "feed"} & set((link.get("rel") or "").lower().split())
        and (link.get("type") or "").split(";")[0].strip().lower() in _TYPES
    ]
    anchors = [href for href in page.xpath("//a/@href") if _LOOKS_LIKE.search(href)]
    return _absolute(typed or anchors, urljoin(url, base))


def _absolute(hrefs: list[str], base: str) -> tuple[str, ...]:
    found = []
    for href in hrefs:
        try:
            found.append(urljoin(base, href.strip()))
        except ValueError:
            continue
    return tuple(dict.fromkeys(url for url in found if is_web_url(url)))
