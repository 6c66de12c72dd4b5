"""Reading the package's own csv tables: comment lines start with `#`, the first other line is the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(table: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield (where, row) of a table in `coding/data`; `where` names table and line, for error messages."""
    text = files("syria_events.coding").joinpath("data", table).read_text(encoding="utf-8")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    for (number, _), row in zip(lines[1:], csv.DictReader(line for _, line in lines), strict=True):
        yield f"{table}, line {number}", row
