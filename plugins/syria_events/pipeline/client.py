"""The polite client with the settings of this deployment and what it learned before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from syria_events import CODE_VERSION
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import execute, fetch_rows
from syria_events.web.client import ClientSettings, PoliteClient
from syria_events.web.robots import KEEP, RobotsRecord


def polite_client(
    settings: Settings, *, robots: Iterable[RobotsRecord] = (), held: Mapping[str, datetime] | None = None
) -> PoliteClient:
    """Return a client that says who we are, goes where the settings allow, and leaves `held` hosts alone till then."""
    return PoliteClient(
        ClientSettings(
            user_agent=f"SyriaEvents/{CODE_VERSION} (+{settings.contact_url})",
            allow_private=settings.allow_private,
            per_host_seconds=settings.per_host_seconds,
        ),
        robots=robots,
        held=held,
    )


def remembered_robots(connection: Connection, *, now: datetime) -> list[RobotsRecord]:
    """Return the robots.txt files that were asked for within the last day."""
    rows = fetch_rows(connection, "raw/select_robots", {"since": now - KEEP})
    return [RobotsRecord(row["origin"], row["fetched_at"], row["rules"]) for row in rows]


def remember_robots(connection: Connection, records: Iterable[RobotsRecord]) -> None:
    """Keep robots.txt files for the next client."""
    for record in sorted(records, key=lambda r: r.origin):
        parameters = {"origin": record.origin, "fetched_at": record.fetched_at, "rules": record.text}
        execute(connection, "raw/upsert_robots", parameters)
