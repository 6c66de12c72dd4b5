"""Polling as pure functions: what to ask, what came of it, when to ask again.

A use case calls `plan` before the request and `settle` after it. `settle` hashes the body first and parses it only
where the hash is new, then calls `judge` and `reschedule`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from syria_events.feeds.fingerprint import body_hash
from syria_events.feeds.interval import Rate, next_on_grid, own_interval, with_hint
from syria_events.feeds.judge import Outcome, judge
from syria_events.feeds.learning import learn
from syria_events.feeds.moves import follow_move
from syria_events.feeds.parse import ParsedFeed, parse_feed
from syria_events.feeds.state import FeedState
from syria_events.feeds.validators import conditions
from syria_events.model import Feed
from syria_events.urls import host_of
from syria_events.wire.exchange import FetchRequest, FetchResponse

__all__ = ["FeedState", "Outcome", "Settled", "held_hosts", "judge", "plan", "reschedule", "settle"]

LONGEST_WAIT = timedelta(hours=24)
HOPELESS_FAILURES = 30.0
HOPELESS_WAIT = timedelta(days=7)
GONE_WAIT = timedelta(days=365)
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a fetch came to: the feed's new state, the judgement, the entries where there are new ones, why then."""

    state: FeedState
    outcome: Outcome
    parsed: ParsedFeed | None
    reason: str


def plan(state: FeedState, now: datetime, *, key: str = "") -> FetchRequest:
    """Return the request: conditional with both validators as they came, without conditions at least once a day."""
    return FetchRequest(url=state.url, headers={"Accept": ACCEPT, **conditions(state, now)}, purpose="feed", key=key)


def settle(state: FeedState, response: FetchResponse, now: datetime, feed: Feed) -> Settled:
    """Say what an answer means and when to ask again. The one call that a use case needs after a request."""
    digest = body_hash(response.body) if _is_whole(response) else None
    parsed = None
    if digest is not None and digest != state.body_hash:
        parsed = parse_feed(
            response.body,
            content_type=response.content_type,
            feed=feed,
            url=response.final_url,
            fetched_at=now,
            identity_mode=state.identity_mode,
        )
    outcome = judge(state, response, parsed, now)
    learned = learn(state, response, parsed, outcome, digest, now)
    learned, outcome = follow_move(learned, response, outcome, state, now)
    settled, reason = reschedule(learned, outcome, now)
    return Settled(settled, outcome, parsed, reason)


def reschedule(state: FeedState, outcome: Outcome, now: datetime) -> tuple[FeedState, str]:
    """Return the state with the time of the next request, and the reason in words."""
    interval = own_interval(Rate(state.oldest_at, state.dated_count, state.window_s), now)
    if outcome.kind == "gone" and state.status == "disabled":
        return replace(state, next_check_at=now + GONE_WAIT), "gone: 410 for more than a day"
    if outcome.weight:
        wait = timedelta(seconds=interval * (1 + state.failures))
        limit = LONGEST_WAIT if state.failures < HOPELESS_FAILURES else HOPELESS_WAIT
        at = next_on_grid(state.url, now, int(min(wait, limit).total_seconds()))
        reason = f"{outcome.kind}: failures weigh {state.failures:g}, waiting longer"
    else:
        wanted = with_hint(interval, state.hint_s, state.window_s)
        at = next_on_grid(state.url, now, wanted)
        asked = ", as the publisher asks" if wanted > interval else ""
        reason = f"{outcome.kind}: every {wanted // 60} min{asked}"
    if outcome.retry_after_s is not None and now + timedelta(seconds=outcome.retry_after_s) > at:
        at = now + timedelta(seconds=outcome.retry_after_s)
        reason = f"{outcome.kind}: the server asked for {outcome.retry_after_s} s"
    return replace(state, next_check_at=at, host_held_until=outcome.host_hold_until), reason


def held_hosts(states: Iterable[FeedState], now: datetime) -> dict[str, datetime]:
    """Return the hosts that asked to be left alone, and until when: for the client, so that no other feed asks them."""
    held: dict[str, datetime] = {}
    for state in states:
        until = state.host_held_until
        if until is not None and until > now:
            host = host_of(state.url)
            held[host] = max(until, held.get(host, until))
    return held


def _is_whole(response: FetchResponse) -> bool:
    return response.status == 200 and response.error is None
