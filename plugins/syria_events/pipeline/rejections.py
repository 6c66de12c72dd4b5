"""Look at rejected rows, derive them again, or leave them at that.

A retry goes the way of any other work, from the landing on, for the entries of the chosen rows alone: what passes is in
core afterwards and its rejection is mended, what fails stays, with the reason of now. Nothing is ever deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from syria_events.model import SyriaEventsError
from syria_events.pipeline.derive import derive
from syria_events.pipeline.work import Work
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import Row, execute, fetch_rows

STATES = ("open", "discarded", "mended")
SUITES = ("entries", "articles", "reports")


class RejectionError(SyriaEventsError):
    """A rejected row that does not exist, or is in no state to do that with it."""


@dataclass(frozen=True, slots=True)
class RejectionFilter:
    """Which rejected rows a list shows; what is null does not matter."""

    state: str | None = "open"
    suite: str | None = None
    expectation: str | None = None
    feed_slug: str | None = None
    batch_id: str | None = None


@dataclass(frozen=True, slots=True)
class Retried:
    """What came of deriving the entry of one rejected row again."""

    rejected_id: int
    is_mended: bool
    """The row does not fail its expectation any more."""
    outcome: str
    """What became of the entry version: loaded, rejected, irrelevant, duplicate or pending."""
    message: str
    """In words; where it failed again, the reasons of now."""
    open_ids: tuple[int, ...]
    """Rejections of the same entry version that are open now, this one included where it failed again."""


def list_rejected(
    settings: Settings, chosen: RejectionFilter | None = None, *, limit: int = 50, offset: int = 0
) -> list[Row]:
    """Return rejected rows, latest first, without their contents; `matching` is the number of all that match."""
    which = chosen or RejectionFilter()
    parameters = {name: getattr(which, name) for name in RejectionFilter.__slots__} | {"limit": limit, "offset": offset}
    with transaction(settings.dsn) as connection:
        return fetch_rows(connection, "quality/select_rejected_rows", parameters)


def show_rejected(settings: Settings, rejected_id: int) -> Row:
    """Return one rejected row whole, with `actions`, what was done about it. Raises RejectionError if there is none."""
    with transaction(settings.dsn) as connection:
        rows = fetch_rows(connection, "quality/select_rejected_row", {"rejected_id": rejected_id})
    if not rows:
        raise _missing([rejected_id])
    return rows[0]


def retry_rejected(
    settings: Settings, rejected_ids: Sequence[int], *, acting_user: str, now: datetime
) -> list[Retried]:
    """Derive the entries of open rows again, from the landing, and say of each row what came of it.

    Mended rows are left alone and told of. Raises RejectionError, before anything is done, for unknown and discarded
    rows, and whatever a stage raises; then the rows stay as they are.
    """
    with transaction(settings.dsn) as connection:
        before = _read(connection, rejected_ids)
    _refuse(before, "discarded", "is discarded; open it again first with `syria-events rejected restore {}`")
    to_do = [row for row in before if row["state"] == "open"]
    if to_do:
        entries = [(row["entry_id"], row["entry_version"]) for row in to_do]
        work = Work.of_entries(entries, run_id=f"retry by {acting_user} at {now.isoformat()}")
        derive(settings, work, now=now)
    with transaction(settings.dsn) as connection:
        retried = [_retried(row) for row in _read(connection, rejected_ids)]
        messages = {r.rejected_id: r.message for r in retried}
        acted = {row["rejected_id"]: messages[row["rejected_id"]] for row in to_do}
        _note(connection, "retry", acted, acting_user=acting_user, now=now)
    return retried


def discard_rejected(
    settings: Settings, rejected_ids: Sequence[int], *, acting_user: str, now: datetime, reason: str = ""
) -> list[int]:
    """Leave open rows at that, and return the ids of those that were open. Raises RejectionError for unknown rows and
    for mended ones, of which there is nothing to discard."""
    with transaction(settings.dsn) as connection:
        _refuse(_read(connection, rejected_ids), "mended", "is mended already; there is nothing to discard")
        change = {"from_state": "open", "to_state": "discarded", "settled_at": now, "settled_by": acting_user}
        return _settle(connection, rejected_ids, change, "discard", acting_user=acting_user, now=now, reason=reason)


def restore_rejected(
    settings: Settings, rejected_ids: Sequence[int], *, acting_user: str, now: datetime, reason: str = ""
) -> list[int]:
    """Open discarded rows again, and return the ids of those that were discarded. Raises RejectionError for unknown
    rows."""
    with transaction(settings.dsn) as connection:
        _read(connection, rejected_ids)
        change = {"from_state": "discarded", "to_state": "open", "settled_at": None, "settled_by": None}
        return _settle(connection, rejected_ids, change, "restore", acting_user=acting_user, now=now, reason=reason)


def _settle(
    connection: Connection, rejected_ids: Sequence[int], change: Row, action: str, *, acting_user: str, now: datetime,
    reason: str,
) -> list[int]:  # fmt: skip
    rows = fetch_rows(connection, "quality/settle_rejected_rows", {**change, "rejected_ids": list(rejected_ids)})
    changed = sorted(row["rejected_id"] for row in rows)
    _note(connection, action, dict.fromkeys(changed, reason), acting_user=acting_user, now=now)
    return changed


def _read(connection: Connection, rejected_ids: Sequence[int]) -> list[Row]:
    rows = fetch_rows(connection, "quality/select_rejections", {"rejected_ids": list(rejected_ids)})
    missing = sorted(set(rejected_ids) - {row["rejected_id"] for row in rows})
    if missing:
        raise _missing(missing)
    return rows


def _missing(rejected_ids: Sequence[int]) -> RejectionError:
    return RejectionError(f"no rejected row {', '.join(map(str, rejected_ids))}; see `syria-events rejected list`")


def _refuse(rows: Sequence[Row], state: str, message: str) -> None:
    for row in rows:
        if row["state"] == state:
            raise RejectionError(f"rejected row {row['rejected_id']} {message.format(row['rejected_id'])}")


def _retried(row: Row) -> Retried:
    is_mended, open_ids = row["state"] == "mended", tuple(row["open_ids"])
    if open_ids:
        message = f"{'passes this, but fails' if is_mended else 'fails again'}: {', '.join(row['open_reasons'])}"
    else:
        message = f"mended: the entry is {row['outcome']}"
        if row["outcome_reason"]:
            message += f" ({row['outcome_reason']})"
    return Retried(row["rejected_id"], is_mended, row["outcome"], message, open_ids)


def _note(connection: Connection, action: str, notes: dict[int, str], *, acting_user: str, now: datetime) -> None:
    parameters = {
        "action": action,
        "rejected_ids": list(notes),
        "notes": list(notes.values()),
        "acted_by": acting_user,
        "acted_at": now,
    }
    execute(connection, "quality/insert_rejection_actions", parameters)
