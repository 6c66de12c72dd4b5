"""The three extractors behind one shape: a tree in, the article's paragraphs out, one to a line.

An extractor that fails on a page has no vote on it: what they raise on hostile markup is not in their contracts.
"""

from __future__ import annotations

import copy
import logging
import warnings
from functools import cache
from importlib.metadata import version

from lxml.html import HtmlElement, fromstring, tostring

from syria_events.articles.blocks import blocks_of, is_hidden

NEWSPAPER_MOST_ELEMENTS = 6_000
"""newspaper's time grows faster than the page; above this it is not asked."""
MOST_ELEMENTS = 20_000
"""Above this a page has to be slimmed before the two others are asked."""

_PACKAGES = {"newspaper": "newspaper4k", "readability": "readability-lxml"}
_log = logging.getLogger(__name__)


def trafilatura_text(tree: HtmlElement) -> str:
    """Return what trafilatura takes for the article by its own rules, without those that it falls back on."""
    from trafilatura import extract

    try:
        # it works on a copy of its own
        return extract(tree, include_comments=False, fast=True, favor_precision=True) or ""
    except Exception as error:
        _log.debug("trafilatura: %r", error)
        return ""


def readability_text(tree: HtmlElement) -> str:
    """Return what readability takes for the article."""
    try:
        summary = _cleaned_document()(tree).summary(html_partial=True)
        return lines_of(fromstring(summary)) if summary else ""
    except Exception as error:
        _log.debug("readability: %r", error)
        return ""


@cache
def _cleaned_document() -> type:
    """Return readability's document for trees that are clean already: half of its time goes into cleaning."""
    from readability import Document

    class CleanedDocument(Document):
        def _parse(self, tree: HtmlElement) -> HtmlElement:
            # it asks again with milder rules where the first answer is short, and spoils the tree each time
            tree = copy.deepcopy(tree)
            for element in [e for e in tree.iter() if is_hidden(e) and e.getparent() is not None]:
                if element.getparent() is not None:
                    element.drop_tree()
            return tree

    # it logs with a traceback what it also raises
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    return CleanedDocument


def newspaper_text(tree: HtmlElement, language: str | None) -> str:
    """Return what newspaper takes for the article; empty for pages that it cannot finish in time."""
    if is_larger(tree, NEWSPAPER_MOST_ELEMENTS):
        return ""
    try:
        return _newspaper_fulltext(tostring(tree, encoding="unicode"), language)
    except Exception as error:
        _log.debug("newspaper: %r", error)
        return ""


def _newspaper_fulltext(markup: str, language: str | None) -> str:
    """Do what `newspaper.fulltext` does, the same way every time: it breaks ties by addresses in memory."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import newspaper
        from newspaper.cleaners import DocumentCleaner
        from newspaper.extractors.articlebody_extractor import ArticleBodyExtractor
        from newspaper.languages import get_available_languages
        from newspaper.outputformatters import OutputFormatter
        from newspaper.parsers import fromstring as parse

    class OrderedExtractor(ArticleBodyExtractor):
        def compute_gravity_scores(self, nodes: list[HtmlElement]) -> list[HtmlElement]:
            found = super().compute_gravity_scores(nodes)
            place = {element: number for number, element in enumerate(found[0].getroottree().iter())} if found else {}
            return sorted(found, key=place.__getitem__)

    config = newspaper.Config()
    config.language = language if language in get_available_languages() else "en"
    config.fetch_images = False
    extractor = OrderedExtractor(config)
    extractor.parse(DocumentCleaner(config).clean(parse(markup)))
    text, _ = OutputFormatter(config).get_formatted(extractor.top_node_complemented)
    return text


def lines_of(tree: HtmlElement) -> str:
    """Return the whole text of a tree, one block to a line."""
    return "\n".join(block.text for block in blocks_of(tree))


def is_larger(tree: HtmlElement, elements: int) -> bool:
    """Tell whether a tree has more elements than that."""
    return any(count >= elements for count, _ in enumerate(tree.iter()))


@cache
def versioned(name: str) -> str:
    """Return an extractor with its version, as `Article.extractor` names it."""
    return f"{name} {version(_PACKAGES.get(name, name))}"
