"""Text to a tree that every extractor can bear: small, shallow, without programs."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

DEEPEST = 200
"""Levels of nesting; libxml2 gives up at 256, and recursive extractors before that."""
MOST_TAGS = 500_000
"""Tags; what lies behind is cut off. The longest real article pages have some 30,000."""
MANY_TAGS = 80_000
"""Tags above which a page is looked at for its depth."""
LONGEST_TEXT = 100_000
"""Characters between two tags; the rest is cut off. No article has such a paragraph."""
LARGEST_SCRIPT = 200_000
"""Characters of a script above which it is cut out before parsing."""

_SCRIPT = re.compile(r"<(script|style|svg)\b([^>]{0,2000})>", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\b[^<>]{20000,}>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_PROGRAMS = ("script", "style", "svg", "noscript", "template", "iframe")
_UNNESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li option".split()  # noqa: SIM905
)
_STREAMED = re.compile(r"S:[0-9a-f]+$")
"""React streams late parts of a page into `<div hidden id="S:0">` and shows them by script."""


def parse_page(text: str) -> HtmlElement | None:
    """Parse a page; null where there is no element in it. Scripts are kept: `without_programs` takes them out."""
    text = _CONTROL.sub("", text)
    if len(text) > 2 * LARGEST_SCRIPT:
        text = _LONG_TAG.sub(r"<\1>", _without_long_scripts(text))
    if _is_deep_or_long(text):
        text = flattened(text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for element in tree.iter():
        if len(element.text or "") > LONGEST_TEXT and element.tag != "script":
            element.text = (element.text or "")[:LONGEST_TEXT]
        if len(element.tail or "") > LONGEST_TEXT:
            element.tail = (element.tail or "")[:LONGEST_TEXT]
        if "hidden" in element.attrib and _STREAMED.match(element.get("id") or ""):
            del element.attrib["hidden"]
    return tree


def without_programs(tree: HtmlElement) -> HtmlElement:
    """Take scripts, styles, drawings and frames out of a tree, in place."""
    etree.strip_elements(tree, *_PROGRAMS, with_tail=False)
    return tree


def _without_long_scripts(text: str) -> str:
    """Cut out long scripts, styles and drawings by searching for their ends: the parser loses what is behind them."""
    kept, at = [], 0
    for match in _SCRIPT.finditer(text):
        if match.start() < at:
            continue
        end = text.find(f"</{match[1]}", match.end())
        if end - match.end() > LARGEST_SCRIPT:
            kept.append(text[at : match.end()])
            at = end
    kept.append(text[at:])
    return "".join(kept)


def _is_deep_or_long(text: str) -> bool:
    """Tell whether a page may nest too deep or be too long; cheap, and wrong only on the safe side."""
    if text.count("<") > MANY_TAGS:
        return True
    depth = deepest = 0
    for match in re.finditer(r"<(/?)(?:div|span|section|article|ul|ol|table|blockquote|font|b|i|em|strong|a)\b", text):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest > DEEPEST // 2


def flattened(text: str) -> str:
    """Drop the tags that would nest deeper than DEEPEST, and everything behind MOST_TAGS."""
    kept, at, depth = [], 0, 0
    open_tags: list[tuple[str, bool]] = []
    for count, match in enumerate(_TAG.finditer(text)):
        if count > MOST_TAGS:
            return "".join(kept) + text[at : match.start()]
        name = match[2].lower()
        if name in _UNNESTED or match[3]:
            continue
        if match[1]:
            is_kept = _close(open_tags, name)
            depth -= is_kept and depth > 0
        else:
            is_kept = depth < DEEPEST
            open_tags.append((name, is_kept))
            depth += is_kept
        if not is_kept:
            kept.append(text[at : match.start()])
            at = match.end()
    kept.append(text[at:])
    return " ".join(kept)


def _close(open_tags: list[tuple[str, bool]], name: str) -> bool:
    """Close the innermost open tag of a name; true where it was kept (or never opened, which the parser mends)."""
    for index in range(len(open_tags) - 1, max(-1, len(open_tags) - 20), -1):
        if open_tags[index][0] == name:
            was_kept = open_tags[index][1]
            del open_tags[index:]
            return was_kept
    return True
