"""What the names of elements say about them: an article's body, furniture, a teaser, a caption."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from lxml.html import HtmlElement

Hints = frozenset[str]

_BODY = re.compile(
    r"article[-_]*(?:body|content|text)|(?:story|post|entry|content|news|body|haber|detail|single)[-_]*"
    r"(?:body|content|text|detail|icerik)|wysiwyg|rich-?text|prose",
    re.I,
)
_TAGS = {
    "article": "article",
    "main": "main",
    "aside": "aside",
    "footer": "footer",
    "nav": "nav",
    "header": "header",
    "form": "form",
    "figure": "figure",
    "figcaption": "figure",
    "table": "table",
    "blockquote": "quote",
    "li": "li",
}
_ROLES = {"main": "main", "navigation": "nav", "complementary": "aside", "banner": "header", "contentinfo": "footer"}
_PROPERTIES = {"articlebody": "itemprop", "text": "itemprop", "description": "lead", "alternativeheadline": "lead"}


class HintReader:
    """Reads the hints of elements, remembering those above an element for all below it."""

    def __init__(self) -> None:
        self._seen: dict[HtmlElement, tuple[Hints, Hints]] = {}

    def read(self, element: HtmlElement) -> tuple[Hints, Hints]:
        """Return the hints of an element itself, and those with all of the elements that it stands in."""
        path = []
        while element is not None and element not in self._seen:
            path.append(element)
            element = element.getparent()
        own, all_hints = self._seen[element] if element is not None else (frozenset(), frozenset())
        for element in reversed(path):
            own = _own(element)
            all_hints = all_hints | own
            self._seen[element] = own, all_hints
        return own, all_hints


def _own(element: HtmlElement) -> Hints:
    tag = element.tag
    if tag in {"html", "body"}:
        return frozenset()
    found = _named(f"{element.get('class') or ''} {element.get('id') or ''}")
    structure = {_TAGS.get(tag), _ROLES.get(element.get("role") or ""), _property(element.get("itemprop"))} - {None}
    return found | structure if structure else found


def _property(name: str | None) -> str | None:
    return _PROPERTIES.get(name.lower(), "meta") if name else None


@lru_cache(maxsize=20_000)
def _named(name: str) -> Hints:
    if name == " ":
        return frozenset()
    found = {hint for hint, pattern in _patterns().items() if pattern.search(name)}
    if _BODY.search(name):
        found = (found - {"good"}) | {"body"}
    return frozenset(found)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    text = files(__package__).joinpath("data/block_hints.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["hint"]: re.compile("|".join(map(_pattern, row["words"].split())), re.I) for row in rows}


def _pattern(word: str) -> str:
    start = r"(?:^|[\s_-])" if word.startswith("^") else ""
    end = r"(?:$|[\s_-])" if word.endswith("$") else ""
    return start + re.escape(word.strip("^$")) + end
