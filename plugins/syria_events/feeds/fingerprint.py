"""A hash of a feed's body that does not change when nothing changed.

Half of all feeds carry a `lastBuildDate`, which many servers write anew on every request.
"""

from __future__ import annotations

import hashlib
import re

_ANYWHERE = re.compile(
    rb"<lastBuildDate>[^<]*</lastBuildDate>|<!--.*?-->|<generator[^>]*>[^<]*</generator>", re.S | re.I
)
_IN_HEAD = re.compile(rb"<(pubDate|updated|modified|dc:date)(?:\s[^>]*)?>[^<]*</\1>", re.I)
_FIRST_ITEM = re.compile(rb"<(?:item|entry)[\s>]", re.I)


def body_hash(body: bytes) -> str:
    """Return a hash of the body without what changes on its own: build dates, dates of the feed, comments."""
    first = _FIRST_ITEM.search(body)
    cut = first.start() if first else len(body)
    head = _IN_HEAD.sub(b"", _ANYWHERE.sub(b"", body[:cut]))
    rest = body[cut:]
    if b"<!--" in rest or b"astBuildDate" in rest:
        rest = _ANYWHERE.sub(b"", rest)
    digest = hashlib.sha256(head)
    digest.update(rest)
    return digest.hexdigest()[:32]
