"""JSON-LD of news pages (schema.org): found, mended, flattened."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

Node = dict[str, Any]

ARTICLE_TYPES = re.compile(
    r"(?:^|[/:])(?:\w*NewsArticle|Article|BlogPosting|SocialMediaPosting|LiveBlogPosting|Report|TechArticle|"
    r"ScholarlyArticle|OpinionNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|AskPublicNewsArticle|"
    r"ReviewNewsArticle|AdvertiserContentArticle|SatiricalArticle|DiscussionForumPosting|Review)$"
)
LARGEST = 2_000_000
"""Characters of a script that is still read."""
DEEPEST = 6
_LINE_BREAKS_IN_STRINGS = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


def nodes_of(tree: HtmlElement) -> list[Node]:
    """Return all nodes of all JSON-LD scripts of a page, graphs and lists flattened, in their order."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < LARGEST:
            found.extend(_flatten(_load(script.text), 0))
    return found


def articles_of(nodes: list[Node]) -> list[Node]:
    """Return the nodes that describe the article: those of a news type with a headline or a date, the fullest first."""
    articles = [node for node in nodes if is_type(node, ARTICLE_TYPES)]
    # teasers of other articles carry less than the page's own
    return sorted(articles, key=lambda node: -sum(key in node for key in ("headline", "datePublished", "author")))


def is_type(node: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    """Tell whether one of the types of a node matches."""
    types = node.get("@type")
    return any(
        isinstance(name, str) and pattern.search(name) for name in (types if isinstance(types, list) else [types])
    )


def text_of(value: Any) -> str:
    """Return the text of a value that may be a list or an object with a name; empty where there is none."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), "")
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name") or value.get("url"))
    return " ".join(html.unescape(str(value)).split()) if isinstance(value, str | int) else ""


def names_of(value: Any) -> tuple[str, ...]:
    """Return the names of persons or organisations, whatever the shape."""
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items:
        name = item.get("name") if isinstance(item, dict) else item
        names.extend(names_of(name) if isinstance(name, list) else [text_of(name)])
    return tuple(dict.fromkeys(filter(None, names)))


def _load(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for mended in (text, _TRAILING_COMMA.sub(r"\1", _LINE_BREAKS_IN_STRINGS.sub(" ", text)), html.unescape(text)):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: Any, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf"):
            if isinstance(value.get(key), dict | list):
                yield from _flatten(value[key], depth + 1)
