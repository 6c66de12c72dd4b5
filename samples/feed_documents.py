"""Feeds as bytes: RSS 2.0, RSS 1.0, Atom and JSON Feed, with the quirks that a feed is here to show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from markupsafe import escape

from samples.edition import Edition, Item
from samples.outlets import NewsFeed, Outlet
from samples.rendering import render

CONTENT_TYPES = {
    "rss": "application/rss+xml",
    "rdf": "application/rdf+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
ZONE_HOURS = {"EET": 2}
"""Abbreviations that a feed writes -> hours east of Greenwich."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """What a feed says of one article."""

    title: str
    link: str
    guid: str
    summary: str
    content: str
    """HTML, empty unless the feed carries whole articles."""
    authors: tuple[str, ...]
    section: str
    published: datetime | None
    published_text: str
    updated: datetime


def feed_document(edition: Edition, outlet: Outlet, feed: NewsFeed) -> bytes:
    """Return the document of a feed that is neither gone nor replaced by a page."""
    items = [_feed_item(edition, feed, item) for item in edition.entries(outlet, feed)]
    if feed.form == "json":
        return _json_feed(edition, outlet, feed, items)
    newest = max((item.updated for item in items), default=datetime.combine(edition.today, datetime.min.time(), UTC))
    document = render(
        f"{feed.form}.xml",
        outlet=outlet,
        feed=feed,
        home=edition.base_url(outlet),
        items=items,
        newest=newest,
        newest_text=format_datetime(newest),
    )
    if feed.is_malformed:
        document = _spoil(document)
    return document.encode(feed.charset, "xmlcharrefreplace")


def canonical_link(item: Item) -> str:
    """Return the link that all links of an entry come to when tracking is taken off."""
    return item.story.link or item.url


def announced_date(item: Item) -> datetime | None:
    """Return the publication date as the feed states it, true or not."""
    stated = item.story.feed_date
    if stated is None:
        return item.published_at
    if stated == "none":
        return None
    if stated.startswith("+"):
        return item.published_at + timedelta(days=int(stated))
    return datetime.fromisoformat(stated).replace(tzinfo=UTC)


def _feed_item(edition: Edition, feed: NewsFeed, item: Item) -> FeedItem:
    published = announced_date(item)
    home = edition.base_url(item.outlet)
    return FeedItem(
        title=item.title if item.story.feed_title is None else item.story.feed_title,
        link=_link(feed, item),
        guid=f"{home}/" if feed.has_duplicate_guids else f"{item.outlet.slug}:{item.number}",
        summary=item.summary,
        content="".join(f"<p>{escape(words)}</p>" for words in item.paragraphs) if feed.has_full_content else "",
        authors=item.story.authors,
        section=item.story.section,
        published=published,
        published_text=_rfc_822(published, item.outlet, feed) if published else "",
        updated=item.updated_at or item.published_at,
    )


def _link(feed: NewsFeed, item: Item) -> str:
    link = item.path if feed.has_relative_links and not item.story.link else canonical_link(item)
    if feed.tracking and not item.story.link:
        link += ("&" if "?" in link else "?") + feed.tracking
    return link


def _rfc_822(moment: datetime, outlet: Outlet, feed: NewsFeed) -> str:
    if feed.zone is None:
        return format_datetime(moment.astimezone(ZoneInfo(outlet.timezone)))
    local = moment.astimezone(timezone(timedelta(hours=ZONE_HOURS[feed.zone])))
    return format_datetime(local).rpartition(" ")[0] + f" {feed.zone}"


def _spoil(document: str) -> str:
    """Leave the ends off, ampersands bare, and name an entity that XML does not know."""
    bare = document.replace("&amp;", "&").replace("</description>", "&nbsp;</description>")
    return bare.replace("</channel>", "").replace("</rss>", "")


def _json_feed(edition: Edition, outlet: Outlet, feed: NewsFeed, items: list[FeedItem]) -> bytes:
    home = edition.base_url(outlet)
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title or outlet.name,
        "home_page_url": f"{home}/",
        "feed_url": home + feed.path,
        "language": outlet.language,
        "items": [_json_item(item) for item in items],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _json_item(item: FeedItem) -> dict[str, object]:
    fields = {
        "id": item.guid,
        "url": item.link,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content or f"<p>{escape(item.summary)}</p>",
        "date_published": item.published.isoformat() if item.published else None,
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": author} for author in item.authors],
        "tags": [item.section] if item.section else [],
    }
    return {name: value for name, value in fields.items() if value}
