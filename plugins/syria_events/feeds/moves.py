"""Permanent redirects, believed only after they have held.

A captive portal, a lapsed domain or a slip of an administrator redirects for an hour; a feed that has moved redirects
every time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from syria_events.feeds.judge import Outcome
from syria_events.feeds.state import FeedState
from syria_events.wire.exchange import FetchResponse

PERMANENT = {301, 308}
AGREEING_FETCHES = 5
AGREEING_FOR = timedelta(days=3)


def permanent_target(response: FetchResponse) -> str | None:
    """Return where an unbroken row of permanent redirects, from the first hop on, leads; null where there is none."""
    target = None
    for hop in response.redirects:
        if hop.status not in PERMANENT:
            break
        target = hop.url
    return target


def follow_move(
    state: FeedState, response: FetchResponse, outcome: Outcome, before: FeedState, now: datetime
) -> tuple[FeedState, Outcome]:
    """Count a sighting of a new address, and adopt it after five over three days that led to the feed we know.

    A sighting counts where the answer is unchanged or shares an entry with the last document. `before` is the state
    before the answer was taken in.
    """
    if not outcome.is_good:
        return state, outcome
    target = permanent_target(response)
    if target is None or target == state.url:
        if state.permanent_target is None:
            return state, outcome
        return replace(state, permanent_target=None, permanent_seen=0, permanent_since=None), outcome
    if target != state.permanent_target:
        state = replace(state, permanent_target=target, permanent_seen=0, permanent_since=now)
    if not _is_known_feed(before, outcome):
        return state, outcome
    state = replace(state, permanent_seen=state.permanent_seen + 1)
    since = state.permanent_since or now
    if state.permanent_seen < AGREEING_FETCHES or now - since < AGREEING_FOR:
        return state, outcome
    return state.moved_to(target), replace(outcome, kind="moved")


def _is_known_feed(before: FeedState, outcome: Outcome) -> bool:
    if outcome.known is None:
        return bool(before.known)
    return bool(set(outcome.known) & set(before.known))
