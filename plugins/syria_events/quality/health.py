"""Is the pipeline well? A judgement on a few numbers; pure, so that it can be read and tested as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

HEALTHY, DEGRADED, UNHEALTHY = STATUSES = ("healthy", "degraded", "unhealthy")
"""From well to ill; the whole is as ill as its worst part."""

LATE_POLL, LOST_POLL = 30 * 60, 3 * 3600
"""Seconds that a feed which is due waits to be asked: polls run every five minutes and take at most fifteen."""
LATE_QUEUE, LOST_QUEUE = 3600, 6 * 3600
"""Age of the oldest batch that is not done, seconds: one is done in minutes, and swept after 45 at the latest."""
STUCK_AFTER = timedelta(hours=2)
"""A batch handed over so long ago has outlived the sweep that should have handed it over again."""
SILENT_AFTER = timedelta(hours=24)
"""A feed that fails and was last good so long ago is down."""
MANY_DOWN = 0.2
"""Share of feeds down that is more than the usual dead ones."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the warehouse says of itself; ages and lags in seconds, null where there is nothing to measure."""

    newest_poll_at: datetime | None
    poll_overdue_seconds: float | None
    open_batches: int
    queue_age_seconds: float | None
    stuck_batches: int
    feeds: int
    feeds_down: int
    rejected_open: int
    checked_at: datetime | None
    critical_unmet: int
    standing_unmet: int
    """Critical expectations on core and mart as a whole, which reject no row and so stay unmet."""
    warnings_unmet: int
    lag_p50_seconds: float | None
    lag_p95_seconds: float | None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the pipeline, how it is, and the numbers that say so."""

    name: str
    status: str
    said: str


@dataclass(frozen=True, slots=True)
class Health:
    """The judgement on the whole."""

    parts: tuple[Part, ...]

    @property
    def status(self) -> str:
        """That of the worst part."""
        return max((part.status for part in self.parts), key=STATUSES.index)


def unreachable() -> Health:
    """Return the health of a pipeline whose warehouse does not answer; it names no address, for anybody may ask."""
    return Health((Part("warehouse", UNHEALTHY, "cannot be reached"),))


def judge(facts: Facts) -> Health:
    """Judge the facts."""
    return Health((Part("warehouse", HEALTHY, "answers"), *_parts(facts)))


def _parts(facts: Facts) -> Iterator[Part]:
    newest = f"newest request {facts.newest_poll_at:%Y-%m-%d %H:%M} UTC" if facts.newest_poll_at else "no request yet"
    overdue = facts.poll_overdue_seconds or 0.0
    yield Part("polling", _late(overdue, LATE_POLL, LOST_POLL), f"{newest}, a due feed waits {overdue / 60:.0f} min")
    age = facts.queue_age_seconds or 0.0
    yield Part(
        "queue", _late(age, LATE_QUEUE, LOST_QUEUE), f"{facts.open_batches} batches open, oldest {age / 60:.0f} min"
    )
    stuck = DEGRADED if facts.stuck_batches else HEALTHY
    yield Part(
        "batches", stuck, f"{facts.stuck_batches} stuck for more than {STUCK_AFTER.total_seconds() / 3600:.0f} h"
    )
    yield Part("feeds", _feeds(facts), f"{facts.feeds_down} of {facts.feeds} down")
    checked = f"last {facts.checked_at:%Y-%m-%d %H:%M} UTC, " if facts.checked_at else "none in a day, "
    said = (
        f"{facts.critical_unmet} critical unmet, {facts.warnings_unmet} warnings, {facts.rejected_open} rows rejected"
    )
    yield Part("checks", DEGRADED if facts.standing_unmet else HEALTHY, checked + said)


def _late(seconds: float, late: float, lost: float) -> str:
    return HEALTHY if seconds <= late else DEGRADED if seconds <= lost else UNHEALTHY


def _feeds(facts: Facts) -> str:
    if facts.feeds_down <= MANY_DOWN * facts.feeds:
        return HEALTHY
    return UNHEALTHY if facts.feeds_down == facts.feeds else DEGRADED
