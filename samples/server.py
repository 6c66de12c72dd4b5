"""The newsroom over HTTP on loopback: one address per outlet, one event loop in a thread of its own."""

from __future__ import annotations

import asyncio
import errno
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from aiohttp import web

from samples.answers import Answer, answer
from samples.edition import CONTROL_ADDRESS, PHASES, Edition
from samples.outlets import read_outlets
from samples.registry import demo_registry
from samples.truth import truth


class NewsroomError(RuntimeError):
    """The newsroom cannot open; the message says why and what to do."""


@dataclass
class Newsroom:
    """A newsroom that is open. Moving to another phase takes effect with the next request."""

    edition: Edition
    slow: float = 1.0
    """Factor on the delays of slow feeds."""
    requests: list[dict[str, Any]] = field(default_factory=list)
    """What outlets were asked for, in order: outlet, path, status."""

    @property
    def port(self) -> int:
        """Port on every address."""
        return self.edition.port

    @property
    def url(self) -> str:
        """Address of the newsroom itself."""
        return f"http://{CONTROL_ADDRESS}:{self.port}"

    def feed_url(self, slug: str) -> str:
        """Address of a feed. Raises KeyError for a slug that no outlet has."""
        for outlet in self.edition.outlets.values():
            for feed in outlet.feeds:
                if feed.slug == slug:
                    return self.edition.base_url(outlet) + feed.path
        raise KeyError(slug)

    def move_to(self, phase: int) -> None:
        """Let the world move on, or back. Raises ValueError for a phase that there is not."""
        if phase not in PHASES:
            raise ValueError(f"phase is one of {PHASES}, not {phase}")
        self.edition = Edition(self.edition.today, phase, self.port)

    def truth(self) -> dict[str, Any]:
        """What a pipeline should make of the present phase."""
        return truth(self.edition)

    def write_registry(self, path: Path) -> Path:
        """Write the registry of these feeds on this port."""
        return demo_registry(self.port, path)


@contextmanager
def serve(port: int = 0, phase: int = 1, today: date | None = None, slow: float = 1.0) -> Iterator[Newsroom]:
    """Open the newsroom, in a thread, until the block ends.

    Args:
        port: on all addresses; 0 takes one that is free.
        phase: 1, 2 or 3.
        today: the day that everything is dated by; by default the present day, UTC.
        slow: factor on the seconds that slow feeds take.

    Raises NewsroomError where an address or the port cannot be had.
    """
    newsroom = Newsroom(Edition(today or datetime.now(UTC).date(), phase, port), slow)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="newsroom", daemon=True)
    thread.start()
    try:
        runner = asyncio.run_coroutine_threadsafe(_open(newsroom), loop).result()
        try:
            yield newsroom
        finally:
            asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _open(newsroom: Newsroom) -> web.ServerRunner:
    async def handle(request: web.BaseRequest) -> web.Response:
        return await _respond(newsroom, request)

    runner = web.ServerRunner(web.Server(handle), shutdown_timeout=0.2)
    await runner.setup()
    addresses = [CONTROL_ADDRESS, *(outlet.address for outlet in read_outlets().values())]
    try:
        for address in addresses:
            site = web.TCPSite(runner, address, newsroom.port)
            await site.start()
            if newsroom.port == 0:
                port = runner.addresses[0][1]
                newsroom.edition = Edition(newsroom.edition.today, newsroom.edition.phase, port)
    except OSError as error:
        await runner.cleanup()
        raise NewsroomError(_explain(error, address, newsroom.port)) from error
    return runner


def _explain(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken on {address}: stop what uses it, or choose another with --port"
    return f"cannot listen on {address}:{port} ({error}): outside Linux, add it to the loopback interface"


async def _respond(newsroom: Newsroom, request: web.BaseRequest) -> web.Response:
    address = request.transport.get_extra_info("sockname")[0] if request.transport else CONTROL_ADDRESS
    if address == CONTROL_ADDRESS and request.path.startswith("/newsroom/phase"):
        return _change_phase(newsroom, request)
    if address == CONTROL_ADDRESS and request.path == "/newsroom/requests":
        return web.json_response(newsroom.requests)
    if request.method not in {"GET", "HEAD"}:
        return web.Response(status=405, text="GET or HEAD only")
    found = answer(newsroom.edition, address, request.raw_path, request.headers)
    _note(newsroom, address, request, found)
    await asyncio.sleep(found.delay * newsroom.slow)
    headers = {"Content-Type": found.content_type, **found.headers}
    return web.Response(status=found.status, body=found.body, headers=headers)


def _note(newsroom: Newsroom, address: str, request: web.BaseRequest, found: Answer) -> None:
    outlet = newsroom.edition.by_address.get(address)
    if outlet is not None:
        newsroom.requests.append({"outlet": outlet.slug, "path": request.raw_path, "status": found.status})


def _change_phase(newsroom: Newsroom, request: web.BaseRequest) -> web.Response:
    if request.method == "POST":
        try:
            newsroom.move_to(int(request.path.rpartition("/")[2]))
        except ValueError as error:
            return web.json_response({"error": str(error)}, status=400)
    return web.json_response({"phase": newsroom.edition.phase, "today": newsroom.edition.today.isoformat()})


async def _until_interrupted() -> None:
    await asyncio.Event().wait()


def run(port: int, phase: int, today: date | None, slow: float) -> None:
    """Serve in the foreground until interrupted. Raises NewsroomError where it cannot open."""
    with serve(port, phase, today, slow) as newsroom:
        print(json.dumps({"newsroom": newsroom.url, "phase": phase, "today": str(newsroom.edition.today)}), flush=True)
        with suppress(KeyboardInterrupt):
            asyncio.run(_until_interrupted())
