"""A publisher on loopback that answers as badly as a test wants it to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from time import monotonic


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    host: str
    path: str
    headers: Mapping[str, str]
    at: float


Reply = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Publisher:
    """Routes by path; `asked` keeps what came, `most_at_once` the greatest number of requests in flight."""

    port: int = 0
    routes: dict[str, Reply | bytes] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0
    _at_once: int = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [asked.path for asked in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        try:
            while (head := await reader.readuntil(b"\r\n\r\n")) and await self._answer(head, writer):
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, head: bytes, writer: asyncio.StreamWriter) -> bool:
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        asked = Asked(headers["host"].partition(":")[0], first.split(" ")[1], headers, monotonic())
        self.asked.append(asked)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            route = self.routes.get(asked.path, reply(status="404 Not Found"))
            if isinstance(route, bytes):
                writer.write(route)
                return False
            await route(asked, writer)
        finally:
            self._at_once -= 1
        return True


def reply(body: bytes = b"", *, status: str = "200 OK", delay: float = 0.0, **headers: str) -> Reply:
    """Return an answer that is well-formed; underscores in header names become hyphens."""

    async def send(asked: Asked, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(delay)
        fields = {"Content-Length": str(len(body)), "Date": formatdate(usegmt=True)}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
        writer.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    return send


def redirect(target: str, status: str = "302 Found") -> Reply:
    """Return an answer that sends on."""
    return reply(status=status, Location=target)


def conditional(body: bytes, etag: str, modified: str) -> Reply:
    """Answer 304 where both validators come back exactly as they were sent."""

    async def send(asked: Asked, writer: asyncio.StreamWriter) -> None:
        is_known = asked.headers.get("if-none-match") == etag and asked.headers.get("if-modified-since") == modified
        whole = reply(body, ETag=etag, Last_Modified=modified)
        await (reply(status="304 Not Modified", ETag=etag) if is_known else whole)(asked, writer)

    return send


def drip(head: bytes, piece: bytes, pause: float = 0.02) -> Reply:
    """Send `piece` again and again, for ever."""

    async def send(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while not writer.is_closing():
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return send


@asynccontextmanager
async def publisher(**routes: Reply | bytes) -> AsyncIterator[Publisher]:
    """Run a publisher on all of 127.0.0.0/8, at a free port."""
    site = Publisher(routes={f"/{name}": route for name, route in routes.items()})
    server = await asyncio.start_server(site.serve, "0.0.0.0", 0, limit=1 << 20)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            if task.get_coro().__qualname__.startswith("Publisher."):
                task.cancel()
        await asyncio.sleep(0)
