"""Pages that are no article: refusals, dialogs and lists, told apart from articles.

An article that only mentions cookies, robots or subscriptions is longer than any wall; so phrases count on pages
with few words, and on longer ones only where the article itself says that it breaks off.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from syria_events.articles.blocks import Block
from syria_events.articles.json_ld import ARTICLE_TYPES, is_type
from syria_events.articles.metadata import Metadata
from syria_events.articles.page import PageInput

FEW_WORDS = 250
"""Words a reader sees (outside links) on a page that is a dialog."""
TEASER = 1500
"""Characters of text below which an article that asks for a subscription is a teaser."""
ASIDE = 600
"""Characters behind a text within which an offer belongs to it."""
NOTHING = 150
"""Characters of text that are no article, whatever the page."""

_HTML = re.compile(r"text/html|application/xhtml|text/plain|xml|^$", re.I)
_CHALLENGE = re.compile(
    r"cf-chl|cf_chl|challenge-form|px-captcha|captcha-delivery|incapsula|g-recaptcha|h-captcha", re.I
)
_PAYWALL_NAME = re.compile(r"paywall|piano-|subscribe-wall|regwall|subscription-wall|premium-overlay", re.I)
_PARTS = re.compile(r"[\n|–—»:]|\s-\s")
_LIVE = re.compile(r"LiveBlogPosting$")
_LIST = re.compile(r"(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage)$")


def wall_of_response(page: PageInput) -> str | None:
    """Return the wall that a status, a content type or the first bytes announce."""
    if page.status in {404, 410}:
        return "not_found"
    if page.status in {401, 402, 407}:
        return "paywall" if page.status == 402 else "login"
    if page.status in {403, 429, 503}:
        return "bot" if _CHALLENGE.search(page.body[:200_000].decode("latin-1")) else "blocked"
    if not 200 <= page.status < 300:
        return "blocked"
    is_other = not _HTML.search(page.content_type or "") or page.body[:5] in {b"%PDF-", b"\x89PNG\r"}
    return "blocked" if is_other or not page.body.strip() else None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a reader sees of a page."""

    title: str
    text: str
    words: int


def wall_of_page(tree: HtmlElement, blocks: Iterable[Block], page: PageInput, text: str, found: Metadata) -> str | None:
    """Return the wall that a page is, judged by its tree (without programs), its blocks, and the text found in it."""
    blocks = [block for block in blocks if not block.is_hidden]
    seen = _seen(tree, blocks)
    if seen.words < FEW_WORDS and len(text) < TEASER and (wall := _dialog(tree, seen, text, found)):
        return wall
    if len(text) < NOTHING and _challenges(tree):
        return "bot"
    if len(text) < TEASER and _breaks_off(tree, seen, text, found):
        return "paywall"
    if _is_consent(text.lower(), len(text.split())):
        return "consent"
    if _is_list(page, blocks, text, found):
        return "list"
    if len(text) < NOTHING and seen.words < FEW_WORDS / 4:
        return "javascript"
    return None if text.strip() else "list"


def _seen(tree: HtmlElement, blocks: list[Block]) -> _Seen:
    title = next((e.text for e in tree.iter("title") if e.text), "")
    headline = next((" ".join(e.text_content().split()) for e in tree.iter("h1", "h2")), "")
    text = " ".join(block.text for block in blocks).lower().replace("’", "'")
    return _Seen(
        f"{' '.join(title.split())}\n{headline}".lower().replace("’", "'"),
        text,
        sum(len(block.words) - block.link_words for block in blocks),
    )


def _dialog(tree: HtmlElement, seen: _Seen, text: str, found: Metadata) -> str | None:
    """Judge a page with few words."""
    is_article = any(is_type(node, ARTICLE_TYPES) for node in found.nodes)
    if _says("bot", "text", seen.text) or (_says("bot", "title", seen.title) and not is_article):
        return "bot"
    if not is_article and (_says("not_found", "title", seen.title) or _says("not_found", "text", seen.text)):
        return "not_found"
    if len(text) < 2 * NOTHING and _says("consent", "text", seen.text) >= 2:
        return "consent"
    if _says("login", "text", seen.text) + _says("login", "title", seen.title) + _asks_password(tree) >= 2:
        return "login"
    return "javascript" if _says("javascript", "text", seen.text) else None


def _breaks_off(tree: HtmlElement, seen: _Seen, text: str, found: Metadata) -> bool:
    """Tell whether a short text is the teaser of an article for subscribers: two of five signs say so."""
    says_so = _says("paywall", "text", text[-ASIDE // 2 :].lower() + _behind(text, seen.text))
    is_closed = found.values.get("is_free") is False
    is_named = any(
        _PAYWALL_NAME.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in tree.iter("div", "section")
    )
    is_cut = text.rstrip().endswith(("...", "…"))
    return is_closed + is_named + is_cut + min(2, says_so) >= 2


def _behind(text: str, page: str) -> str:
    """Return what a reader meets right behind the end of a text: offers elsewhere on a page are about other things."""
    end = text.rstrip().lower().replace("’", "'")[-40:].rsplit("\n", 1)[-1]
    at = page.rfind(end) if end else -1
    return page[at : at + ASIDE] if at >= 0 else page


def _is_consent(text: str, words: int) -> bool:
    return words < 3 * FEW_WORDS and _says("consent", "text", text) >= max(2, words // 80)


def _is_list(page: PageInput, blocks: list[Block], text: str, found: Metadata) -> bool:
    """Tell front pages, sections and live blogs."""
    if any(is_type(node, _LIVE) for node in found.nodes):
        return True
    if any(is_type(node, ARTICLE_TYPES) for node in found.nodes) or found.values.get("published_at"):
        return False
    parts = urlsplit(page.url)
    if parts.hostname and parts.path in {"", "/"} and not parts.query:
        return True
    teasers = {block.text for block in blocks if block.link_words == len(block.words) >= 4}
    lines = text.split("\n")
    quoted = sum(line in teasers for line in lines)
    is_listed = any(is_type(node, _LIST) for node in found.nodes)
    return len(teasers) >= 12 and (len(text) < 2 * NOTHING or is_listed or quoted * 4 > len(lines))


def _challenges(tree: HtmlElement) -> bool:
    return any(
        _CHALLENGE.search(f"{e.get('class') or ''} {e.get('id') or ''} {e.get('action') or ''}")
        for e in tree.iter("div", "form", "iframe", "input")
    )


def _asks_password(tree: HtmlElement) -> bool:
    return any((e.get("type") or "").lower() == "password" for e in tree.iter("input"))


def _says(wall: str, where: str, text: str) -> int:
    """Return how many of the phrases of a wall stand in a text; in a title only where they are most of a part of it.

    "Access denied | Orontes Post" is a wall, "Aid access denied for a third month" is news.
    """
    phrases = _phrases().get((wall, where), ())
    if where == "text":
        return sum(phrase in text for phrase in phrases)
    parts = [part.split() for part in _PARTS.split(text)]
    return sum(
        any(phrase in " ".join(part) and len(part) <= len(phrase.split()) + 2 for part in parts) for phrase in phrases
    )


@cache
def _phrases() -> dict[tuple[str, str], list[str]]:
    text = files(__package__).joinpath("data/wall_signs.csv").read_text("utf-8")
    found: dict[tuple[str, str], list[str]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault((row["wall"], row["where"]), []).append(row["phrase"])
    return found
