"""robots.txt (RFC 9309): asked before every page, remembered for a day."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from syria_events.wire.exchange import FetchResponse

KEEP = timedelta(hours=24)
LONGEST_DELAY_S = 3600.0
KEEP_UNREACHABLE = timedelta(minutes=10)
AGENT = "SyriaEvents"
"""The name that rules for us are written under."""


@dataclass(frozen=True, slots=True)
class RobotsRecord:
    """What an origin answered. `text` is null where it could not be reached: then nothing may be fetched for now."""

    origin: str
    fetched_at: datetime
    text: str | None

    def is_fresh(self, now: datetime) -> bool:
        """Tell whether the record still holds."""
        return now - self.fetched_at < (KEEP if self.text is not None else KEEP_UNREACHABLE)


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a page may be fetched; `is_known` false where robots.txt could not be read; seconds between requests."""

    is_allowed: bool
    is_known: bool = True
    crawl_delay: float | None = None


class Robots:
    """The rules of all origins; `fetch` gets a robots.txt through the polite client."""

    def __init__(self, fetch: Callable[[str], Awaitable[FetchResponse]], records: Iterable[RobotsRecord] = ()) -> None:
        self._fetch = fetch
        self._records = {record.origin: record for record in records}
        self._parsed: dict[str, tuple[RobotsRecord, Protego]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    @property
    def records(self) -> Mapping[str, RobotsRecord]:
        """What is known by now, by origin, to be handed to the next client."""
        return dict(self._records)

    async def permission(self, url: str, now: datetime) -> Permission:
        """Say whether a page may be fetched, asking its origin where that is not known yet."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()
        async with self._locks.setdefault(origin, asyncio.Lock()):
            record = self._records.get(origin)
            if record is None or not record.is_fresh(now):
                record = self._records[origin] = await self._ask(origin, now)
        if record.text is None:
            return Permission(is_allowed=False, is_known=False)
        rules = self._rules(record)
        return Permission(rules.can_fetch(url, AGENT), crawl_delay=_bounded(rules.crawl_delay(AGENT)))

    async def _ask(self, origin: str, now: datetime) -> RobotsRecord:
        response = await self._fetch(f"{origin}/robots.txt")
        return RobotsRecord(origin, now, robots_text(response))

    def _rules(self, record: RobotsRecord) -> Protego:
        known = self._parsed.get(record.origin)
        if known is None or known[0] is not record:
            known = self._parsed[record.origin] = (record, Protego.parse(record.text or ""))
        return known[1]


def _bounded(delay: float | None) -> float | None:
    """Return a delay that can be kept: a number above 0 and, as some sites write milliseconds, at most an hour."""
    return min(delay, LONGEST_DELAY_S) if delay is not None and delay > 0 else None


def robots_text(response: FetchResponse) -> str | None:
    """Return the rules in an answer: empty (all is allowed) for a 4xx, null (nothing is, for now) where none came."""
    if response.status is not None and 400 <= response.status < 500 and response.status != 429:
        return ""
    if response.status != 200:
        return None
    if response.error is not None and response.truncated != "length":
        return None
    # of a file that is too long, the part that was read counts
    return response.body.decode("utf-8", "replace")
