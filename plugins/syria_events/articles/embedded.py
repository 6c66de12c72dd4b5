"""Articles that a page carries only as data in its scripts, for a program to show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement, fromstring

from syria_events.articles.blocks import blocks_of

LEAST = 400
"""Characters of a string in a script that is looked into."""
LARGEST = 3_000_000

_LITERAL = re.compile(rf'"((?:[^"\\\n]|\\.){{{LEAST},}})"')
_PARAGRAPH = re.compile(r"<p[\s>]", re.I)


def scripts_of(tree: HtmlElement) -> list[str]:
    """Return the scripts of a page that are worth looking into."""
    return [script.text for script in tree.iter("script") if script.text and LEAST < len(script.text) < LARGEST]


def embedded_text(scripts: Iterable[str]) -> str:
    """Return the longest run of paragraphs that stands in a string in a script; empty where there is none."""
    return max((_lines(markup) for script in scripts for markup in _markup_in(script)), key=len, default="")


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
