"""What is wrong with a line of a file that is imported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A line (or, in JSON, an item, counted from 1) that was left out, and why."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the problem as a compiler would print it."""
        return f"{self.file}:{self.line}: {self.message}"
