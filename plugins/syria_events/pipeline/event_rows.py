"""Events as rows of core.event and its parts, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import starmap

from syria_events.events.agreement import EventActor
from syria_events.events.contest import Version
from syria_events.events.event import Event
from syria_events.events.tolls import KINDS, VICTIMS, Toll
from syria_events.model import Attribution, EventDate, Place
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Json, Row, copy_rows, fetch_rows

EVENT_COLUMNS = (
    "event_id", "plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type", "event_start_date",
    "event_end_date", "date_precision", "place_id", "place_name", "admin1_pcode", "country", "lat", "lon",
    "place_precision", "place_null_reason", "languages", "report_count", "article_count", "source_count",
    "family_count", "is_contested", "confidence", "claimed_by", "claimed_by_statuses", "versions", "first_reported_at",
    "last_reported_at",
)  # fmt: skip
SAME = (
    "event_id", "plover_root", "plover_mode", "acled_event_type", "acled_sub_event_type", "place_null_reason",
    "report_count", "article_count", "source_count", "family_count", "is_contested", "confidence",
    "first_reported_at", "last_reported_at",
)  # fmt: skip
"""What an event and its row call the same."""
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


def read_events(connection: Connection, event_ids: Sequence[str]) -> dict[str, Event]:
    """Return the stored events among these, by id: equal to what was written, but for offsets of places."""
    rows = fetch_rows(connection, "core/select_events", {"event_ids": list(event_ids)})
    return {row["event_id"]: _event(row) for row in rows}


def _row(event: Event) -> Row:
    place = event.place
    return {
        **{name: getattr(event, name) for name in SAME},
        "languages": event.languages,
        "event_start_date": event.event_date.start,
        "event_end_date": event.event_date.end,
        "date_precision": event.event_date.precision,
        "place_id": place.place_id if place else None,
        "place_name": place.name if place else None,
        "admin1_pcode": place.admin1_pcode if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
        "claimed_by": [credit.name for credit in event.claimed_by],
        "claimed_by_statuses": [credit.status for credit in event.claimed_by],
        "versions": Json([asdict(version) for version in event.versions]),
    }


def _event(row: Row) -> Event:
    found = [Toll(**toll) for toll in row["tolls"]]
    return Event(
        **{name: row[name] for name in SAME},
        languages=tuple(row["languages"]),
        event_date=EventDate(row["event_start_date"], row["event_end_date"], row["date_precision"]),
        place=_place(row),
        actors=tuple(EventActor(**actor) for actor in row["actors"]),
        tolls=tuple(sorted(found, key=lambda toll: (KINDS.index(toll.kind), VICTIMS.index(toll.victims)))),
        realis="actual",
        versions=tuple(_version(version) for version in row["versions"]),
        claimed_by=tuple(starmap(Attribution, zip(row["claimed_by"], row["claimed_by_statuses"], strict=True))),
    )


def _place(row: Row) -> Place | None:
    if row["place_name"] is None:
        return None
    names = ("admin1_pcode", "country", "lat", "lon", "place_id")
    return Place(row["place_name"], precision=row["place_precision"], **{name: row[name] for name in names})


def _version(stored: Row) -> Version:
    lists = {name: tuple(stored[name]) for name in ("said_by", "report_ids")}
    return Version(stored["about"], stored["value"], **lists)
