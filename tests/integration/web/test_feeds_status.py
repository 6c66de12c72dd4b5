"""`syria-events feeds status` on a real warehouse."""

import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from syria_events.cli.feeds import feeds
from syria_events.feeds.schedule import FeedState
from syria_events.model import Feed
from syria_events.warehouse.connection import transaction

NOW = datetime.now(UTC)


def store(dsn: str, slug: str, failures: float, *outcomes: str) -> None:
    feed = Feed(slug=slug, name=slug.title(), url=f"https://example.org/{slug}")
    state = FeedState.of_feed(feed).to_row() | {"failures": failures}
    with transaction(dsn) as connection, connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO raw.feed (feed_slug, name, url, scope, family, timezone, status, next_check_at, polling)"
            " VALUES (%s, %s, %s, 'world', 'x', 'UTC', 'enabled', %s, %s)",
            (slug, feed.name, feed.url, NOW, json.dumps(state)),
        )
        for outcome in outcomes:
            cursor.execute(
                "INSERT INTO raw.fetch (feed_slug, started_at, url, outcome, entry_count, new_count, next_reason)"
                " VALUES (%s, %s, %s, %s, 7, 7, 'because')",
                (slug, NOW, feed.url, outcome),
            )


def test_status_shows_all_feeds_or_the_ill_ones_only(warehouse: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store(warehouse, "well", 0, "new")
    store(warehouse, "ailing", 2.5, "new", "failed")
    monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", warehouse)

    every = CliRunner().invoke(feeds, ["status"])
    ill = CliRunner().invoke(feeds, ["status", "--ill"])

    assert every.exit_code == 0, every.output
    assert "2 of 2 feeds" in every.output
    assert every.output.index("ailing") < every.output.index("well")
    assert "1 of 2 feeds" in ill.output
    assert "failed" in ill.output
    assert "because" in ill.output
