"""A client for tests: quick, allowed on loopback, and honest about who it is."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from syria_events.web.client import ClientSettings, FetchRequest, FetchResponse, PoliteClient

AGENT = "SyriaEvents/0.1 (+https://example.org/about)"


def client(port: int = 0, **more: Any) -> PoliteClient:
    """Return a client that may ask 127.0.0.1 at this port (or, with 0, all of loopback) without a pause."""
    arguments = {name: more.pop(name) for name in ("resolver", "robots", "held") if name in more}
    allowed = [f"127.0.0.1:{port}"] if port else ["127.0.0.0/8"]
    settings = {"user_agent": AGENT, "allow_private": allowed, "per_host_seconds": 0.0, "total_seconds": 5.0} | more
    return PoliteClient(ClientSettings(**settings), **arguments)


async def fetch(url: str, port: int = 0, *, purpose: str = "feed", **more: Any) -> FetchResponse:
    """Ask one URL with a client of its own."""
    async with client(port, **more) as polite:
        return await polite.fetch(FetchRequest(url, purpose=purpose))


def run(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a test, at most for twenty seconds."""
    asyncio.run(asyncio.wait_for(coroutine, 20))
