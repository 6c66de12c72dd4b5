"""One request and its answer, read piece by piece under a limit of bytes and seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import perf_counter
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from syria_events.urls import is_web_url, tidy_url
from syria_events.web.failures import Failure, failure_of_error, failure_of_status
from syria_events.wire.decompression import ACCEPTED, BodyError, BoundedDecoder
from syria_events.wire.exchange import FetchResponse

_REDIRECTS = {301, 302, 303, 307, 308}
_NETWORK_ERRORS = (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError, BodyError)


@dataclass(frozen=True, slots=True)
class Hop:
    """What one request came to; `location` is where it sends us on."""

    status: int | None = None
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    wire_body: bytes = b""
    seconds: float = 0.0
    location: str | None = None
    failure: Failure | None = None
    retry_after: int | None = None
    held_seconds: int | None = None

    @classmethod
    def failed(cls, failure: Failure, *, held_seconds: int | None = None) -> Hop:
        """Return a hop on which no answer came."""
        return cls(failure=failure, held_seconds=held_seconds)


class Exchange:
    """Makes requests on a session. Never raises for what a server or a network does."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def ask(self, url: str, headers: Mapping[str, str], limit: int, seconds: float) -> Hop:
        """Ask one URL without following redirects; a body that fails on the way is returned as far as it came."""
        started = perf_counter()
        if not is_web_url(url):
            return Hop.failed(Failure("hard", f"{url[:200]!r} is no http(s) address"))
        reading = _Reading(limit)
        try:
            async with asyncio.timeout(max(seconds, 0)):
                await reading.run(self._session, url, headers)
            failure = None
        except _NETWORK_ERRORS as error:
            failure = failure_of_error(error)
        return reading.hop(url, failure, perf_counter() - started)


class _Reading:
    """An answer while it is being read: what is here when something fails is not lost."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._status: int | None = None
        self._reason = ""
        self._headers: tuple[tuple[str, str], ...] = ()
        self._wire = bytearray()
        self._decoder: BoundedDecoder | None = None

    async def run(self, session: aiohttp.ClientSession, url: str, headers: Mapping[str, str]) -> None:
        """Send the request and read the whole answer."""
        asked = {"Accept-Encoding": ACCEPTED, **headers}
        async with session.get(_as_given(url), headers=asked, allow_redirects=False) as answer:
            self._status = answer.status
            self._reason = _text((answer.reason or "").encode("utf-8", "surrogateescape"))
            self._headers = tuple((_text(name), _text(value)) for name, value in answer.raw_headers)
            if answer.status in _REDIRECTS or answer.status == 304:
                # a body here says nothing; closing is cheaper than reading it
                return
            self._decoder = BoundedDecoder(answer.headers.get("Content-Encoding"), self._limit)
            async for piece in answer.content.iter_any():
                self._take(piece)
            self._decoder.finish()

    def _take(self, piece: bytes) -> None:
        self._wire += piece[: self._limit + 1 - len(self._wire)]
        if len(self._wire) > self._limit:
            raise BodyError("too_large", f"body is larger than {self._limit} bytes")
        if self._decoder:
            self._decoder.feed(piece)

    def hop(self, url: str, failure: Failure | None, seconds: float) -> Hop:
        """Return what was read; a status that is an error counts before a failure to read its body."""
        wire = bytes(self._wire)
        body = self._decoder.decoded if self._decoder else b""
        answer = FetchResponse(url, url, datetime.now(UTC), self._status, headers=self._headers)
        by_status = failure_of_status(self._status or 0, self._reason, answer.header("cf-mitigated") is not None)
        location, stray = self._location(url, answer)
        return Hop(
            status=self._status,
            reason=self._reason,
            headers=self._headers,
            body=wire if body == wire else body,
            wire_body=wire,
            seconds=seconds,
            location=location,
            failure=by_status or failure or stray,
            retry_after=answer.retry_after_seconds,
        )

    def _location(self, url: str, answer: FetchResponse) -> tuple[str | None, Failure | None]:
        if self._status not in _REDIRECTS:
            return None, None
        raw = answer.header("Location")
        if not raw or not raw.strip():
            return None, Failure("soft", f"{self._status} without a Location")
        try:
            # an absolute address stands for itself: "http://" joined to ours would lead back to us
            target = tidy_url(raw) if urlsplit(raw).scheme else urljoin(url, tidy_url(raw))
        except ValueError:
            target = raw
        if not is_web_url(target):
            return None, Failure("hard", f"redirect to {raw[:200]!r}, which is no http(s) address")
        return target.partition("#")[0], None


def _as_given(url: str) -> URL:
    """Return the URL unchanged where it is plain ASCII, so that no signature breaks; encoded where it is not."""
    url = tidy_url(url)
    return URL(url, encoded=url.isascii() and " " not in url)


def _text(raw: bytes) -> str:
    """Decode what stands in a header: as UTF-8, else byte by byte, so that it can always be stored."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
