"""The three extractors behind one shape: a tree in, the article's paragraphs out, one to a line."""

from __future__ import annotations

import copy
import warnings
from functools import cache
from importlib.metadata import version

from lxml.html import HtmlElement

NEWSPAPER_LARGEST = 6_000
"""Elements; newspaper's time grows faster than the page."""


def trafilatura_text(tree: HtmlElement) -> str:
    """Return what trafilatura takes for the article, in its fast mode."""
    from trafilatura import extract

    return extract(copy.deepcopy(tree), include_comments=False, fast=True, with_metadata=False) or ""


def readability_text(tree: HtmlElement) -> str:
    """Return what readability takes for the article."""
    from lxml.html import fromstring
    from readability import Document
    from readability.readability import Unparseable

    try:
        summary = Document(copy.deepcopy(tree)).summary(html_partial=True)
    except Unparseable:
        return ""
    return lines_of(fromstring(summary)) if summary else ""


def newspaper_text(tree: HtmlElement, language: str | None) -> str:
    """Return what newspaper takes for the article; empty for pages that it cannot finish in time."""
    if sum(1 for _ in tree.iter()) > NEWSPAPER_LARGEST:
        return ""
    from lxml.html import tostring

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import newspaper
        from newspaper.languages import get_available_languages

        code = language if language in get_available_languages() else "en"
        try:
            return newspaper.fulltext(tostring(tree, encoding="unicode"), language=code)
        except (AttributeError, ImportError, ValueError):
            return ""


@cache
def versioned(name: str) -> str:
    """Return a package with its version, as `Article.extractor` names it."""
    return f"{name} {version({'newspaper': 'newspaper4k', 'readability': 'readability-lxml'}.get(name, name))}"


_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
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
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "br",
    ]
)


def lines_of(tree: HtmlElement) -> str:
    """Return the text of a tree, one block to a line."""
    parts: list[str] = []
    for event, element in etree_walk(tree):
        if element.tag in _BLOCKS:
            parts.append("\n")
        if event == "start" and element.text:
            parts.append(" ".join(element.text.split("\n")))
        elif event == "end" and element.tail and element is not tree:
            parts.append(" ".join(element.tail.split("\n")))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, lines))


def etree_walk(tree: HtmlElement):
    """Walk a tree, start and end of each element."""
    from lxml.etree import iterwalk

    return iterwalk(tree, events=("start", "end"))
