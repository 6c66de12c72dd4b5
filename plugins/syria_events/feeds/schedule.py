"""Polling as pure functions: what to ask, what came of it, when to ask again.

A use case calls `plan` before the request and `settle` after it. `settle` hashes the body first and parses it only
where the hash is new, then calls `judge` and `reschedule`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from syria_events.feeds.fingerprint import body_hash
from syria_events.feeds.interval import freshness_hint, next_on_grid, own_interval, window_seconds, with_hint
from syria_events.feeds.judge import Outcome, judge
from syria_events.feeds.moves import follow_move
from syria_events.feeds.parse import ParsedFeed, parse_feed
from syria_events.feeds.state import FeedState
from syria_events.feeds.validators import conditions, with_validators
from syria_events.model import Feed
from syria_events.wire.exchange import FetchRequest, FetchResponse

__all__ = ["FeedState", "Outcome", "Settled", "judge", "plan", "reschedule", "settle"]

GONE_AFTER = timedelta(hours=24)
LONGEST_WAIT = timedelta(hours=24)
HOPELESS_FAILURES = 30.0
HOPELESS_WAIT = timedelta(days=7)
GONE_WAIT = timedelta(days=365)
DEFAULT_INTERVAL_S = 3600
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
    learned = _learn(state, response, parsed, outcome, digest, now)
    learned, outcome = follow_move(learned, response, outcome, state, now)
    settled, reason = reschedule(learned, outcome, now)
    return Settled(settled, outcome, parsed, reason)


def reschedule(state: FeedState, outcome: Outcome, now: datetime) -> tuple[FeedState, str]:
    """Return the state with the time of the next request, and the reason in words."""
    interval = state.interval_s or DEFAULT_INTERVAL_S
    if outcome.kind == "gone" and state.status == "disabled":
        return replace(state, next_check_at=now + GONE_WAIT), "gone: 410 for more than a day"
    if outcome.weight:
        wait = timedelta(seconds=interval) * (1 + state.failures)
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
    return replace(state, next_check_at=at), reason


def _is_whole(response: FetchResponse) -> bool:
    return response.status == 200 and response.error is None


def _learn(
    state: FeedState,
    response: FetchResponse,
    parsed: ParsedFeed | None,
    outcome: Outcome,
    digest: str | None,
    now: datetime,
) -> FeedState:
    """Take over what the answer says about the feed, except when to come again."""
    if outcome.kind == "gone":
        return _learn_gone(state, outcome, now)
    state = replace(state, gone_at=None, empties=state.empties + 1 if outcome.kind == "empty" else 0)
    if not outcome.is_good:
        return replace(state, failures=state.failures + outcome.weight)
    state = replace(with_validators(state, response, now), failures=0.0, last_good_at=now)
    if digest is not None:
        state = replace(state, body_hash=digest)
    return _learn_document(state, response, parsed, outcome, now) if parsed else state


def _learn_gone(state: FeedState, outcome: Outcome, now: datetime) -> FeedState:
    since = state.gone_at or now
    status = "disabled" if now - since >= GONE_AFTER else state.status
    return replace(state, gone_at=since, status=status, failures=state.failures + outcome.weight)


def _learn_document(
    state: FeedState, response: FetchResponse, parsed: ParsedFeed, outcome: Outcome, now: datetime
) -> FeedState:
    times = [entry.published_at for entry in parsed.entries if entry.published_at]
    hints = [hint for hint in (parsed.hint_seconds, freshness_hint(response)) if hint]
    passed = state.status == "probation" and bool(times)
    return replace(
        state,
        status="enabled" if passed else state.status,
        known=outcome.known or (),
        identity_mode=parsed.identity_mode,
        interval_s=own_interval(times, now),
        window_s=window_seconds(times),
        hint_s=max(hints, default=None),
        hub=parsed.hub,
    )
