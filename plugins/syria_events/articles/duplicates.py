"""Which articles copy which."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of an article."""

    article_id: str
    text: str
    publisher: str
    family: str | None
    published_at: datetime
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An article and what it copies."""

    article_id: str
    original_article_id: str
    kind: str
    """`copy` or `rewritten`."""
    similarity: float


def fingerprint(text: str) -> str:
    """Return a hash of the words of a text, whatever their case, punctuation and spacing."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return hashlib.sha256(" ".join(_WORD.findall(folded)).encode()).hexdigest()[:32]


def find_copies(texts: Sequence[Text]) -> list[Link]:
    """Link equal texts to the earliest of them."""
    first: dict[str, Text] = {}
    links = []
    for text in sorted(texts, key=lambda t: (t.published_at, t.article_id)):
        original = first.setdefault(fingerprint(text.text), text)
        if original is not text:
            links.append(Link(text.article_id, original.article_id, "copy", 1.0))
    return links
