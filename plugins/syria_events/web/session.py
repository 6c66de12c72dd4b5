"""The HTTP session: no cookies, no decoding, no address that the guard refuses."""

from __future__ import annotations

import ssl
from functools import cache

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver

from syria_events.web.addresses import AddressGuard
from syria_events.web.client_settings import ClientSettings


def open_session(
    settings: ClientSettings, guard: AddressGuard, resolver: AbstractResolver | None = None
) -> aiohttp.ClientSession:
    """Return a session that the caller closes. `resolver` replaces DNS."""
    connector = aiohttp.TCPConnector(
        limit=0,
        resolver=resolver,
        socket_factory=guard.open_socket,
        ttl_dns_cache=settings.dns_seconds,
        ssl=_trusted(),
    )
    return aiohttp.ClientSession(
        connector=connector,
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, connect=settings.connect_seconds),
        headers={"User-Agent": settings.user_agent},
    )


@cache  # reading all authorities takes as long as asking a hundred feeds
def _trusted() -> ssl.SSLContext:
    """Return what certificates are checked with: the machine's authorities and, where it has none, those of certifi."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
