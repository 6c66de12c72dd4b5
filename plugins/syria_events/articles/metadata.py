"""Title, dates, authors and the rest of a page's own statements about itself, each with its source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from lxml.html import HtmlElement

NEWS_TYPES = re.compile(r"(News|Blog)?(Article|Posting)$|^Report$|NewsArticle$|LiveBlogPosting$", re.I)


@dataclass(slots=True)
class Metadata:
    """Field name -> value, and field name -> where it was read."""

    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def offer(self, name: str, value: Any, source: str) -> None:
        """Take a value unless there is one already or it is empty."""
        if value and name not in self.values:
            self.values[name], self.sources[name] = value, source


def read_metadata(tree: HtmlElement) -> Metadata:
    """Read JSON-LD, then OpenGraph and other meta elements, then `<time>`."""
    found = Metadata()
    for node in _json_ld(tree):
        found.offer("title", _text(node.get("headline")), "json-ld")
        found.offer("published_at", _time(node.get("datePublished")), "json-ld")
        found.offer("modified_at", _time(node.get("dateModified")), "json-ld")
        found.offer("authors", _names(node.get("author")), "json-ld")
        found.offer("section", _text(node.get("articleSection")), "json-ld")
    meta = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        meta.setdefault(name, (element.get("content") or "").strip())
    found.offer("title", meta.get("og:title"), "opengraph")
    found.offer("published_at", _time(meta.get("article:published_time")), "opengraph")
    found.offer("modified_at", _time(meta.get("article:modified_time")), "opengraph")
    found.offer("section", meta.get("article:section"), "opengraph")
    found.offer("site_name", meta.get("og:site_name"), "opengraph")
    found.offer("image_url", meta.get("og:image"), "opengraph")
    for element in tree.iter("link"):
        if element.get("rel") == "canonical":
            found.offer("canonical", element.get("href"), "rel=canonical")
    for element in tree.iter("time"):
        found.offer("published_at", _time(element.get("datetime")), "time")
    for element in tree.iter("h1"):
        found.offer("title", " ".join(element.text_content().split()), "h1")
    for element in tree.iter("title"):
        found.offer("title", " ".join(element.text_content().split()), "title")
    return found


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        try:
            loaded = json.loads(element.text or "", strict=False)
        except ValueError:
            continue
        for node in _nodes(loaded):
            types = node.get("@type")
            if any(NEWS_TYPES.search(str(name)) for name in (types if isinstance(types, list) else [types])):
                yield node


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth)
    elif isinstance(value, dict) and depth < 3:
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)
        yield from _nodes(value.get("mainEntity"), depth + 1)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) if isinstance(value, str) else None


def _names(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names = (_text(item.get("name") if isinstance(item, dict) else item) for item in items)
    return tuple(dict.fromkeys(filter(None, names)))


def _time(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value).strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
