"""A suite: a named list of expectations, each with its severity, its meaning in plain words and the remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation

    Expectations = tuple[Expectation, ...]

CRITICAL, WARNING, INFO = "critical", "warning", "info"
"""Critical turns the row back, or fails the run where there is no row; a warning is kept and shown; info is counted."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A named list of expectations; each carries `meta` with `name` and `remedy`, and `notes` in plain words."""

    name: str
    expectations: Expectations


def expect(
    kind: str, column: str, *, name: str, notes: str, remedy: str, severity: str = CRITICAL, **limits: Any
) -> Expectation:
    """Return the expectation of Great Expectations named `Expect<kind>` on a column.

    It is imported here and not at the top, because that takes seconds.
    """
    import great_expectations.expectations as gxe

    meta = {"name": name, "remedy": remedy}
    return getattr(gxe, f"Expect{kind}")(column=column, severity=severity, notes=notes, meta=meta, **limits)
