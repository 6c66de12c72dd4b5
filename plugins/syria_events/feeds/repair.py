"""Items into entries: titles unescaped, links absolute, dates in UTC, identities stable."""

from __future__ import annotations

import html
import re
from datetime import datetime
from urllib.parse import urljoin

from syria_events.feeds.dates import read_date
from syria_events.feeds.identity import identify
from syria_events.feeds.item import Item
from syria_events.model import Entry, Feed
from syria_events.urls import canonical_url, is_google_news, is_web_url, tidy_url

_TAG = re.compile(
    r"</?(?:a|abbr|b|bd[io]|big|br|cite|code|del|div|em|embed|font|h[1-6]|i|iframe|img|ins|li|mark|object|p|q|s|script|small"
    r"|span|strong|style|su[bp]|svg|u|video|wbr)(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_CODE = re.compile(r"<(script|style)\b[^<>]{0,500}>.*?</\1\s*>", re.I | re.S)
LONGEST_TITLE = 5000
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]+")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);")


def repair(
    item: Item, feed: Feed, *, base: str, fetched_at: datetime, mode: str = "guid", language: str | None = None
) -> Entry:
    """Return the entry that an item means.

    `base` is the address of the document (or what it names as its base), for relative links. A Google News item keeps
    title, source and date; its link leads through a redirect that cannot be followed honestly, so there is none.
    """
    url = link_of(item, base)
    is_opaque = url is not None and is_google_news(url)
    published = read_date(item.published_raw, feed.timezone, fetched_at)
    title = clean_title(item.title)
    return Entry(
        feed_slug=feed.slug,
        identity=identify(item, mode),
        guid=item.guid,
        url=None if is_opaque else url,
        canonical_url=canonical_url(url) if url and not is_opaque else None,
        title=without_source(title, item.source_name) if is_opaque else title,
        summary=item.summary,
        content=item.content,
        authors=item.authors or ((item.source_name,) if is_opaque and item.source_name else ()),
        published_at=published.at,
        published_raw=item.published_raw,
        published_null_reason=published.null_reason,
        updated_at=read_date(item.updated_raw, feed.timezone, fetched_at).at,
        language=language_code(item.language or feed.language or language),
        categories=item.categories,
    )


def link_of(item: Item, base: str) -> str | None:
    """Return the absolute address of the page; the guid serves where it is one and there is no link."""
    for candidate in (item.link, item.guid if is_web_url(item.guid) else None):
        if not candidate or not candidate.strip():
            continue
        try:
            url = urljoin(base, tidy_url(html.unescape(candidate) if "&amp;" in candidate else candidate))
        except ValueError:
            continue
        if is_web_url(url):
            return url
    return None


def clean_title(raw: str) -> str:
    """Return a title as text: entities resolved (some publishers escape twice), tags taken out, blanks folded."""
    text = raw[:LONGEST_TITLE]
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    if "<" in text:
        text = html.unescape(_TAG.sub(" ", _CODE.sub(" ", text)))
    return " ".join(_CONTROLS.sub(" ", text).split())


def without_source(title: str, source: str | None) -> str:
    """Take off the ` - Source` that Google News hangs on every title."""
    return title.removesuffix(f" - {source}").strip() if source else title


def language_code(tag: str | None) -> str | None:
    """Return the language of a tag such as `en-US` or `ar_SY`: `en`, `ar`. Null for what is no tag."""
    found = _LANGUAGE.match((tag or "").strip())
    return found[1].lower() if found else None
