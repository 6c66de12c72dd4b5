"""RSS and Atom, read by feedparser, which gets sound UTF-8 and nothing else.

`sanitize_html` and `resolve_relative_uris` stay off: they cost three quarters of the time, grow without bound with the
length of a description, and the extractor of articles cleans HTML anyway. feedparser never sees the address or the
headers: given an address it would resolve ids against it, and then every entry has a new id after a redirect.
"""

from __future__ import annotations

import io
import re

import feedparser

from syria_events.feeds.clean_xml import read_clean_xml
from syria_events.feeds.hints import hint_seconds
from syria_events.feeds.item import Document, Item, words
from syria_events.urls import is_web_url

MOST_ITEMS = 2000
"""Beyond this a document is an archive, not news; feedparser needs about a second for each thousand."""

_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_START = re.compile(r"<\?xml\s|<!DOCTYPE\s|<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]|<channel[\s>]", re.I)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ITEM_END = re.compile(r"</(?:item|entry)\s*>")
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read_xml_feed(text: str) -> Document:
    """Read RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0; whatever is no feed comes back without format and items."""
    text = _shorten(text.lstrip())
    return read_clean_xml(text) or read_any_xml(text)


def read_any_xml(text: str) -> Document:
    """Read a document of any condition with feedparser."""
    try:
        parsed = parse_xml(mend(text))
    except Exception as error:
        # a library of twenty years meets bytes of strangers: whatever it stumbles over is a fault of the document
        return Document((), None, fault=f"feedparser: {type(error).__name__}: {error}")
    feed, items = parsed.feed, tuple(_item(entry) for entry in parsed.entries[:MOST_ITEMS])
    fault = f"XML: {parsed.bozo_exception}" if parsed.bozo else None
    return Document(
        items=items,
        format=dict.get(parsed, "version") or ("rss" if items else None),
        title=dict.get(feed, "title"),
        hub=next((_href(link) for link in feed.get("links", ()) if link.get("rel") == "hub"), None),
        hint_seconds=hint_seconds(feed.get("ttl"), feed.get("sy_updateperiod"), feed.get("sy_updatefrequency")),
        language=dict.get(feed, "language"),
        fault=fault,
    )


def parse_xml(text: str) -> feedparser.FeedParserDict:
    """Let feedparser parse text that has been mended."""
    return feedparser.parse(
        io.BytesIO(text.encode("utf-8")), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False
    )


def mend(text: str) -> str:
    """Cut what stands before the document (warnings of PHP), the declaration, and characters that XML forbids."""
    start = _START.search(text, 0, 4096)
    text = text[start.start() :] if start else text
    return _FORBIDDEN.sub("", _PROLOG.sub("", text, count=1))


def _shorten(text: str) -> str:
    """Keep the first `MOST_ITEMS` items and close the document after them."""
    if text.count("</item") + text.count("</entry") <= MOST_ITEMS:
        return text
    ends = (found.end() for found in _ITEM_END.finditer(text))
    end = next(end for number, end in enumerate(ends, 1) if number == MOST_ITEMS)
    root = re.match(r"\s*(?:<!--.*?-->\s*)*<([\w:]+)", text, re.S)
    tail = {"rss": "</channel></rss>", "feed": "</feed>", "rdf:rdf": "</rdf:RDF>"}
    return text[:end] + tail.get(root[1].lower() if root else "", "")


def _item(entry: feedparser.FeedParserDict) -> Item:
    # dict.get, because FeedParserDict answers `published` with `updated` and the like
    contents = [part.get("value") or "" for part in dict.get(entry, "content", ())]
    content = max(contents, key=len, default="")
    summary = dict.get(entry, "summary") or ""
    published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
    return Item(
        guid=dict.get(entry, "id"),
        link=_link(entry),
        title=dict.get(entry, "title") or "",
        summary=summary if summary != content else "",
        content=content,
        authors=words(author.get("name") for author in dict.get(entry, "authors", ())),
        published_raw=published or updated or dict.get(entry, "created"),
        updated_raw=updated if published else None,
        language=dict.get(entry, "language"),
        categories=words(tag.get("term") or tag.get("label") for tag in dict.get(entry, "tags", ())),
        source_name=(dict.get(entry, "source") or {}).get("title"),
    )


def _link(entry: feedparser.FeedParserDict) -> str | None:
    """Return the address of the page: FeedBurner's original before its redirect, then the link, then a permanent id."""
    original = dict.get(entry, "feedburner_origlink") or dict.get(entry, "feedburner_origLink")
    link = original or dict.get(entry, "link")
    # feedparser takes any guid for a link
    return None if link == dict.get(entry, "id") and not is_web_url(link) else link


def _href(link: feedparser.FeedParserDict) -> str | None:
    return link.get("href") or None
