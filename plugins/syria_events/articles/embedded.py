"""Articles that a page carries only as data in its scripts, for a program to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, fromstring

from syria_events.articles.blocks import blocks_of

LEAST = 400
"""Characters of a string in a script that is looked into."""
LARGEST = 3_000_000
MOST_VISIBLE = 150
"""Words outside links above which a page shows its article itself."""

_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.){%d,})"' % LEAST)
_PARAGRAPH = re.compile(r"<p[\s>]", re.I)


def embedded_text(tree: HtmlElement) -> str:
    """Return the longest run of paragraphs in the scripts of a page that shows next to nothing itself; else empty."""
    if _visible_words(tree) > MOST_VISIBLE:
        return ""
    found = [""]
    for script in tree.iter("script"):
        if script.text and LEAST < len(script.text) < LARGEST:
            found.extend(_lines(markup) for markup in _markup_in(script.text))
    return max(found, key=len)


def _visible_words(tree: HtmlElement) -> int:
    return sum(len(block.words) - block.link_words for block in blocks_of(tree) if not block.is_hidden)


def _markup_in(text: str, depth: int = 0) -> Iterator[str]:
    """Yield the strings with paragraphs in them, also those inside of strings."""
    for match in _LITERAL.finditer(text):
        try:
            string = json.loads(f'"{match[1]}"', strict=False)
        except ValueError:
            continue
        if _PARAGRAPH.search(string):
            yield string
        elif depth < 2 and '"' in string:
            yield from _markup_in(string, depth + 1)


def _lines(markup: str) -> str:
    try:
        tree = fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, ValueError):
        return ""
    paragraphs = (block for block in blocks_of(tree) if block.link_words * 2 < len(block.words))
    return "\n".join(block.text for block in paragraphs if block.element.tag in {"p", "h2", "h3", "li", "blockquote"})
