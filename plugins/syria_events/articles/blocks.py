"""A page as a list of blocks: the lines of text that a reader sees, each with where it stands in the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

_BLOCK_TAGS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul video audio""".split()  # noqa: SIM905
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
    cutter = _Cutter(body if body is not None else tree)
    return cutter.cut()


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element hides itself by attribute or style."""
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and _HIDDEN.search(style))


class _Cutter:
    """Walks a tree once and keeps what a line depends on: its home, and whether it is linked, bold or hidden."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._blocks: list[Block] = []
        self._parts: list[tuple[str, int, int]] = []
        self._homes: list[HtmlElement] = [root]
        self._links = self._bold = self._hidden = 0

    def cut(self) -> list[Block]:
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            is_skipped = element.tag in _SKIPPED
            if event == "end":
                if not is_skipped:
                    self._close(element)
                if element.tail and element is not self._root:
                    self._parts.append((element.tail, self._links, self._bold))
            elif is_skipped:
                walk.skip_subtree()
            else:
                self._open(element)
        self._flush()
        return self._blocks

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCK_TAGS:
            self._flush()
            if tag != "br":
                self._homes.append(element)
        self._count(element, 1)
        if element.text:
            self._parts.append((element.text, self._links, self._bold))

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCK_TAGS:
            self._flush()
            if tag != "br":
                self._homes.pop()
        self._count(element, -1)

    def _count(self, element: HtmlElement, step: int) -> None:
        tag = element.tag
        if tag == "a":
            self._links += step
        elif tag in {"b", "strong"}:
            self._bold += step
        if is_hidden(element):
            self._hidden += step

    def _flush(self) -> None:
        """End a line."""
        if not self._parts:
            return
        parts, self._parts = self._parts, []
        text = " ".join("".join([part for part, _, _ in parts]).split())
        words = tuple(WORD.findall(text))
        if words:
            linked = sum(len(WORD.findall(part)) for part, is_link, _ in parts if is_link)
            bold = sum(len(WORD.findall(part)) for part, _, is_bold in parts if is_bold)
            self._blocks.append(Block(text, words, linked, bold, self._homes[-1], self._hidden > 0))
