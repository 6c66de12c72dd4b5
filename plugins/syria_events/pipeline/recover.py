"""Search for what was published on a day and missed, and open a batch for what is found.

What is found of other days on the way is kept as well, each entry under its own day: nothing that was seen is thrown
away. What any feed has brought already, under the same identity or the same canonical URL, is left as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from syria_events.feeds.schedule import held_hosts
from syria_events.history.search import WAYS, Quest, Verdict
from syria_events.landing.writing import LandingWriter
from syria_events.model import stable_id
from syria_events.pipeline.client import remember_robots, remembered_robots
from syria_events.pipeline.recovery_rows import store_searches
from syria_events.pipeline.registry import feed_of, state_of, sync_feeds
from syria_events.pipeline.searching import search_feeds, ways_left
from syria_events.pipeline.work import Work, WorkError
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection, transaction
from syria_events.warehouse.rows import Row, fetch_rows

KEEP_CLOSED = timedelta(days=30)
"""A way that a publisher was seen not to offer is not tried again before."""
FEEDS_AT_ONCE = 40
"""Feeds per WARC file and transaction: what a crash costs at most."""


@dataclass(slots=True)
class Recovered:
    """What a search came to."""

    batch_id: str
    counts: dict[str, int] = field(default_factory=dict)
    verdicts: list[tuple[str, str, Verdict]] = field(default_factory=list)
    """Feed, way, and what was found out."""


def recovery_of(day: Work) -> Work:
    """Return the batch that a run's search for a day fills: the same at every attempt of that run."""
    if day.day is None:
        raise WorkError(f"{day.key}: a search is for a day")
    return Work.of_batch(f"recovery-{day.day}-{stable_id('', day.run_id)[:8]}", run_id=day.run_id)


def recover_day(
    settings: Settings, day: Work, *, slugs: Sequence[str] = (), ways: Collection[str] = (), now: datetime
) -> Recovered:
    """Search for one day of the named feeds (none: of all that are polled), by the named ways (none: by all).

    `in_batch` of the counts says how much there is to process; a repetition finds everything known. Raises WorkError
    for feeds and ways that there are not.
    """
    batch_id = recovery_of(day).batch_id or ""
    unknown = sorted(set(ways) - set(WAYS))
    if unknown:
        raise WorkError(f"{', '.join(unknown)}: no such way; there are {', '.join(WAYS)}")
    recovered = Recovered(batch_id)
    with transaction(settings.dsn) as connection:
        rows = _feeds(connection, settings, slugs)
    for start in range(0, len(rows), FEEDS_AT_ONCE):
        _recover(settings, day, rows[start : start + FEEDS_AT_ONCE], ways, now, recovered)
    with transaction(settings.dsn) as connection:
        (count,) = fetch_rows(connection, "raw/count_batch_entries", {"batch_id": batch_id})
    recovered.counts["in_batch"] = count["entry_versions"]
    return recovered


def _feeds(connection: Connection, settings: Settings, slugs: Sequence[str]) -> list[Row]:
    sync_feeds(connection, settings)
    rows = fetch_rows(connection, "raw/select_feeds_to_recover", {"slugs": list(slugs)})
    unknown = sorted(set(slugs) - {row["feed_slug"] for row in rows})
    if unknown:
        raise WorkError(f"{', '.join(unknown)}: no such feed; `syria-events feeds list` shows the slugs")
    return rows


def _recover(
    settings: Settings, day: Work, rows: Sequence[Row], chosen: Collection[str], now: datetime, recovered: Recovered
) -> None:
    """Search for some feeds; what was found becomes true in one transaction, after the landing file is closed."""
    with transaction(settings.dsn) as connection:
        closed = fetch_rows(connection, "raw/select_closed_ways", {"since": now - KEEP_CLOSED})
        held = held_hosts(map(state_of, fetch_rows(connection, "raw/select_held_feeds", {"now": now})), now)
        robots = remembered_robots(connection, now=now)
    quests = {
        _quest(settings, day, row, now): ways_left(
            chosen, {way["way"] for way in closed if way["feed_slug"] == row["feed_slug"]}
        )
        for row in rows
    }
    name = f"history/{now:%Y/%m/%d}/{recovered.batch_id}"
    with LandingWriter(settings.landing_url, name) as writer:
        searches, robots = search_feeds(settings, writer, quests, robots=robots, held=held)
    with transaction(settings.dsn) as connection:
        counts = store_searches(connection, recovered.batch_id, searches, now=now)
        remember_robots(connection, robots)
    for key, count in {"feeds": len(rows), **counts}.items():
        recovered.counts[key] = recovered.counts.get(key, 0) + count
    recovered.verdicts += [(s.quest.feed.slug, way, v) for s in searches for way, v in s.verdicts.items()]


def _quest(settings: Settings, day: Work, row: Row, now: datetime) -> Quest:
    assert day.day is not None
    state = state_of(row)
    return Quest(feed_of(row), state.url, day.day, state.identity_mode, now, settings.archive_url)
