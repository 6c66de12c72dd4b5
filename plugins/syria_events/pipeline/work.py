"""A piece of work: the entry versions of one batch, or those of one day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter

from syria_events.model import SyriaEventsError
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import execute

BATCH_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")


class WorkError(SyriaEventsError):
    """A key that names no piece of work."""


@dataclass(frozen=True, slots=True)
class Work:
    """What `derive` is asked to do. Exactly one of the two is set."""

    batch_id: str | None = None
    day: date | None = None

    @classmethod
    def of_batch(cls, batch_id: str) -> Work:
        """Work on the entries of one batch. Raises WorkError for what cannot be a batch id."""
        if not BATCH_ID.fullmatch(batch_id or ""):
            raise WorkError(
                f"{batch_id!r} is no batch id; see raw.batch, or let sweep_batches hand over what is stranded"
            )
        return cls(batch_id=batch_id)

    @classmethod
    def of_day(cls, day: str, *, today: date) -> Work:
        """Work on the entries of one UTC day, given as YYYY-MM-DD. Raises WorkError for bad and future days."""
        try:
            parsed = date.fromisoformat(day)
        except (TypeError, ValueError):
            raise WorkError(f"{day!r} is no day; give it as YYYY-MM-DD") from None
        if parsed > today:
            raise WorkError(f"{parsed} lies in the future; a day can be rebuilt once it has begun")
        return cls(day=parsed)

    @classmethod
    def parse(cls, key: str, *, today: date) -> Work:
        """Read a key as `key` gives it: `batch:…` or `day:…`."""
        kind, _, value = key.partition(":")
        if kind == "batch":
            return cls.of_batch(value)
        if kind == "day":
            return cls.of_day(value, today=today)
        raise WorkError(f"{key!r} is neither batch:… nor day:…")

    @property
    def key(self) -> str:
        """The work's name in the tables."""
        return f"batch:{self.batch_id}" if self.batch_id else f"day:{self.day}"

    @property
    def parameters(self) -> dict[str, object]:
        """What the statements that select by work want to know."""
        return {"batch_id": self.batch_id, "day": self.day}


@dataclass(slots=True)
class Stage:
    """Counts of a stage while it runs."""

    connection: Connection
    rows_in: int = 0
    rows_out: int = 0
    notes: dict[str, int] = field(default_factory=dict)

    def summary(self) -> dict[str, int]:
        """What a task returns: numbers only."""
        return {"rows_in": self.rows_in, "rows_out": self.rows_out, **self.notes}


@contextmanager
def stage(settings: Settings, work_key: str, name: str) -> Iterator[Stage]:
    """Run a stage in one transaction and record in it how long it took and what it made of how much."""
    started = perf_counter()
    with transaction(settings.dsn) as connection:
        running = Stage(connection)
        yield running
        execute(
            connection,
            "quality/record_stage",
            {
                "work_key": work_key,
                "stage": name,
                "rows_in": running.rows_in,
                "rows_out": running.rows_out,
                "seconds": perf_counter() - started,
            },
        )
