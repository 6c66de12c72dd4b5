"""Rulings of operators as rows of core.event_ruling and its anchors."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby

from syria_events.events.rulings import Anchor, Ruling
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, copy_rows, fetch_rows

RULING_COLUMNS = ("ruling_id", "kind", "made_at", "made_by", "note")
ANCHOR_COLUMNS = ("ruling_id", "report_id", "is_apart", "article_id", "type_family", "day")


def read_rulings(connection: Connection) -> tuple[Ruling, ...]:
    """Return all rulings, oldest first."""
    rows = fetch_rows(connection, "core/select_rulings")
    return tuple(_ruling(list(told)) for _, told in groupby(rows, key=lambda row: row["ruling_id"]))


def write_ruling(connection: Connection, ruling: Ruling) -> None:
    """Add a ruling."""
    copy_rows(connection, "core.event_ruling", RULING_COLUMNS, [[getattr(ruling, name) for name in RULING_COLUMNS]])
    sides = [(ruling.anchors, False), (ruling.apart, True)]
    anchors = [
        asdict(anchor) | {"ruling_id": ruling.ruling_id, "is_apart": is_apart}
        for side, is_apart in sides
        for anchor in side
    ]
    copy_rows(connection, "core.event_ruling_anchor", ANCHOR_COLUMNS, [[a[c] for c in ANCHOR_COLUMNS] for a in anchors])


def _ruling(rows: list[Row]) -> Ruling:
    return Ruling(
        **{name: rows[0][name] for name in RULING_COLUMNS},
        anchors=tuple(_anchor(row) for row in rows if not row["is_apart"]),
        apart=tuple(_anchor(row) for row in rows if row["is_apart"]),
    )


def _anchor(row: Row) -> Anchor:
    return Anchor(row["report_id"], row["article_id"], row["type_family"], row["day"])
