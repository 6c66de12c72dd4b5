"""RSS and Atom of any condition, read by feedparser.

`sanitize_html` and `resolve_relative_uris` stay off: they cost three quarters of the time, grow without bound with the
length of a description, and the extractor of articles cleans HTML anyway. feedparser never sees the address or the
headers: given an address it would resolve ids against it, and then every entry has a new id after a redirect.
"""

from __future__ import annotations

import io

import feedparser

from syria_events.feeds.hints import hint_seconds
from syria_events.feeds.item import Document, Item, words
from syria_events.urls import is_web_url

_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read_loose_xml(text: str) -> Document:
    """Read what there is to read. Whatever is no feed has no format and no items. Takes its time: see contained."""
    try:
        parsed = parse_xml(text)
    except Exception as error:
        # a library of twenty years meets bytes of strangers: whatever it stumbles over is a fault of the document
        return Document((), None, fault=f"feedparser: {type(error).__name__}: {error}")
    feed, items = parsed.feed, tuple(map(_item, parsed.entries))
    return Document(
        items=items,
        format=dict.get(parsed, "version") or ("rss" if items else None),
        title=dict.get(feed, "title"),
        hub=next((link.get("href") for link in feed.get("links", ()) if link.get("rel") == "hub"), None),
        hint_seconds=hint_seconds(feed.get("ttl"), feed.get("sy_updateperiod"), feed.get("sy_updatefrequency")),
        language=dict.get(feed, "language"),
        fault=f"XML: {parsed.bozo_exception}" if parsed.bozo else None,
    )


def parse_xml(text: str) -> feedparser.FeedParserDict:
    """Let feedparser parse sound UTF-8 and nothing else."""
    return feedparser.parse(
        io.BytesIO(text.encode("utf-8")), response_headers=_HEADERS, sanitize_html=False, resolve_relative_uris=False
    )


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
