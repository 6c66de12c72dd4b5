"""What an answer teaches about its feed: validators, rate, hints, failures."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from syria_events.feeds.interval import freshness_hint, rate_of
from syria_events.feeds.judge import Outcome
from syria_events.feeds.parse import ParsedFeed
from syria_events.feeds.state import FeedState
from syria_events.feeds.validators import renewed_validators
from syria_events.wire.exchange import FetchResponse

_HUB_LINK = re.compile(r"<([^<>\s]+)>\s*;[^,<]*\brel\s*=\s*\"?[^\",]*\bhub\b", re.I)

GONE_AFTER = timedelta(hours=24)
"""A feed is gone when it still answers 410 so much later."""


def learn(
    state: FeedState,
    response: FetchResponse,
    parsed: ParsedFeed | None,
    outcome: Outcome,
    body_hash: str | None,
    now: datetime,
) -> FeedState:
    """Take over everything but when to come again. `body_hash` and `parsed` are null where no (new) body came."""
    if outcome.kind == "gone":
        return replace(state, **_gone(state, outcome, now))
    changes: dict[str, Any] = {"gone_at": None, "empties": state.empties + 1 if outcome.kind == "empty" else 0}
    if outcome.is_good:
        changes |= {"failures": 0.0, "last_good_at": now, **renewed_validators(state, response, now)}
        if body_hash is not None:
            changes["body_hash"] = body_hash
        if parsed is not None:
            changes |= _document(state, response, parsed, outcome)
    else:
        changes["failures"] = state.failures + outcome.weight
    return replace(state, **changes)


def _hub_in_header(response: FetchResponse) -> str | None:
    """Return the WebSub hub of a `Link` header (WebSub, 4)."""
    found = _HUB_LINK.search(response.header("Link") or "")
    return found[1] if found else None


def _gone(state: FeedState, outcome: Outcome, now: datetime) -> dict[str, Any]:
    since = state.gone_at or now
    return {
        "gone_at": since,
        "failures": state.failures + outcome.weight,
        "status": "disabled" if now - since >= GONE_AFTER else state.status,
    }


def _document(state: FeedState, response: FetchResponse, parsed: ParsedFeed, outcome: Outcome) -> dict[str, Any]:
    times = [entry.published_at for entry in parsed.entries if entry.published_at]
    hints = [hint for hint in (parsed.hint_seconds, freshness_hint(response)) if hint]
    rate = rate_of(times)
    return {
        "status": "enabled" if state.status == "probation" and times else state.status,
        "known": outcome.known or (),
        "identity_mode": parsed.identity_mode,
        "oldest_at": rate.oldest_at,
        "dated_count": rate.dated_count,
        "window_s": rate.window_s,
        "hint_s": max(hints, default=None),
        "hub": parsed.hub or _hub_in_header(response),
    }
