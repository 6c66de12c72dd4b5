"""RSS and Atom: the quick reading where a document is clean or can be mended, feedparser where not."""

from __future__ import annotations

from dataclasses import replace

from syria_events.feeds.clean_xml import read_clean_xml
from syria_events.feeds.contained import read_contained
from syria_events.feeds.item import Document, storable
from syria_events.feeds.loose_xml import read_loose_xml
from syria_events.feeds.mending import MOST_ITEMS, mend_ampersands, mend_start, shorten

HARMLESS_CHARS = 100_000
"""feedparser needs seconds at most for a document of this length, and minutes for a hostile one of a megabyte."""


def read_xml_feed(text: str) -> Document:
    """Read RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0; whatever is no feed comes back without format and items."""
    whole = text.lstrip()
    text = shorten(whole)
    document = _read(text)
    if len(text) != len(whole):
        return replace(document, fault=document.fault or f"only the first {MOST_ITEMS} items were read")
    return document


def _read(text: str) -> Document:
    document = read_clean_xml(text)
    if document is None:
        text = mend_ampersands(mend_start(text))
        document = read_clean_xml(text)
    if document is None:
        document = storable(read_loose_xml(text) if len(text) <= HARMLESS_CHARS else read_contained(text))
    return document
