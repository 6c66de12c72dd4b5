"""Pages that are no article: refusals, dialogs and lists, told apart from articles."""

from __future__ import annotations

from lxml.html import HtmlElement

from syria_events.articles.metadata import Metadata
from syria_events.articles.page import PageInput


def wall_of_response(page: PageInput) -> str | None:
    """Return the wall that an HTTP status or a content type announces."""
    status = page.status
    if status in {404, 410}:
        return "not_found"
    if status in {401, 402}:
        return "login" if status == 401 else "paywall"
    return None if 200 <= status < 300 else "blocked"


def wall_of_page(tree: HtmlElement, page: PageInput, text: str, found: Metadata) -> str | None:
    """Return the wall that a page is, judged by its tree and by the text found in it."""
    return "javascript" if not text.strip() else None
