"""What the newsroom answers to a request. Pure: a function of the edition and the request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import format_datetime
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from samples.archives import REST_ROOT, rest_answer, sitemap
from samples.edition import CONTROL_ADDRESS, Edition
from samples.feed_documents import CONTENT_TYPES, feed_document
from samples.outlets import NewsFeed, Outlet
from samples.pages import article_page, front_page, missing_page, newsroom_page
from samples.truth import truth

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">'
    '<rect width="960" height="540" fill="#9aa7b0"/><path d="M0 420 L300 250 L520 380 L700 280 L960 430 V540 H0Z" '
    'fill="#66757f"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response; `delay` seconds pass before it is sent."""

    status: int
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0


def answer(edition: Edition, address: str, target: str, request_headers: Mapping[str, str]) -> Answer:
    """Answer a GET for `target` (path and query) that came in on a loopback address."""
    if address == CONTROL_ADDRESS:
        return _control(edition, target)
    outlet = edition.by_address.get(address)
    if outlet is None:
        return Answer(404, b"No outlet lives here.", "text/plain")
    return _outlet_answer(edition, outlet, target, request_headers)


def _control(edition: Edition, target: str) -> Answer:
    if target == "/newsroom/truth":
        return Answer(200, json.dumps(truth(edition), ensure_ascii=False, indent=1).encode(), "application/json")
    if target == "/robots.txt":
        return Answer(200, b"User-agent: *\nDisallow: /newsroom/\n", "text/plain")
    if target == "/":
        return Answer(200, newsroom_page(edition))
    return Answer(404, b"Known here: /, /newsroom/truth, /newsroom/requests, POST /newsroom/phase/N", "text/plain")


def _outlet_answer(edition: Edition, outlet: Outlet, target: str, request_headers: Mapping[str, str]) -> Answer:
    path = urlsplit(target).path
    feed = next((feed for feed in outlet.feeds if feed.path == path), None)
    if feed is not None:
        return _feed_answer(edition, outlet, feed, request_headers)
    page_type = f"text/html; charset={outlet.charset}"
    item = edition.pages.get((outlet.slug, _without_tracking(target)))
    if item is not None:
        status, body = article_page(edition, item)
        return Answer(status, body, page_type, {"Retry-After": "2"} if status == 503 else {})
    if target == "/":
        return Answer(200, front_page(edition, outlet), page_type)
    if path == "/robots.txt":
        return Answer(200, _robots(edition, outlet), "text/plain; charset=utf-8")
    if path.startswith("/media/"):
        return Answer(200, PICTURE.encode(), "image/svg+xml")
    if path == "/sitemap.xml":
        return Answer(200, sitemap(edition, outlet), "application/xml")
    if outlet.has_rest and path.startswith(REST_ROOT):
        status, body, headers = rest_answer(edition, outlet, target)
        return Answer(status, body, "application/json; charset=utf-8", headers)
    return Answer(404, missing_page(edition, outlet), page_type)


def _feed_answer(edition: Edition, outlet: Outlet, feed: NewsFeed, request_headers: Mapping[str, str]) -> Answer:
    if feed.answers == "gone":
        return Answer(410, b"This feed has been closed.", "text/plain")
    if feed.answers == "html":
        return Answer(200, front_page(edition, outlet))
    body = feed_document(edition, outlet, feed)
    content_type = f"{CONTENT_TYPES[feed.form]}; charset={feed.charset}"
    if not feed.has_validators:
        return Answer(200, body, content_type, delay=feed.delay)
    validators = _validators(edition, outlet, feed, body)
    if request_headers.get("If-None-Match") == validators["ETag"]:
        return Answer(304, content_type=content_type, headers=validators)
    return Answer(200, body, content_type, validators, feed.delay)


def _validators(edition: Edition, outlet: Outlet, feed: NewsFeed, body: bytes) -> dict[str, str]:
    changed = max(item.updated_at or item.published_at for item in edition.entries(outlet, feed))
    return {
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
        "Last-Modified": format_datetime(changed, usegmt=True),
    }


def _robots(edition: Edition, outlet: Outlet) -> bytes:
    rules = [f"Disallow: {path}" for path in outlet.disallow] or ["Disallow:"]
    return "\n".join(["User-agent: *", *rules, f"Sitemap: {edition.base_url(outlet)}/sitemap.xml", ""]).encode()


def _without_tracking(target: str) -> str:
    """Bring a target to the form in which pages are kept: one way of quoting, no tracking parameters."""
    parts = urlsplit(target)
    query = [(name, value) for name, value in parse_qsl(parts.query) if not name.startswith("utm_")]
    path = quote(unquote(parts.path))
    return f"{path}?{urlencode(query)}" if query else path
