"""By-lines to names."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST = 12
_BY = re.compile(
    r"^\s*(?:by|written by|reported by|reporting by|story by|words by|von|par|de notre|от|автор|текст|yazan|haber|"
    r"بقلم|كتب|كتبت|كتابة|إعداد|اعداد|تحرير|بواسطة|نویسنده|گزارش)\s*[:：\-]?\s+",
    re.I,
)
_AND = re.compile(r"\s*(?:,|;|/|\||•|·|&|\band\b|\bund\b|\bet\b|\bи\b|\bve\b|\bû\b|،|؛)\s*")
_ADDRESS = re.compile(r"https?:|www\.|/", re.I)
_NOT_A_NAME = re.compile(
    r"https?:|@|\d{2}|\.(?:com|net|org)\b|^(?:staff|editor|admin|administrator|redaktion|rédaction|editorial|author|"
    r"unknown|none|null|guest|web ?desk|newsroom|desk|الكاتب|مدير|محرر|المحرر|super user)$",
    re.I,
)


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in by-lines, each once, in their order; addresses, handles and the word "Staff" are none."""
    found: dict[str, str] = {}
    for value in values:
        if _ADDRESS.match(value.strip()):
            continue
        line = _BY.sub("", " ".join(value.split()))
        for part in _AND.split(line):
            name = part.strip(" .-–—:()[]\"'")
            if name and len(name) <= 80 and len(name.split()) <= 7 and not _NOT_A_NAME.search(name):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]
