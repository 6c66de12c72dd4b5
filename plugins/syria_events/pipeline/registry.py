"""Bring the feeds of the registry into the warehouse, and read them and what polling knows of them back."""

from __future__ import annotations

from dataclasses import asdict

from syria_events.feeds.registry import load_feeds
from syria_events.feeds.state import FeedState
from syria_events.model import Feed
from syria_events.settings import Settings
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Row, execute


def sync_feeds(connection: Connection, settings: Settings) -> int:
    """Upsert the registry into raw.feed, disable what left it, and return the number of feeds that changed."""
    feeds = load_feeds(settings.feeds_file, only_own=settings.only_own_feeds)
    changed = 0
    for feed in sorted(feeds, key=lambda f: f.slug):
        parameters = asdict(feed) | {"family": feed.family or feed.slug}
        changed += execute(connection, "raw/upsert_feed", parameters)
    return changed + execute(connection, "raw/disable_absent_feeds", {"slugs": [feed.slug for feed in feeds]})


def feed_of(row: Row) -> Feed:
    """Return the feed of a row of raw.feed."""
    names = ("name", "url", "homepage", "language", "country", "perspective", "scope", "family", "timezone", "status")
    return Feed(slug=row["feed_slug"], note=row["note"], **{name: row[name] for name in names})


def state_of(row: Row) -> FeedState:
    """Return the state of polling in a row of raw.feed."""
    return FeedState.from_row(row["polling"], feed_of(row))
