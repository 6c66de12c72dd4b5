"""Sitemaps (sitemaps.org 0.9) and news sitemaps, plain or gzipped, read element by element within bounds."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from lxml import etree

from syria_events.feeds.item import Document, Item, storable, words
from syria_events.wire.decompression import BodyError, decode_body

MOST_BYTES = 50 << 20
"""Of a sitemap when unpacked, by the protocol."""
MOST_ADDRESSES = 50_000
"""In one sitemap, by the protocol."""


@dataclass
class Sitemap:
    """What a sitemap holds."""

    children: list[tuple[str, str]] = field(default_factory=list)
    """Of an index: address and time of the last change, which may be empty."""
    items: tuple[Item, ...] = ()
    """Addresses with news: title and publication date."""
    others: int = 0
    """Addresses without: they say when a page changed, not when it was published."""
    fault: str | None = None


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap or an index; whatever is wrong with it is said in `fault`, and what could be read is there."""
    sitemap, items = Sitemap(), []
    try:
        if body.startswith(b"\x1f\x8b"):
            body = decode_body(body, "gzip", MOST_BYTES)
        tags = ("{*}url", "{*}sitemap")
        context = etree.iterparse(io.BytesIO(body), tag=tags, resolve_entities=False, no_network=True, load_dtd=False)
        for count, (_, element) in enumerate(context, 1):
            _take(element, sitemap, items)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
            if count >= MOST_ADDRESSES:
                sitemap.fault = f"only the first {MOST_ADDRESSES} addresses were read"
                break
    except (etree.XMLSyntaxError, BodyError) as error:
        sitemap.fault = str(error)
    sitemap.items = storable(Document(tuple(items), "sitemap")).items
    if not sitemap.fault and not (sitemap.items or sitemap.children or sitemap.others):
        sitemap.fault = "no sitemap"
    return sitemap


def _take(element: etree._Element, sitemap: Sitemap, items: list[Item]) -> None:
    address = _text(element, "loc")
    if not address:
        return
    if etree.QName(element).localname == "sitemap":
        sitemap.children.append((address, _text(element, "lastmod")))
        return
    news = element.find("{*}news")
    if news is None:
        sitemap.others += 1
        return
    items.append(
        Item(
            link=address,
            title=_text(news, "title"),
            published_raw=_text(news, "publication_date") or None,
            language=_text(news, "publication/{*}language") or None,
            categories=words(_text(news, "keywords").split(",")),
        )
    )


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext("{*}" + path) or "").strip()
