"""The polite client: one request at a time per host, bounded in bytes and seconds, never to a private address.

`fetch` and `fetch_all` never raise for what a server or a network does: the answer says what went wrong. HTTP/1.1
through aiohttp, whose decoding is switched off: bodies are kept as received and decoded under a limit
(wire/decompression.py). With one request in flight per host, HTTP/2 has nothing to offer here.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import UTC, datetime
from typing import Self

from aiohttp.abc import AbstractResolver

from syria_events.urls import host_of, tidy_url
from syria_events.web.addresses import AddressGuard
from syria_events.web.client_settings import ClientSettings
from syria_events.web.exchange import Exchange, Hop
from syria_events.web.failures import Failure
from syria_events.web.hosts import HostHeldError, Hosts
from syria_events.web.robots import Robots, RobotsRecord
from syria_events.web.session import open_session
from syria_events.wire.exchange import FetchRequest, FetchResponse, Redirect

__all__ = ["ClientSettings", "FetchRequest", "FetchResponse", "PoliteClient"]


class PoliteClient:
    """An async context manager.

    `robots` hands in what an earlier client learned of rules, `held` which hosts are to be left alone and until when;
    `resolver` replaces DNS.
    """

    def __init__(
        self,
        settings: ClientSettings,
        *,
        robots: Iterable[RobotsRecord] = (),
        held: Mapping[str, datetime] | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._settings = settings
        self._guard = AddressGuard.of(settings.allow_private)
        self._resolver = resolver
        self._held = dict(held or {})
        self.robots = Robots(self._fetch_robots, robots)

    async def __aenter__(self) -> Self:
        """Open the session."""
        settings, clock = self._settings, asyncio.get_running_loop().time
        self._session = open_session(settings, self._guard, self._resolver)
        self._exchange = Exchange(self._session)
        self._hosts = Hosts(settings.per_host_seconds, settings.host_seconds, settings.longest_wait, clock)
        for host, until in self._held.items():
            self._hosts.hold(host, (until - datetime.now(UTC)).total_seconds())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close all connections."""
        await self._session.close()

    async def fetch(self, request: FetchRequest) -> FetchResponse:
        """Ask one URL, following redirects."""
        started, seconds_left = datetime.now(UTC), self._settings.total_seconds
        redirects: list[Redirect] = []
        url, elapsed = tidy_url(request.url), 0.0
        while True:
            hop = await self._hop(request, url, seconds_left)
            elapsed += hop.seconds
            seconds_left -= hop.seconds
            if hop.location is None:
                return _response(request, url, started, hop, redirects, elapsed)
            redirects.append(Redirect(hop.status or 0, hop.location))
            if len(redirects) > self._settings.max_redirects:
                failure = Failure("hard", f"more than {self._settings.max_redirects} redirects")
                return _response(request, url, started, Hop.failed(failure), redirects, elapsed)
            url = hop.location

    async def fetch_all(self, requests: Iterable[FetchRequest]) -> AsyncIterator[tuple[FetchRequest, FetchResponse]]:
        """Ask many URLs, yielding answers as they come.

        No more than `concurrency` answers are being fetched or wait for the consumer: a slow one slows the fetching
        down instead of filling the memory.
        """
        by_host: dict[str, list[FetchRequest]] = {}
        for request in requests:
            by_host.setdefault(host_of(request.url), []).append(request)
        answers: asyncio.Queue[tuple[FetchRequest, FetchResponse] | Exception] = asyncio.Queue(maxsize=1)
        room = asyncio.Semaphore(self._settings.concurrency)

        async def visit(queue: list[FetchRequest]) -> None:
            try:
                for request in queue:
                    # a host's pause must not take the room of another host's request
                    await self._hosts.rest(host_of(request.url))
                    async with room:
                        await answers.put((request, await self.fetch(request)))
            except Exception as error:
                # a fault of ours: it must come out at the consumer instead of leaving it waiting
                await answers.put(error)

        visits = [asyncio.create_task(visit(queue)) for queue in by_host.values()]
        try:
            for _ in range(sum(map(len, by_host.values()))):
                answer = await answers.get()
                if isinstance(answer, Exception):
                    raise answer
                yield answer
        finally:
            for task in visits:
                task.cancel()
            await asyncio.gather(*visits, return_exceptions=True)

    async def _hop(self, request: FetchRequest, url: str, seconds: float) -> Hop:
        """Make one request when it is its host's turn."""
        host = host_of(url)
        if request.purpose == "page":
            failure = await self._refusal(url, host)
            if failure:
                return Hop.failed(failure)
        try:
            async with self._hosts.turn(host):
                limit = request.max_bytes or self._settings.max_bytes(request.purpose)
                hop = await self._exchange.ask(url, request.headers, limit, seconds)
                if hop.retry_after is not None:
                    self._hosts.hold(host, hop.retry_after)
        except HostHeldError as held:
            return Hop.failed(Failure("soft", str(held)), held_seconds=int(held.seconds) + 1)
        return hop

    async def _refusal(self, url: str, host: str) -> Failure | None:
        """Ask robots.txt, and keep the pause that it wants."""
        permission = await self.robots.permission(url, datetime.now(UTC))
        if permission.crawl_delay:
            self._hosts.widen(host, permission.crawl_delay)
        if permission.is_allowed:
            return None
        if not permission.is_known:
            return Failure("passing", "robots.txt cannot be read now, so the page may not be fetched now")
        return Failure("robots", "robots.txt forbids this page")

    async def _fetch_robots(self, url: str) -> FetchResponse:
        return await self.fetch(FetchRequest(url, purpose="robots"))


def _response(
    request: FetchRequest, url: str, started: datetime, hop: Hop, redirects: list[Redirect], elapsed: float
) -> FetchResponse:
    failure = hop.failure
    return FetchResponse(
        url=tidy_url(request.url),
        final_url=url,
        started_at=started,
        status=hop.status,
        reason=hop.reason,
        headers=hop.headers,
        body=hop.body,
        wire_body=hop.wire_body,
        elapsed_ms=round(elapsed * 1000),
        error=failure.message if failure else None,
        error_class=failure.error_class if failure else None,
        redirects=tuple(redirects),
        truncated=failure.truncated if failure else None,
        key=request.key,
        held_seconds=hop.held_seconds,
    )
