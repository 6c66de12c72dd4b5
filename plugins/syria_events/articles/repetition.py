"""Lines that a host repeats on its pages: menus, appeals, notices that an extractor takes for prose.

Which lines those are is counted per host over all of its pages, outside; here a page gives its lines, and a text loses
those that are known.
"""

from __future__ import annotations

import hashlib

from syria_events.articles.blocks import WORD, blocks_of
from syria_events.articles.charset import decode_page
from syria_events.articles.markup import parse_page, without_programs
from syria_events.articles.page import PageInput

LEAST_PAGES = 2
"""Pages of one host on which a line stands before it counts as repeated; copies of one article count once."""


def line_key(line: str) -> str:
    """Return the key of a line: 16 hex digits over its words, whatever their case and the numbers in it."""
    words = " ".join(word for word in WORD.findall(line.casefold()) if not word.isdigit())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def page_lines(page: PageInput) -> frozenset[str]:
    """Return the keys of the lines of a page, to be counted for its host."""
    tree = parse_page(decode_page(page.body, page.content_type).text)
    if tree is None:
        return frozenset()
    return frozenset(line_key(block.text) for block in blocks_of(without_programs(tree)) if len(block.words) > 1)


def without_lines(text: str, keys: frozenset[str]) -> str:
    """Leave out the lines whose keys are given; a text that would lose most of itself is left as it is."""
    if not keys:
        return text
    kept = "\n".join(line for line in text.split("\n") if line_key(line) not in keys)
    return kept if len(kept) * 2 > len(text) else text
