"""What the client may do, and how much of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MIB = 1 << 20
SLOW_HOSTS: Mapping[str, float] = MappingProxyType({"news.google.com": 10.0, "www.reddit.com": 61.0})
"""Hosts known to want longer pauses, in seconds."""


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """What the client may do. Sizes are of decoded bodies."""

    user_agent: str
    """Names the project and where to complain; sent with every request."""
    allow_private: Collection[str] = ()
    """Networks or address:port that may be reached although they are not public."""
    per_host_seconds: float = 2.0
    host_seconds: Mapping[str, float] = field(default_factory=lambda: SLOW_HOSTS)
    total_seconds: float = 60.0
    """For a whole request with its redirects, waiting for a turn at a host not counted."""
    connect_seconds: float = 15.0
    dns_seconds: int = 300
    """How long a resolved name is remembered."""
    feed_max_bytes: int = 8 * MIB
    page_max_bytes: int = 10 * MIB
    robots_max_bytes: int = MIB // 2
    concurrency: int = 32
    """Hosts asked at once."""
    max_redirects: int = 5
    longest_wait: float = 120.0
    """How long a request waits for its host at most; beyond, it is answered with the wait that is left."""

    def max_bytes(self, purpose: str) -> int:
        """Return the most bytes of a decoded body that a request for `feed`, `page` or `robots` may bring."""
        return {"page": self.page_max_bytes, "robots": self.robots_max_bytes}.get(purpose, self.feed_max_bytes)
