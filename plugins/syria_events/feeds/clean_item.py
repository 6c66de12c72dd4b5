"""One item of a well-formed feed, element by element. Whatever can be understood in two ways is refused."""

from __future__ import annotations

import re

from lxml import etree

from syria_events.feeds.item import Item, author_name, words

ATOM = "{http://www.w3.org/2005/Atom}"
RSS1 = "{http://purl.org/rss/1.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_FEEDBURNER = "{http://rssnamespace.org/feedburner/ext/1.0}"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"

_RSS_FIELDS = {
    "guid": "guid",
    "link": "link",
    "title": "title",
    "description": "summary",
    "pubDate": "published",
    "source": "source",
}
_MODULE_FIELDS = {
    _CONTENT + "encoded": "content",
    DC + "date": "updated",
    DC + "language": "language",
    ATOM + "updated": "updated",
    _FEEDBURNER + "origLink": "original",
}
_FIELDS = _RSS_FIELDS | {RSS1 + name: field for name, field in _RSS_FIELDS.items()} | _MODULE_FIELDS
_AUTHORS = {"author", DC + "creator", DC + "author"}
_CATEGORIES = {"category", DC + "subject"}
_WITHOUT_MEANING = {DC + name for name in ("rights", "publisher", "format", "type", "source", "identifier")} | {
    ATOM + name for name in ("rights", "contributor")
}
_OTHER_MEANINGS = {
    *("abstract", "body", "content", "created", "date", "fullitem", "id", "info", "issued", "keywords", "modified"),
    *("published", "summary", "tags", "updated"),
}
"""Elements without namespace that feedparser gives a meaning to."""
_MEANINGFUL = (
    DC,
    ATOM,
    _CONTENT,
    RSS1,
    "{http://purl.org/dc/terms/}",
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.itunes.com/dtds/podcast-1.0.dtd}",
)
_ATOM_FIELDS = {
    ATOM + "id": "guid",
    ATOM + "title": "title",
    ATOM + "summary": "summary",
    ATOM + "content": "content",
    ATOM + "published": "published",
    ATOM + "updated": "updated",
    _FEEDBURNER + "origLink": "original",
}
_ENCODED_TWICE = re.compile("[\x80-\x9f]|[\u00c2-\u00f4][\u0080-\u00bf]")
"""Controls that stand for Windows letters, and UTF-8 read as Latin-1: feedparser mends both."""
_PLAIN_TYPES = {None, "text", "html", "text/html", "text/plain"}


class NotCleanError(Exception):
    """This document is one for feedparser."""


def rss_item(element: etree._Element) -> Item:
    """Read an item of RSS 2.0 or 1.0. Raises NotCleanError."""
    about = element.get(_RDF_ABOUT)
    found = {"guid": about} if about else {}
    authors: list[str] = []
    categories: list[str] = []
    for child in element:
        tag = child.tag
        field = _FIELDS.get(tag)
        if field:
            _put(found, field, _plain(child))
        elif tag in _AUTHORS:
            authors.append(author_name(_plain(child)))
        elif tag in _CATEGORIES:
            categories.append(_plain(child))
        elif tag == ATOM + "link":
            _put_link(found, child)
        else:
            _refuse_meaning(tag)
    return _assemble(found, authors, categories)


def atom_item(element: etree._Element) -> Item:
    """Read an entry of Atom 1.0. Raises NotCleanError."""
    found: dict[str, str] = {}
    authors: list[str] = []
    categories: list[str] = []
    for child in element:
        tag = child.tag
        field = _ATOM_FIELDS.get(tag)
        if field:
            _put(found, field, _plain(child))
        elif tag == ATOM + "link":
            _put_link(found, child)
        elif tag == ATOM + "author":
            authors.append(text_of(child.find(ATOM + "name")) or "")
        elif tag == ATOM + "category":
            categories.append(child.get("term") or child.get("label") or "")
        elif tag == ATOM + "source":
            _put(found, "source", text_of(child.find(ATOM + "title")) or "")
        else:
            _refuse_meaning(tag)
    return _assemble(found, authors, categories)


def text_of(element: etree._Element | None) -> str | None:
    """Return the text of an element, stripped; None where there is none. Raises NotCleanError for markup."""
    return _plain(element) or None if element is not None else None


def _put(found: dict[str, str], field: str, value: str) -> None:
    if field in found:
        raise NotCleanError
    found[field] = value


def _put_link(found: dict[str, str], link: etree._Element) -> None:
    if link.get("href") is None:
        raise NotCleanError
    if link.get("rel", "alternate") == "alternate" and link.get("type") in (None, "text/html", "application/xhtml+xml"):
        _put(found, "link", (link.get("href") or "").strip())


def _plain(element: etree._Element) -> str:
    if len(element) or element.get("type") not in _PLAIN_TYPES or element.get("src") or element.get("mode"):
        raise NotCleanError
    text = (element.text or "").strip()
    if not text.isascii() and _ENCODED_TWICE.search(text):
        raise NotCleanError
    return text


def _refuse_meaning(tag: str) -> None:
    """Pass over what says nothing to us, and refuse what feedparser would make something of."""
    if tag in _OTHER_MEANINGS or (tag.startswith(_MEANINGFUL) and tag not in _WITHOUT_MEANING):
        raise NotCleanError


def _assemble(found: dict[str, str], authors: list[str], categories: list[str]) -> Item:
    content, summary = found.get("content", ""), found.get("summary", "")
    published, updated = found.get("published"), found.get("updated")
    if not (content or summary or found.get("title")):
        raise NotCleanError
    return Item(
        guid=found.get("guid") or None,
        link=found.get("original") or found.get("link") or None,
        title=found.get("title", ""),
        summary=summary if summary != content else "",
        content=content,
        authors=words(authors),
        published_raw=published or updated or None,
        updated_raw=updated or None if published else None,
        language=found.get("language") or None,
        categories=words(categories),
        source_name=found.get("source") or None,
    )
