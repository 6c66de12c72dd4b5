"""Pages with more elements than an extractor can finish in time, reduced to what may be prose."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from syria_events.articles.blocks import Block

LEAST_WORDS = 8
"""Words outside links that make a line worth keeping."""


def slimmed(tree: HtmlElement, blocks: Iterable[Block]) -> HtmlElement:
    """Drop, in place, every element that holds neither a line of prose nor a heading: lists of links, empty boxes."""
    kept: set[HtmlElement] = set()
    for block in blocks:
        if len(block.words) - block.link_words >= LEAST_WORDS or block.element.tag in {"h1", "h2", "h3"}:
            kept.add(block.element)
    branches = {ancestor for element in kept for ancestor in element.iterancestors()} | kept
    for branch in branches:
        if branch in kept:
            continue  # what stands in a line of prose stays whole
        for child in branch:
            if child not in branches and child.tag != "head":
                child.tail = None
        branch[:] = [child for child in branch if child in branches or child.tag == "head"]
    return tree
