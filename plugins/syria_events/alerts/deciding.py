"""What becomes of alerts when the world is looked at again. Pure: the signs, what was known, and the time are given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

REMIND_AFTER = timedelta(days=1)
"""What lasts is told again once a day, with the number of times that it was seen."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Trouble as seen at one moment. Kind and subject together are its cause."""

    kind: str
    """As in quality.alert."""
    subject: str
    message: str
    """What is the matter and what to do."""

    @property
    def cause(self) -> tuple[str, str]:
        """What makes two signs one alert."""
        return self.kind, self.subject


@dataclass(frozen=True, slots=True)
class Alert:
    """A cause from its first sight to its all-clear. All times are UTC."""

    sign: Sign
    repetitions: int
    first_at: datetime
    last_at: datetime
    told_at: datetime
    cleared_at: datetime | None = None
    alert_id: int | None = None
    """Null until it is stored."""


@dataclass(frozen=True, slots=True)
class Change:
    """An alert as it is now, and whether that is to be told."""

    alert: Alert
    is_news: bool


def look_again(signs: Iterable[Sign], known: Sequence[Alert], kinds: Collection[str], *, now: datetime) -> list[Change]:
    """Return every alert that changes, given all `signs` there are of `kinds`, and the open alerts.

    A new cause is told at once, a known one once a day. An open alert of these kinds without a sign is over.
    """
    seen = {sign.cause: sign for sign in signs}
    before = {alert.sign.cause: alert for alert in known}
    changes = [seen_again(sign, before.get(cause), now=now) for cause, sign in seen.items()]
    over = [alert for cause, alert in before.items() if cause not in seen and alert.sign.kind in kinds]
    return changes + [cleared(alert, now=now) for alert in over]


def seen_again(sign: Sign, known: Alert | None, *, now: datetime) -> Change:
    """Return what a sign makes of its alert, where there is one already, or a new one."""
    if known is None:
        return Change(Alert(sign, 1, first_at=now, last_at=now, told_at=now), is_news=True)
    is_due = now - known.told_at >= REMIND_AFTER
    told_at = now if is_due else known.told_at
    again = replace(known, sign=sign, repetitions=known.repetitions + 1, last_at=now, told_at=told_at)
    return Change(again, is_news=is_due)


def cleared(alert: Alert, *, now: datetime) -> Change:
    """Return the all-clear of an alert."""
    return Change(replace(alert, cleared_at=now, told_at=now), is_news=True)
