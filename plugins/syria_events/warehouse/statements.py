"""The SQL of the project: one statement per file under `sql/`, found by name."""

from __future__ import annotations

from functools import cache

from syria_events.model import SyriaEventsError
from syria_events.settings import HOME


@cache
def statement(name: str) -> str:
    """Return the text of `sql/<name>.sql`, for example `statement("raw/select_due_feeds")`."""
    path = HOME / "sql" / f"{name}.sql"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SyriaEventsError(f"{path}: no such statement; is the checkout complete?") from None
