"""Poll the feeds that are due: ask, land, store entries, and open a batch for what is new."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from time import perf_counter

from syria_events.feeds.schedule import held_hosts, plan, settle
from syria_events.landing.writing import LandingWriter
from syria_events.model import SyriaEventsError
from syria_events.pipeline.client import polite_client
from syria_events.pipeline.poll_rows import Fetched, store_fetches
from syria_events.pipeline.registry import feed_of, state_of, sync_feeds
from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, execute, fetch_rows

LEASE = timedelta(minutes=20)
"""Longer than a poll may take; a poll that died gives its feeds back after it."""


def poll_due_feeds(settings: Settings, *, now: datetime, all_feeds: bool = False) -> dict[str, object]:
    """Poll every feed that is due (or all enabled ones) and return the batch, if there is one, and the counts.

    What was fetched becomes true in one transaction at the end, after the landing file is closed: a poll that dies on
    the way leaves nothing behind but its leases, which run out; one that fails gives them back.
    """
    started = perf_counter()
    with transaction(settings.dsn) as connection:
        sync_feeds(connection, settings)
        lease = {"now": now, "until": now + LEASE, "is_forced": all_feeds}
        due = fetch_rows(connection, "raw/lease_due_feeds", lease)
        held = held_hosts(map(state_of, fetch_rows(connection, "raw/select_held_feeds", {"now": now})), now)
    batch_id = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
    try:
        fetched = _fetch(settings, batch_id, due, held, now) if due else []
    except SyriaEventsError:
        _return_leases(settings, [row["feed_slug"] for row in due], now + LEASE)
        raise
    with transaction(settings.dsn) as connection:
        return store_fetches(connection, batch_id, fetched, now=now, started=started)


def _return_leases(settings: Settings, slugs: Sequence[str], until: datetime) -> None:
    with transaction(settings.dsn) as connection:
        execute(connection, "raw/return_leases", {"slugs": list(slugs), "until": until})


def _fetch(
    settings: Settings, batch_id: str, due: Sequence[Row], held: Mapping[str, datetime], now: datetime
) -> list[Fetched]:
    feeds = {row["feed_slug"]: feed_of(row) for row in due}
    states = {row["feed_slug"]: state_of(row) for row in due}
    requests = [plan(states[slug], now, key=slug) for slug in sorted(feeds)]
    fetched: list[Fetched] = []

    async def run(writer: LandingWriter) -> None:
        async with polite_client(settings, held=held) as client:
            async for request, response in client.fetch_all(requests):
                ref = writer.add(response) if response.body else None
                settled = settle(states[request.key], response, now, feeds[request.key])
                sizes = len(response.body), len(response.wire_body)
                # The bodies are in the landing by now; hundreds of them would be what the poll's memory goes to.
                light = replace(response, body=b"", wire_body=b"")
                fetched.append(Fetched(feeds[request.key], light, *sizes, ref, settled))

    with LandingWriter(settings.landing_url, f"feeds/{now:%Y/%m/%d}/{batch_id}") as writer:
        asyncio.run(run(writer))
    return sorted(fetched, key=lambda f: f.feed.slug)
