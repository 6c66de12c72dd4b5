"""Conditional requests (RFC 9110, 13): what lets a server answer "nothing new" for free."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from syria_events.feeds.state import FeedState
from syria_events.wire.exchange import FetchResponse

UNCONDITIONAL_EVERY = timedelta(hours=24)
"""Validators lie: some servers send one ETag for ever."""


def conditions(state: FeedState, now: datetime) -> dict[str, str]:
    """Return the conditional headers: both validators exactly as they came, but none at least once a day."""
    if state.last_unconditional_at is None or now - state.last_unconditional_at >= UNCONDITIONAL_EVERY:
        return {}
    validators = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    return {name: value for name, value in validators.items() if value}


def renewed_validators(state: FeedState, response: FetchResponse, now: datetime) -> dict[str, Any]:
    """Return what a good answer changes in the state.

    A whole body replaces both validators, also where it is the same as before: one that the server no longer sends is
    forgotten. A 304 replaces those that it repeats (RFC 9111, 4.3.4).
    """
    etag, last_modified = response.header("ETag"), response.header("Last-Modified")
    if response.status == 304:
        return {"etag": etag or state.etag, "last_modified": last_modified or state.last_modified}
    return {"etag": etag, "last_modified": last_modified, "last_unconditional_at": now}
