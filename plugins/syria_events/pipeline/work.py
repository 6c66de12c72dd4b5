"""A piece of work: the entry versions of one batch, those of one day, or chosen ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter

from syria_events.model import SyriaEventsError, stable_id
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import execute, fetch_rows

BATCH_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")


class WorkError(SyriaEventsError):
    """A key that names no piece of work, or work that is not at the stage that a task expects."""


class SupersededError(WorkError):
    """A later run began the same work: its result stands, this one steps back."""


@dataclass(frozen=True, slots=True)
class Work:
    """What `derive` is asked to do. Exactly one of batch, day and entries is set."""

    batch_id: str | None = None
    day: date | None = None
    entries: tuple[tuple[str, int], ...] = ()
    """Entry ids with versions, sorted."""
    run_id: str = "by hand"
    """Who works on it. Of two runs on the same work, the one that began later owns its rows."""

    @classmethod
    def of_batch(cls, batch_id: str, *, run_id: str = "by hand") -> Work:
        """Work on the entries of one batch. Raises WorkError for what cannot be a batch id."""
        if not BATCH_ID.fullmatch(batch_id or ""):
            raise WorkError(
                f"{batch_id!r} is no batch id; see raw.batch, or let sweep_batches hand over what is stranded"
            )
        return cls(batch_id=batch_id, run_id=run_id)

    @classmethod
    def of_day(cls, day: str, *, today: date, run_id: str = "by hand") -> Work:
        """Work on the entries of one UTC day, given as YYYY-MM-DD. Raises WorkError for bad and future days."""
        try:
            parsed = date.fromisoformat(day)
        except (TypeError, ValueError):
            raise WorkError(f"{day!r} is no day; give it as YYYY-MM-DD") from None
        if parsed > today:
            raise WorkError(f"{parsed} lies in the future; a day can be rebuilt once it has begun")
        return cls(day=parsed, run_id=run_id)

    @classmethod
    def of_entries(cls, entries: Iterable[tuple[str, int]], *, run_id: str = "by hand") -> Work:
        """Work on chosen entry versions, given as (entry_id, version). Raises WorkError where there is none."""
        chosen = tuple(sorted(set(entries)))
        if not chosen:
            raise WorkError("no entry versions to work on")
        return cls(entries=chosen, run_id=run_id)

    @property
    def key(self) -> str:
        """The work's name in the tables."""
        if self.entries:
            return f"entries:{stable_id('w', *self._entry_keys)}"
        return f"batch:{self.batch_id}" if self.batch_id else f"day:{self.day}"

    @property
    def parameters(self) -> dict[str, object]:
        """What the statements that select by work want to know."""
        return {
            "batch_id": self.batch_id,
            "day": self.day,
            "entry_ids": sorted({entry_id for entry_id, _ in self.entries}),
            "entry_keys": self._entry_keys,
        }

    @property
    def _entry_keys(self) -> list[str]:
        return [f"{entry_id}/{version}" for entry_id, version in self.entries]


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


STAGES = ("extract", "code", "check", "load", "link")
"""The stages of deriving, each on the rows that the one before left."""


@contextmanager
def stage(settings: Settings, work: Work, name: str) -> Iterator[Stage]:
    """Run a stage in one transaction and record in it how long it took and what it made of how much.

    Raises SupersededError where a later run owns the work, WorkError where the stage before has not been run.
    """
    started = perf_counter()
    with transaction(settings.dsn) as connection:
        running = Stage(connection)
        if name in STAGES[1:]:
            _require(connection, work, name)
        if name in STAGES:
            parameters = {"work_key": work.key, "run_id": work.run_id, "stage": name}
            execute(connection, "raw/begin_derivation", parameters)
        yield running
        execute(
            connection,
            "quality/record_stage",
            {
                "work_key": work.key,
                "stage": name,
                "rows_in": running.rows_in,
                "rows_out": running.rows_out,
                "seconds": perf_counter() - started,
            },
        )


def _require(connection: Connection, work: Work, name: str) -> None:
    found = fetch_rows(connection, "raw/select_derivation", {"work_key": work.key})
    before = STAGES[STAGES.index(name) - 1]
    if found and found[0]["run_id"] != work.run_id:
        raise SupersededError(f"{work.key}: run {found[0]['run_id']} began later and goes on instead")
    if not found or STAGES.index(found[0]["stage"]) < STAGES.index(before):
        raise WorkError(f"{work.key}: {before} has to be run before {name}; clear the run from extract on")
