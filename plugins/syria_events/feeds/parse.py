"""The body of a feed into entries: decode, read, identify, repair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from syria_events.feeds.charset import decode
from syria_events.feeds.identity import MODES, choose_mode
from syria_events.feeds.item import Document, storable
from syria_events.feeds.json_feed import looks_like_json, read_json_feed
from syria_events.feeds.repair import repair
from syria_events.feeds.xml_feed import read_xml_feed
from syria_events.model import Entry, Feed


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """The entries of a document, and what it says about itself."""

    entries: tuple[Entry, ...]
    error: str | None = None
    """Why there are no entries; faults of the markup beside good entries are only a warning."""
    format: str | None = None
    """`rss20`, `rss10`, `atom10`, `json11` …; null where the document is no feed."""
    warnings: tuple[str, ...] = ()
    title: str | None = None
    hub: str | None = None
    hint_seconds: int | None = None
    language: str | None = None
    encoding: str = "utf-8"
    identity_mode: str = MODES[0]


def parse_feed(
    body: bytes,
    *,
    content_type: str | None,
    feed: Feed,
    url: str,
    fetched_at: datetime,
    identity_mode: str = MODES[0],
) -> ParsedFeed:
    """Read a feed's document, whatever state it is in; never raises for its content.

    `url` is the address that answered, for relative links only. `identity_mode` is what the feed has come to
    (feeds/identity.py); the result's mode goes into the feed's state.
    """
    decoded = decode(body, content_type, feed.language)
    document = _read(decoded.text)
    mode = choose_mode(document.items, identity_mode)
    entries = tuple(
        repair(item, feed, base=url, fetched_at=fetched_at, mode=mode, language=document.language)
        for item in document.items
    )
    warnings = [document.fault] if document.fault and entries else []
    if decoded.is_damaged:
        warnings.append(f"bytes that are not {decoded.encoding} were replaced")
    return ParsedFeed(
        entries=entries,
        error=None if entries else document.fault or _no_items(document),
        format=document.format,
        warnings=tuple(warnings),
        title=document.title,
        hub=document.hub,
        hint_seconds=document.hint_seconds,
        language=document.language,
        encoding=decoded.encoding,
        identity_mode=mode,
    )


def _read(text: str) -> Document:
    return storable(read_json_feed(text)) if looks_like_json(text) else read_xml_feed(text)


def _no_items(document: Document) -> str:
    return "a feed without items" if document.format else "not a feed"
