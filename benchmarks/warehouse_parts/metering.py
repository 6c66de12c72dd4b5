"""Time on the clock and on the processors, of this process and of the server's process behind a connection."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from syria_events.warehouse.connection import Connection


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds. `processor` hardly depends on what else the machine does; null where the system does not tell."""

    clock: float
    processor: float | None


def metered(connection: Connection, work: Callable[[], object]) -> Cost:
    """Do the work in a transaction, the commit included, and return what it took."""
    began, spent = time.perf_counter(), _processor(connection)
    with connection:
        work()
    clock, now = time.perf_counter() - began, _processor(connection)
    return Cost(clock, now - spent if now is not None and spent is not None else None)


def figures(costs: Sequence[Cost]) -> str:
    """Say milliseconds: median and 95th percentile of the clock, median of the processors."""
    clocks = sorted(cost.clock for cost in costs)
    spent = [cost.processor for cost in costs if cost.processor is not None]
    processor = f" (processor {1000 * statistics.median(spent):.0f} ms)" if spent else ""
    return (
        f"p50 {1000 * statistics.median(clocks):.0f} ms, p95 {1000 * clocks[int(len(clocks) * 0.95)]:.0f} ms{processor}"
    )


def _processor(connection: Connection) -> float | None:
    statistic = Path(f"/proc/{connection.info.backend_pid}/schedstat")  # Linux; in nanoseconds
    if not statistic.exists():
        return None
    return int(statistic.read_text("ascii").split()[0]) / 1e9 + time.process_time()
