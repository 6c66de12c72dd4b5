"""Faults of markup that can be put right before parsing, so that a sound parser reads what was meant."""

from __future__ import annotations

import re
from html.entities import html5

MOST_ITEMS = 2000
"""Beyond this a document is an archive, not news."""

_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_START = re.compile(r"<\?xml\s|<!DOCTYPE\s|<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]|<channel[\s>]", re.I)
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ITEM_END = re.compile(r"</(?:item|entry)\s*>")
_ROOT = re.compile(r"<(rss|feed|rdf:RDF)[\s>]", re.I)
_TAILS = {"rss": "</channel></rss>", "feed": "</feed>", "rdf:rdf": "</rdf:RDF>"}
_AMPERSAND = re.compile(r"&(#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?")
_XML_ENTITIES = {"amp;", "lt;", "gt;", "quot;", "apos;"}


def mend_start(text: str) -> str:
    """Cut what stands before the document (warnings of PHP), the declaration, and characters that XML forbids."""
    start = _START.search(text, 0, 4096)
    text = text[start.start() :] if start else text
    return _FORBIDDEN.sub("", _PROLOG.sub("", text, count=1))


def mend_ampersands(text: str) -> str:
    """Escape ampersands that begin no entity, replace entities of HTML, drop references to what is no character."""
    mended, position = [], 0
    while (start := text.find("<![CDATA[", position)) >= 0:
        end = text.find("]]>", start)
        mended += [_AMPERSAND.sub(_mend_ampersand, text[position:start]), text[start:end] if end >= 0 else text[start:]]
        position = end if end >= 0 else len(text)
    return "".join((*mended, _AMPERSAND.sub(_mend_ampersand, text[position:])))


def shorten(text: str, most: int = MOST_ITEMS) -> str:
    """Keep the first `most` items and close the document after them."""
    if text.count("</item") + text.count("</entry") <= most:
        return text
    ends = (found.end() for found in _ITEM_END.finditer(text))
    end = next((end for number, end in enumerate(ends, 1) if number == most), len(text))
    root = _ROOT.search(text, 0, 4096)
    return text[:end] + _TAILS.get(root[1].lower() if root else "", "")


def _mend_ampersand(found: re.Match[str]) -> str:
    name = found[1]
    if name and name.startswith("#"):
        code = int(name[2:-1], 16) if name[1] == "x" else int(name[1:-1])
        # half of a pair, or beyond Unicode: no parser takes that
        return "" if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else found[0]
    if name in _XML_ENTITIES:
        return found[0]
    if name in html5:
        return html5[name]
    return "&amp;" + (name or "")
