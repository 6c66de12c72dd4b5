"""Pages as bytes: articles in the dress of their outlet, front pages, and what stands in an article's way."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from samples.edition import Edition, Item
from samples.outlets import Outlet
from samples.rendering import render
from samples.wording import fill_in

STATUSES = {"forbidden": 403, "missing": 404, "unavailable": 503}
"""Pages that answer with another status than 200."""
PAGE_TEMPLATES = {
    "forbidden": "wall_forbidden.html",
    "missing": "wall_missing.html",
    "soft_missing": "wall_missing.html",
    "unavailable": "wall_unavailable.html",
    "paywall": "wall_paywall.html",
    "consent": "wall_consent.html",
    "javascript": "wall_javascript.html",
    "untitled": "untitled.html",
}
"""Behaviour of a page -> what stands there instead of the article in the dress of its outlet."""


def article_page(edition: Edition, item: Item) -> tuple[int, bytes]:
    """Return status and body of an article's page."""
    template = PAGE_TEMPLATES.get(item.page, f"{item.outlet.template}.html")
    page = render(template, **_article_values(edition, item))
    return STATUSES.get(item.page, 200), page.encode(item.outlet.charset, "xmlcharrefreplace")


def front_page(edition: Edition, outlet: Outlet) -> bytes:
    """Return the front page of an outlet: headlines, and where its feeds are."""
    items = [item for item in edition.items.values() if item.outlet is outlet and not item.story.link]
    newest = sorted(items, key=lambda item: item.published_at, reverse=True)
    page = render("front.html", **_site_values(edition, outlet), items=newest)
    return page.encode(outlet.charset, "xmlcharrefreplace")


def missing_page(edition: Edition, outlet: Outlet) -> bytes:
    """Return what an outlet shows for a link that it does not know."""
    page = render("wall_missing.html", **_site_values(edition, outlet))
    return page.encode(outlet.charset, "xmlcharrefreplace")


def newsroom_page(edition: Edition) -> bytes:
    """Return the newsroom's own page: every outlet, every feed, and the phase."""
    return render("newsroom.html", edition=edition).encode()


def _site_values(edition: Edition, outlet: Outlet) -> dict[str, object]:
    return {"outlet": outlet, "home": edition.base_url(outlet), "year": edition.today.year}


def _article_values(edition: Edition, item: Item) -> dict[str, object]:
    zone = ZoneInfo(item.outlet.timezone)
    ahead = timedelta(days=int(item.story.page_date or 0))
    published = (item.published_at + ahead).astimezone(zone)
    modified = (item.updated_at or item.published_at).astimezone(zone) + ahead
    return {
        **_site_values(edition, item.outlet),
        "item": item,
        "published": published,
        "modified": modified,
        "visible_date": _visible_date(published, item.outlet.language),
        "related": edition.related(item),
        "json_ld": json.dumps(_json_ld(edition, item, published, modified), ensure_ascii=False, indent=1),
    }


def _visible_date(moment: datetime, language: str) -> str:
    return fill_in("{{ weekday(0) }} {{ date(0) }}", moment.date(), language) + f" {moment:%H:%M}"


def _json_ld(edition: Edition, item: Item, published: datetime, modified: datetime) -> dict[str, object]:
    home = edition.base_url(item.outlet)
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": item.title,
        "description": item.summary,
        "datePublished": published.isoformat(),
        "dateModified": modified.isoformat(),
        "inLanguage": item.outlet.language,
        "articleSection": item.story.section or "News",
        "author": [{"@type": "Person", "name": author} for author in item.story.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": item.outlet.name, "url": f"{home}/"},
        "mainEntityOfPage": item.url,
        "image": f"{home}/media/{item.number}.svg",
        "isAccessibleForFree": item.page != "paywall",
    }
