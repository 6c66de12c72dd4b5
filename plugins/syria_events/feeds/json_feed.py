"""JSON Feed 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from syria_events.feeds.item import Document, Item, words
from syria_events.feeds.mending import MOST_ITEMS

VERSION = "https://jsonfeed.org/version/"


def looks_like_json(text: str) -> bool:
    """Tell whether a document is to be read as JSON at all."""
    return text.lstrip()[:1] == "{"


def read_json_feed(text: str) -> Document:
    """Read a JSON Feed; whatever is not one comes back without format and with the fault named."""
    try:
        feed = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        return Document((), None, fault=f"JSON: {error}")
    if not str(feed.get("version", "")).startswith(VERSION):
        return Document((), None, fault="JSON, but no JSON Feed")
    items = feed.get("items")
    if not isinstance(items, list):
        return Document((), None, fault="JSON Feed without a list of items")
    version = str(feed["version"]).removeprefix(VERSION)
    return Document(
        items=tuple(_item(item) for item in items[:MOST_ITEMS] if isinstance(item, dict)),
        format="json" + version.replace(".", ""),
        title=_text(feed.get("title")),
        hub=_hub(feed.get("hubs")),
        language=_text(feed.get("language")),
        fault=f"only the first {MOST_ITEMS} items were read" if len(items) > MOST_ITEMS else None,
    )


def _item(item: dict[str, Any]) -> Item:
    return Item(
        guid=_text(item.get("id")),
        link=_text(item.get("url")) or _text(item.get("external_url")),
        title=_text(item.get("title")) or "",
        summary=_text(item.get("summary")) or "",
        content=_text(item.get("content_html")) or _text(item.get("content_text")) or "",
        authors=_authors(item),
        published_raw=_text(item.get("date_published")),
        updated_raw=_text(item.get("date_modified")),
        language=_text(item.get("language")),
        categories=words(_list(item.get("tags"))),
    )


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    authors = [*_list(item.get("authors")), item.get("author")]
    return words(author.get("name") for author in authors if isinstance(author, dict))


def _hub(hubs: Any) -> str | None:
    urls = [hub.get("url") for hub in _list(hubs) if isinstance(hub, dict) and str(hub.get("type")).lower() == "websub"]
    return _text(urls[0]) if urls else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    """Return a text or a number as text: ids are numbers in many feeds, against the letter of the format."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
