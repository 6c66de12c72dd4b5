"""Events as rows of core.event and its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from syria_events.events.event import Event
from syria_events.pipeline.places import place_cells
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Json, Row, copy_rows

EVENT_COLUMNS = (
    "event_id", "plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type", "event_start_date",
    "event_end_date", "date_precision", "place_id", "place_name", "admin1_pcode", "country", "lat", "lon",
    "place_precision", "place_null_reason", "languages", "report_count", "article_count", "source_count",
    "family_count", "is_contested", "confidence", "claimed_by", "versions", "first_reported_at", "last_reported_at",
)  # fmt: skip
TOLL_COLUMNS = ("event_id", "kind", "victims", "low", "best", "high", "claimant_count")
ACTOR_COLUMNS = ("event_id", "position", "role", "group_code", "name", "voice_count")


def write_events(connection: Connection, events: Sequence[Event]) -> None:
    """COPY events that are not there, with their tolls and actors."""
    rows = [_row(event) for event in events]
    copy_rows(connection, "core.event", EVENT_COLUMNS, [[row[c] for c in EVENT_COLUMNS] for row in rows])
    tolls = [(e.event_id, t.kind, t.victims, t.low, t.best, t.high, t.claimants) for e in events for t in e.tolls]
    copy_rows(connection, "core.event_toll", TOLL_COLUMNS, tolls)
    actors = [(e.event_id, i, a.role, a.group, a.name, a.voices) for e in events for i, a in enumerate(e.actors)]
    copy_rows(connection, "core.event_actor", ACTOR_COLUMNS, actors)


def _row(event: Event) -> Row:
    same = (
        "event_id", "plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type", "place_null_reason",
        "languages", "report_count", "article_count", "source_count", "family_count", "is_contested", "confidence",
        "first_reported_at", "last_reported_at",
    )  # fmt: skip
    return {
        **{name: getattr(event, name) for name in same},
        "event_start_date": event.event_date.start,
        "event_end_date": event.event_date.end,
        "date_precision": event.event_date.precision,
        **place_cells(event.place),
        "claimed_by": [credit.name for credit in event.claimed_by],
        "versions": Json([asdict(version) for version in event.versions]),
    }
