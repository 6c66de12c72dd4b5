"""A hash of a feed's body that does not change when nothing changed.

Half of all feeds carry a `lastBuildDate`, which many servers write anew on every request.
"""

from __future__ import annotations

import hashlib
import re

_BUILD_DATE = re.compile(rb"<lastBuildDate>[^<]{0,100}</lastBuildDate>")
_IN_HEAD = re.compile(
    rb"<(pubDate|updated|modified|dc:date|generator)(?:\s[^<>]{0,300})?>[^<]{0,300}</\1>|<generator\s[^<>]{0,300}/>",
    re.I,
)
_FIRST_ITEM = re.compile(rb"<(?:item|entry)[\s>]", re.I)
LONGEST_HEAD = 65536


def body_hash(body: bytes) -> str:
    """Return a hash of the body without what changes on its own: build dates, dates of the feed, comments."""
    body = _without_comments(body)
    first = _FIRST_ITEM.search(body, 0, LONGEST_HEAD)
    cut = first.start() if first else min(len(body), LONGEST_HEAD)
    digest = hashlib.sha256(_IN_HEAD.sub(b"", _BUILD_DATE.sub(b"", body[:cut])))
    digest.update(_BUILD_DATE.sub(b"", body[cut:]))
    return digest.hexdigest()[:32]


def _without_comments(body: bytes) -> bytes:
    kept, position = [], 0
    while (start := body.find(b"<!--", position)) >= 0 and (end := body.find(b"-->", start + 4)) >= 0:
        kept.append(body[position:start])
        position = end + 3
    return b"".join((*kept, body[position:])) if kept else body[position:]
