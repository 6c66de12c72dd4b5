"""What an answer means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from syria_events.feeds.parse import ParsedFeed
from syria_events.feeds.state import FeedState
from syria_events.feeds.validators import conditions
from syria_events.model import stable_id
from syria_events.wire.exchange import FetchResponse

HARD, SOFT, PASSING = 1.0, 0.5, 0.25
"""Weights of failures (Media Cloud's): no repetition helps; the server says no for now; the network failed."""
MOST_KNOWN = 2000
EVIDENCE_CHARS = 2000
_REFUSALS = {401, 402, 403, 407, 451}
_HTML_TYPES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One of: new, same, not_modified, empty, gone, moved, limited, blocked, not_a_feed, failed."""

    kind: str
    error: str | None = None
    weight: float = 0.0
    """What this adds to the feed's failures; 0 for a good answer."""
    retry_after_s: int | None = None
    host_hold_until: datetime | None = None
    """Until then the whole host wants to be left alone."""
    has_lost_overlap: bool = False
    """No entry in common with the document before: some were probably lost in between."""
    known: tuple[str, ...] | None = None
    """Short hashes of the identities seen; null where no document was read."""
    evidence: str | None = None
    """The beginning of a body that was no feed."""

    @property
    def is_good(self) -> bool:
        """Whether the feed answered as a feed should."""
        return self.kind in {"new", "same", "not_modified", "moved"}


def judge(state: FeedState, response: FetchResponse, parsed: ParsedFeed | None, now: datetime) -> Outcome:
    """Say what an answer means. `parsed` is null where the body is the same as last time, or no body came.

    `now` is the moment that the request was planned at.
    """
    outcome = _judge_answer(state, response, parsed, now)
    wait = response.retry_after_seconds
    if wait is None:
        return outcome
    return replace(outcome, retry_after_s=wait, host_hold_until=now + timedelta(seconds=wait))


def short_identity(identity: str) -> str:
    """Return the hash under which an identity is remembered."""
    return stable_id("", identity)[:10]


def _judge_answer(state: FeedState, response: FetchResponse, parsed: ParsedFeed | None, now: datetime) -> Outcome:
    status = response.status
    if response.held_seconds is not None:
        return Outcome("limited", response.error)
    if status == 304:
        return _judge_304(state, now)
    if status == 410:
        return Outcome("gone", response.error or "410 Gone", HARD)
    if status in _REFUSALS or (status is not None and status >= 400 and response.header("cf-mitigated")):
        return Outcome("blocked", response.error or f"refused with {status}", HARD)
    if status == 429 or (status == 503 and response.retry_after_seconds is not None):
        return Outcome("limited", response.error or f"asked to slow down with {status}", SOFT)
    if response.error is not None or status is None or status >= 300 or status == 204:
        return Outcome("failed", response.error or f"answered {status}", _weight(response))
    if parsed is None:
        return Outcome("same")
    return _judge_document(state, response, parsed)


def _judge_304(state: FeedState, now: datetime) -> Outcome:
    # the same moment that the request was planned at: a batch takes minutes, and the daily limit may pass meanwhile
    if not conditions(state, now):
        return Outcome("failed", "304 to a request without conditions", SOFT)
    return Outcome("not_modified")


def _weight(response: FetchResponse) -> float:
    if response.status is not None and response.status >= 400:
        # feeds that live do answer 404 now and then, and come back
        return SOFT if response.status in {404, 408, 421, 425} or response.status >= 500 else HARD
    return {"passing": PASSING, "soft": SOFT}.get(response.error_class or "", HARD)


def _judge_document(state: FeedState, response: FetchResponse, parsed: ParsedFeed) -> Outcome:
    if not parsed.entries:
        return _judge_nothing(state, response, parsed)
    known = tuple(short_identity(entry.identity) for entry in parsed.entries[:MOST_KNOWN])
    comparable = state.known and parsed.identity_mode == state.identity_mode
    has_lost = bool(comparable) and not set(known) & set(state.known)
    return Outcome("new", known=known, has_lost_overlap=has_lost)


def _judge_nothing(state: FeedState, response: FetchResponse, parsed: ParsedFeed) -> Outcome:
    is_html = (response.content_type or "").lower().startswith(_HTML_TYPES)
    if parsed.format is None or is_html:
        evidence = response.body[:EVIDENCE_CHARS].decode("utf-8", "replace").replace("\0", "")
        return Outcome("not_a_feed", parsed.error, HARD, evidence=evidence)
    # one empty answer happens; a second in a row means that the feed is down while it answers 200
    return Outcome("empty", parsed.error, SOFT if state.empties else 0.0)
