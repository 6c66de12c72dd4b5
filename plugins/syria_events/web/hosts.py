"""One request at a time per host, with a pause in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


class HostHeldError(Exception):
    """The host wants to be left alone for longer than we wait; `seconds` says how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"host asked to be left alone for another {seconds:.0f} s")
        self.seconds = seconds


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    pause: float = 0.0
    free_at: float = 0.0


class Hosts:
    """Turns at hosts. `clock` gives seconds that never go back."""

    def __init__(
        self, pause: float, special: Mapping[str, float], longest_wait: float, clock: Callable[[], float]
    ) -> None:
        self._pause = pause
        self._special = special
        self._longest_wait = longest_wait
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Have the host to oneself, after the pause that it is due. Raises HostHeldError where that is too long."""
        host = self._of(name)
        async with host.lock:
            wait = host.free_at - self._clock()
            if wait > self._longest_wait:
                raise HostHeldError(wait)
            if wait > 0:
                await asyncio.sleep(wait)
            try:
                yield
            finally:
                host.free_at = max(host.free_at, self._clock() + host.pause)

    async def rest(self, name: str) -> None:
        """Wait out the pause of a host without taking its turn; do not wait where that is too long."""
        wait = self._of(name).free_at - self._clock()
        if 0 < wait <= self._longest_wait:
            await asyncio.sleep(wait)

    def hold(self, name: str, seconds: float) -> None:
        """Leave the host alone for so long (Retry-After)."""
        host = self._of(name)
        host.free_at = max(host.free_at, self._clock() + seconds)

    def widen(self, name: str, seconds: float) -> None:
        """Keep at least this pause from now on (Crawl-delay)."""
        host = self._of(name)
        host.pause = max(host.pause, seconds)

    def _of(self, name: str) -> _Host:
        if name not in self._hosts:
            self._hosts[name] = _Host(pause=max(self._pause, self._special.get(name, 0.0)))
        return self._hosts[name]
