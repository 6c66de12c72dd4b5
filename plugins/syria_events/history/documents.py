"""Feed documents met on the way: read as polling reads them."""

from __future__ import annotations

import html
import json
import re
from datetime import datetime
from urllib.parse import urljoin

from syria_events.feeds.charset import decode
from syria_events.feeds.parse import ParsedFeed, parse_feed
from syria_events.history.search import Quest, fault_of
from syria_events.model import Entry
from syria_events.urls import is_web_url
from syria_events.wire.exchange import FetchResponse

_LINK = re.compile(r"<(?:[A-Za-z][\w-]*:)?link\b([^<>]{0,2000})>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ITEM = re.compile(r"</?(?:item|entry)[\s>]", re.I)


def read_feed(quest: Quest, response: FetchResponse, *, fetched_at: datetime | None = None) -> ParsedFeed | None:
    """Return the feed in an answer, with the identities that polling gives; null where there is none with entries."""
    if fault_of(response) is not None:
        return None
    parsed = parse_feed(
        response.body,
        content_type=response.content_type,
        feed=quest.feed,
        url=response.final_url,
        fetched_at=fetched_at or quest.now,
        identity_mode=quest.identity_mode,
    )
    return parsed if parsed.entries else None


def fault_of_feed(response: FetchResponse) -> str:
    """Say why an answer is no feed to read."""
    return fault_of(response) or "no feed with entries"


def older_document(response: FetchResponse) -> str | None:
    """Return the address of the next older document: RFC 5005 `prev-archive`, else `next`, or JSON Feed's `next_url`.

    Only what stands outside the items counts, so that no text of an article can name it.
    """
    text = decode(response.body, response.content_type, None).text
    target = _json_next(text) if text.lstrip()[:1] == "{" else _linked(_around_items(text))
    try:
        url = urljoin(response.final_url, target) if target else None
    except ValueError:
        return None
    return url if is_web_url(url) else None


def moments(entries: tuple[Entry, ...]) -> list[datetime]:
    """Return the publication times of the entries that have one, oldest first."""
    return sorted(entry.published_at for entry in entries if entry.published_at is not None)


def _around_items(text: str) -> str:
    marks = list(_ITEM.finditer(text))
    return text[: marks[0].start()] + text[marks[-1].end() :] if marks else text


def _linked(text: str) -> str | None:
    found: dict[str, str] = {}
    for link in _LINK.finditer(text):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(link[1])}
        for relation in attributes.get("rel", "").lower().split():
            found.setdefault(relation, html.unescape(attributes.get("href", "")))
    return found.get("prev-archive") or found.get("next")


def _json_next(text: str) -> str | None:
    try:
        target = json.loads(text).get("next_url")
    except (ValueError, RecursionError, AttributeError):
        return None
    return target if isinstance(target, str) else None
