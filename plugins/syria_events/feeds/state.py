"""What polling remembers about a feed, and how it goes to and from a JSON column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, Self

from syria_events.model import Feed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedState:
    """The memory of one feed. Times are UTC; everything is null or zero before the first fetch."""

    url: str
    """Where to ask: the registry's address, or what it moved to."""
    registry_url: str
    status: str = "enabled"
    """`enabled`, `probation` or `disabled`, as in the registry."""
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    hint_s: int | None = None
    """How long the publisher says a copy stays good."""
    oldest_at: datetime | None = None
    dated_count: int = 0
    window_s: int | None = None
    """The rate of the feed, from its last document (feeds/interval.py)."""
    failures: float = 0.0
    """Weights of the failures in a row."""
    empties: int = 0
    """Answers without items in a row."""
    known: tuple[str, ...] = ()
    """Short hashes of the identities in the last document."""
    identity_mode: str = "guid"
    hub: str | None = None
    """WebSub hub that the feed names; noted, not used yet."""
    permanent_target: str | None = None
    permanent_seen: int = 0
    permanent_since: datetime | None = None
    former_urls: tuple[str, ...] = ()
    last_unconditional_at: datetime | None = None
    last_good_at: datetime | None = None
    gone_at: datetime | None = None
    """When the first 410 of a row came."""
    host_held_until: datetime | None = None
    """Until then the whole host wants to be left alone (Retry-After)."""
    next_check_at: datetime = _EPOCH

    @classmethod
    def of_feed(cls, feed: Feed) -> Self:
        """Return the state of a feed that was never asked."""
        return cls(url=feed.url, registry_url=feed.url, status=feed.status)

    @classmethod
    def from_row(cls, row: Mapping[str, Any] | None, feed: Feed) -> Self:
        """Return the state stored in a JSON column. Where the registry has a new address, validators are forgotten."""
        if not row:
            return cls.of_feed(feed)
        names = {f.name for f in fields(cls)}
        values = {name: _read(name, value) for name, value in row.items() if name in names}
        state = cls(**{**values, "status": feed.status})
        if state.registry_url != feed.url:
            return replace(
                cls.of_feed(feed),
                identity_mode=state.identity_mode,
                former_urls=_with_former(state.former_urls, state.url),
            )
        return state

    def to_row(self) -> dict[str, Any]:
        """Return the state as JSON values; what stands at its default is left out."""
        kept = ("url", "registry_url", "failures", "next_check_at")
        return {
            f.name: _write(getattr(self, f.name))
            for f in fields(self)
            if f.name in kept or getattr(self, f.name) != f.default
        }

    def moved_to(self, url: str) -> Self:
        """Return the state with a new address; what the old one said about copies no longer holds."""
        return replace(
            self,
            url=url,
            former_urls=_with_former(self.former_urls, self.url),
            permanent_target=None,
            permanent_seen=0,
            permanent_since=None,
            etag=None,
            last_modified=None,
        )


def _with_former(former: tuple[str, ...], url: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*former, url)))[-10:]


def _read(name: str, value: Any) -> Any:
    if value is not None and (name.endswith("_at") or name in {"permanent_since", "host_held_until"}):
        return datetime.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


def _write(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
