"""Text to a tree that every extractor can bear: small, shallow, without programs."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

DEEPEST = 200
"""Levels of nesting; libxml2 gives up at 256, and recursive extractors before that."""
LARGEST_TREE = 40_000
"""Elements; what lies behind is cut off. The longest real article pages have some 15,000."""

_PROGRAM = re.compile(r"<(script|style|svg|noscript|template|iframe)\b([^>]*)>", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "option",
    ]
)


def parse_page(text: str) -> HtmlElement | None:
    """Parse a page; null where there is no element in it. Scripts but JSON-LD, styles, drawings and comments are left out."""
    text = without_programs(_CONTROL.sub("", text))
    text = flattened(text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def without_programs(text: str) -> str:
    """Cut out comments and the elements that hold no prose, in one pass; an unclosed one reaches to the end of its line."""
    kept, at = [], 0
    text = _cut_comments(text)
    lower = text.lower()
    for match in _PROGRAM.finditer(text):
        if match.start() < at:
            continue
        name = match[1].lower()
        kept.append(text[at : match.start()])
        end = lower.find(f"</{name}", match.end())
        close = lower.find(">", end) + 1 if end >= 0 else 0
        at = close or match.end()
        if name == "noscript" or (name == "script" and "ld+json" in match[2].lower()):
            kept.append(text[match.start() : at] if name == "script" else "")
    kept.append(text[at:])
    return "".join(kept)


def _cut_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 4)
        if end < 0:
            at = start + 4
            continue
        at = end + 3
    kept.append(text[at:])
    return "".join(kept)


def flattened(text: str) -> str:
    """Drop the tags that would nest deeper than DEEPEST and everything behind LARGEST_TREE elements."""
    kept, at, depth, count = [], 0, 0, 0
    open_tags: list[tuple[str, bool]] = []
    for match in _TAG.finditer(text):
        name = match[2].lower()
        count += 1
        if count > 2 * LARGEST_TREE:
            return "".join(kept) + text[at : match.start()]
        if name in _VOID or match[3]:
            continue
        if not match[1]:
            is_kept = depth < DEEPEST
            open_tags.append((name, is_kept))
            depth += is_kept
        else:
            is_kept = _close(open_tags, name)
            depth = sum(kept for _, kept in open_tags) if not is_kept else depth - 1
        if not is_kept and depth >= DEEPEST:
            kept.append(text[at : match.start()])
            kept.append(" ")
            at = match.end()
    kept.append(text[at:])
    return "".join(kept)


def _close(open_tags: list[tuple[str, bool]], name: str) -> bool:
    """Close the innermost open tag of a name; true where it was kept."""
    for index in range(len(open_tags) - 1, max(-1, len(open_tags) - 20), -1):
        if open_tags[index][0] == name:
            was_kept = open_tags[index][1]
            del open_tags[index:]
            return was_kept
    return True
