"""Where outlets keep what their feeds no longer show: a news sitemap and, for some, the REST interface of WordPress."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from markupsafe import escape

from samples.edition import Edition, Item
from samples.outlets import Outlet
from samples.rendering import render

REST_ROOT = "/wp-json/"
POSTS = "/wp-json/wp/v2/posts"
LONGEST_PAGE = 100


def sitemap(edition: Edition, outlet: Outlet) -> bytes:
    """Return the sitemap of an outlet with its articles, newest first."""
    return render("sitemap.xml", outlet=outlet, items=_articles(edition, outlet)).encode()


def rest_answer(edition: Edition, outlet: Outlet, target: str) -> tuple[int, bytes, dict[str, str]]:
    """Return status, body and headers for a path below REST_ROOT.

    Posts are chosen with `after` and `before` (ISO 8601, exclusive, UTC where they name no zone), `per_page` (at most
    100) and `page`, as WordPress does.
    """
    parts = urlsplit(target)
    if parts.path.rstrip("/") == REST_ROOT.rstrip("/"):
        return 200, json.dumps({"name": outlet.name, "namespaces": ["wp/v2"]}).encode(), {}
    if parts.path.rstrip("/") != POSTS:
        return 404, json.dumps({"code": "rest_no_route"}).encode(), {}
    try:
        return _posts(edition, outlet, {name: values[-1] for name, values in parse_qs(parts.query).items()})
    except ValueError:
        return 400, json.dumps({"code": "rest_invalid_param"}).encode(), {}


def _posts(edition: Edition, outlet: Outlet, query: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
    after, before = _moment(query.get("after")), _moment(query.get("before"))
    found = [
        item
        for item in _articles(edition, outlet)
        if (after is None or item.published_at > after) and (before is None or item.published_at < before)
    ]
    size = min(int(query.get("per_page", 10)), LONGEST_PAGE)
    page = int(query.get("page", 1))
    if size < 1 or page < 1 or (page > 1 and (page - 1) * size >= len(found)):
        raise ValueError(page)
    totals = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(-(-len(found) // size))}
    posts = [_post(item) for item in found[(page - 1) * size : page * size]]
    return 200, json.dumps(posts, ensure_ascii=False).encode(), totals


def _post(item: Item) -> dict[str, object]:
    modified = item.updated_at or item.published_at
    return {
        "id": item.number,
        "date_gmt": f"{item.published_at:%Y-%m-%dT%H:%M:%S}",
        "modified_gmt": f"{modified:%Y-%m-%dT%H:%M:%S}",
        "link": item.url,
        "title": {"rendered": str(escape(item.title))},
        "excerpt": {"rendered": f"<p>{escape(item.summary)}</p>"},
        "content": {"rendered": "".join(f"<p>{escape(words)}</p>\n" for words in item.paragraphs), "protected": False},
    }


def _articles(edition: Edition, outlet: Outlet) -> list[Item]:
    kept = [item for item in edition.items.values() if item.outlet is outlet and not item.story.link]
    return sorted(kept, key=lambda item: (item.published_at, item.story.story_id), reverse=True)


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
