"""Where the site of a feed begins, and whether the feed is of a section only."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from syria_events.history.search import Quest

_FEED_NAME = re.compile(r"(?:feeds?|rss2?|atom|rdf|index|xml)(?:\.[a-z]{2,4})?", re.I)
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?", re.I)


def origin(url: str) -> str:
    """Return scheme, host and port of an address, without a slash at the end."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))


def roots(feed_url: str) -> tuple[str, ...]:
    """Return where the site may begin: at the feed's language edition, if it has one, and at the origin."""
    language = [part for part in _segments(feed_url) if _LANGUAGE.fullmatch(part)][:1]
    home = origin(feed_url)
    return (f"{home}/{language[0]}", home) if language and _segments(feed_url)[0] == language[0] else (home,)


def is_section(feed_url: str) -> bool:
    """Tell whether a feed is of a part of the site: its path names more than a feed and a language."""
    return any(not _FEED_NAME.fullmatch(part) and not _LANGUAGE.fullmatch(part) for part in _segments(feed_url))


def too_wide(quest: Quest) -> str | None:
    """Say why the archive of the whole site may not stand in for this feed; null where it may.

    Of a feed that is only about Syria little is asked to prove it; the rest of the site has not earned that trust.
    """
    if quest.feed.scope == "syria" and is_section(quest.feed_url):
        return "the feed is the Syria section of a site, and this way shows the whole site"
    return None


def _segments(url: str) -> list[str]:
    return [part for part in urlsplit(url).path.split("/") if part]
