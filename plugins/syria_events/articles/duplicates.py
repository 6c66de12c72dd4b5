"""Which articles copy which: the same words, or most of them, within a few days.

Texts are compared by three-word shingles within their language. MinHash with banding (datasketch) finds the pairs worth
comparing; the decision is made on the exact shingles. Nothing here is random, and no result depends on the order of
texts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from syria_events.articles.wire_credit import wire_credit

COPY = 0.8
"""Share of the shorter text's shingles in common from which it is a copy."""
REWRITTEN = 0.4
"""Share from which it is rewritten."""
SAME_HOUSE = 0.7
"""Share from which it is rewritten within one publisher, whose reports of different days share their phrases."""
REACH = timedelta(days=3)
"""A copy is published within this time of its original."""
LEAST_WORDS = 25
"""Shorter texts are compared only for equality: stock phrases make them alike."""
PERMUTATIONS = 128
BANDS, ROWS = 64, 2
"""Banding that finds pairs with a Jaccard similarity of 0.25 with a chance of 98 %, of 0.4 nearly always."""

Shingles = frozenset[bytes]

_WORD = re.compile(r"\w+")
_ARABIC = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None})


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of an article."""

    article_id: str
    text: str
    publisher: str
    family: str | None
    """Publisher family; within one the earliest is the original."""
    published_at: datetime
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An article and what it copies."""

    article_id: str
    original_article_id: str
    """Never itself a copy."""
    kind: str
    """`copy` or `rewritten`."""
    similarity: float
    """Share of the shingles of the shorter text that the longer one holds, 0 to 1."""


def normal_words(text: str) -> list[str]:
    """Return the words of a text without case, accents, Arabic marks and letter variants, punctuation and spacing."""
    folded = unicodedata.normalize("NFKD", text.translate(_ARABIC)).casefold()
    return _WORD.findall("".join(char for char in folded if not unicodedata.combining(char)))


def fingerprint(text: str) -> str:
    """Return 32 hex digits over the normal words of a text: equal for texts that read the same."""
    return hashlib.sha256(" ".join(normal_words(text)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def find_copies(texts: Sequence[Text]) -> list[Link]:
    """Link every copy to its original, sorted by article.

    The original of a group is who the others credit ("(AFP)" in a copy, AFP among the publishers), else the
    earliest. An article links to the original that it shares most with; one that is like copies only is an original
    itself.
    """
    ordered = sorted(texts, key=lambda t: (t.published_at, t.article_id))
    shingled = {text.article_id: _shingles(text) for text in ordered}
    pairs = [
        (one, other, similarity)
        for one, other in _candidates(ordered, shingled)
        if (similarity := _similarity(one, other, shingled)) >= _least(one, other)
    ]
    return _settle(ordered, pairs)


def _shingles(text: Text) -> Shingles:
    words = [word.encode("utf-8", "surrogatepass") for word in normal_words(text.text)]
    if len(words) < LEAST_WORDS:
        return frozenset([b" ".join(words)]) if words else frozenset()
    return frozenset(b" ".join(words[i : i + 3]) for i in range(len(words) - 2))


def _candidates(ordered: Sequence[Text], shingled: dict[str, Shingles]) -> Iterator[tuple[Text, Text]]:
    """Yield the pairs, the earlier first, that fall into one bucket and lie within reach of each other."""
    buckets: dict[Any, list[Text]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for text in ordered:
        if not shingled[text.article_id]:
            continue
        signature = _signature(shingled[text.article_id])
        for band in range(BANDS):
            bucket = buckets[text.language, band, signature[band * ROWS : (band + 1) * ROWS].tobytes()]
            for earlier in bucket:
                key = (earlier.article_id, text.article_id)
                if key not in seen and text.published_at - earlier.published_at <= REACH:
                    seen.add(key)
                    yield earlier, text
            bucket.append(text)


def _signature(shingles: Iterable[bytes]) -> Any:
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS, seed=1)
    signature.update_batch(sorted(shingles))
    return signature.hashvalues


def _similarity(one: Text, other: Text, shingled: dict[str, Shingles]) -> float:
    """Return the share of the smaller set in the larger: a copy that was cut short is still a copy."""
    a, b = shingled[one.article_id], shingled[other.article_id]
    small, large = sorted((len(a), len(b)))
    # a short text inside a long round-up is no copy of it
    return len(a & b) / small if small * 4 >= large else len(a & b) / large


def _least(one: Text, other: Text) -> float:
    return SAME_HOUSE if one.publisher == other.publisher else REWRITTEN


def _settle(ordered: Sequence[Text], pairs: Iterable[tuple[Text, Text, float]]) -> list[Link]:
    """Choose an original for every article that shares its words with another."""
    alike: dict[str, list[tuple[Text, float]]] = defaultdict(list)
    for one, other, similarity in pairs:
        alike[one.article_id].append((other, similarity))
        alike[other.article_id].append((one, similarity))
    rank = {text.article_id: number for number, text in enumerate(sorted(ordered, key=lambda t: _rank(t, alike)))}
    originals: set[str] = set()
    links = []
    for text in sorted(ordered, key=lambda t: rank[t.article_id]):
        earlier = [(o, s) for o, s in alike[text.article_id] if o.article_id in originals]
        if not earlier:
            originals.add(text.article_id)
            continue
        original, similarity = min(earlier, key=lambda pair: (-pair[1], rank[pair[0].article_id]))
        kind = "copy" if similarity >= COPY else "rewritten"
        links.append(Link(text.article_id, original.article_id, kind, round(similarity, 4)))
    return sorted(links, key=lambda link: link.article_id)


def _rank(text: Text, alike: dict[str, list[tuple[Text, float]]]) -> tuple[bool, datetime, str]:
    """Order the candidates for an original: those whom others credit first, then by time."""
    own = {name.casefold() for name in (text.publisher, text.family) if name}
    credited = any(
        (credit := wire_credit(other.text)) and any(credit in name for name in own) and other.family != text.family
        for other, _ in alike[text.article_id]
    )
    return not credited, text.published_at, text.article_id
