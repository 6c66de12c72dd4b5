"""Pages that are no article: refusals, dialogs and lists, told apart from articles."""

from __future__ import annotations

from lxml.html import HtmlElement

SHORT = 200
"""Characters of text below which a page is no article."""


def wall_of_status(status: int) -> str | None:
    """Return the wall that an HTTP status announces."""
    if status in {404, 410}:
        return "not_found"
    if status in {401, 402}:
        return "login" if status == 401 else "paywall"
    return None if 200 <= status < 300 else "blocked"


def wall_of_page(tree: HtmlElement, text: str) -> str | None:
    """Return the wall that a page is, judged by its tree and by the text found in it."""
    return "javascript" if len(text) < SHORT and not text.strip() else None
