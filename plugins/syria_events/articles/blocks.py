"""A page as a list of blocks: the lines of text that a reader sees, each with where it stands in the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "video",
        "audio",
    ]
)
_SKIPPED = frozenset({"script", "style", "head", "select", "option", "textarea", "button", "svg", "template", "title"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Block:
    """One line of text of a page."""

    text: str
    words: tuple[str, ...]
    link_words: int
    bold_words: int
    element: HtmlElement
    """The block-level element that it stands in."""
    is_hidden: bool
    key: str = ""
    """Its words between blanks."""

    def __post_init__(self) -> None:
        self.key = f" {' '.join(self.words)} "


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Cut a tree into blocks, in the order of the document."""
    body = tree if tree.tag == "body" else tree.find(".//body")
    return list(_cut(body if body is not None else tree))


def _cut(root: HtmlElement) -> Iterator[Block]:
    # an explicit stack: pages may nest deeper than Python recurses
    parts: list[tuple[str, int, int]] = []
    home = root
    homes: list[HtmlElement] = []
    links = bold = hidden = 0
    todo: list[tuple[bool, HtmlElement]] = [(True, root)]
    while todo:
        is_start, element = todo.pop()
        tag = element.tag
        if is_start:
            if not isinstance(tag, str) or tag in _SKIPPED:
                if element.tail and element is not root:
                    parts.append((element.tail, links, bold))
                continue
            if tag in _BLOCK_TAGS:
                if parts:
                    yield from _flush(parts, home, hidden)
                    parts = []
                if tag != "br":
                    homes.append(home)
                    home = element
            links += tag == "a"
            bold += tag in {"b", "strong"}
            hidden += is_hidden(element)
            if element.text:
                parts.append((element.text, links, bold))
            todo.append((False, element))
            todo.extend([(True, child) for child in reversed(element)])
        else:
            if tag in _BLOCK_TAGS:
                if parts:
                    yield from _flush(parts, home, hidden)
                    parts = []
                if tag != "br":
                    home = homes.pop()
            links -= tag == "a"
            bold -= tag in {"b", "strong"}
            hidden -= is_hidden(element)
            if element.tail and element is not root:
                parts.append((element.tail, links, bold))
    yield from _flush(parts, home, hidden)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element hides itself by attribute or style."""
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and _HIDDEN.search(style))


def _flush(parts: list[tuple[str, int, int]], home: HtmlElement, hidden: int) -> Iterator[Block]:
    text = " ".join("".join([part for part, _, _ in parts]).split())
    words = tuple(WORD.findall(text))
    if words:
        linked = sum(len(WORD.findall(part)) for part, is_link, _ in parts if is_link)
        bold = sum(len(WORD.findall(part)) for part, _, is_bold in parts if is_bold)
        yield Block(text, words, linked, bold, home, hidden > 0)
