"""The checks on the warehouse as a whole find nothing where all is well, and each finds what it is there to find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syria_events.pipeline.check import CriticalCheckError
from syria_events.pipeline.check_warehouse import check_warehouse
from syria_events.quality.validation import BrokenCheckError
from tests.conftest import own_database
from tests.integration.pipeline.conftest import Pipeline

NOW = datetime.now(UTC)

HERE = Path(__file__).parent
DAMAGE: dict[str, str] = dict(
    re.findall(r"^-- ((?:core|mart) \w+)\n(.+?);\n(?=\n|$)", (HERE / "damage.sql").read_text("utf-8"), re.M | re.S)
)
HALVED = (HERE / "half_the_events.sql").read_text("utf-8")


@pytest.fixture
def copy(told: Pipeline, postgres: str) -> Iterator[Pipeline]:
    """Yield a deployment with a warehouse of the test's own that holds the whole story."""
    name = told.environment["AIRFLOW_CONN_WAREHOUSE"].partition("@/")[2].partition("?")[0]
    with own_database(postgres, template=name) as dsn:
        yield Pipeline(told.newsroom, {**told.environment, "AIRFLOW_CONN_WAREHOUSE": dsn})


def unmet(pipeline: Pipeline) -> dict[str, int]:
    rows = pipeline.query(
        "SELECT suite || ' ' || expectation, unexpected_count FROM quality.check_result"
        " WHERE work_key LIKE 'warehouse:%' AND NOT is_met"
    )
    return {str(name): int(str(count)) for name, count in rows}


def test_whole_story_meets_every_expectation(copy: Pipeline) -> None:
    counts = check_warehouse(copy.settings, now=NOW)
    assert unmet(copy) == {}
    assert counts["expectations"] >= 40


def test_each_expectation_finds_its_damage_and_all_failing_rows_are_kept(copy: Pipeline) -> None:
    for damage in DAMAGE.values():
        copy.query(damage)
    quotes = int(str(copy.query("SELECT count(*) FROM core.report_evidence WHERE quote LIKE '%x'")[0][0]))
    with pytest.raises(CriticalCheckError, match="evidence_equals_slice") as raised:
        check_warehouse(copy.settings, now=NOW)
    found = unmet(copy)
    assert set(DAMAGE) - set(found) == set()
    assert "rebuild_day" in str(raised.value)
    assert found["core evidence_equals_slice"] >= quotes - 5
    kept = copy.query(
        "SELECT suite || ' ' || expectation, count(*) FROM quality.check_failure"
        " WHERE work_key LIKE 'warehouse:%' AND row_key <> '' GROUP BY 1"
    )
    assert dict(kept) == found  # type: ignore[arg-type]


def test_mart_that_holds_half_of_the_events_is_caught(copy: Pipeline) -> None:
    copy.query(HALVED)
    with pytest.raises(CriticalCheckError, match="holds_every_event"):
        check_warehouse(copy.settings, now=NOW)


def test_running_it_again_replaces_the_results_of_the_day(copy: Pipeline) -> None:
    copy.query(DAMAGE["core coordinates_in_syria"])
    for _ in range(2):
        with pytest.raises(CriticalCheckError):
            check_warehouse(copy.settings, now=NOW)
    copy.query("UPDATE core.event SET lat = 33 WHERE lat = 1")
    check_warehouse(copy.settings, now=NOW)
    assert unmet(copy) == {}
    assert copy.query("SELECT count(*) FROM quality.check_failure WHERE suite = 'core'") == [(0,)]


def test_broken_expectation_is_an_error_and_keeps_no_result(copy: Pipeline) -> None:
    copy.query("ALTER TABLE core.event_tombstone RENAME COLUMN merged_into TO other")
    with pytest.raises(BrokenCheckError, match="tombstones_lead_to_events"):
        check_warehouse(copy.settings, now=NOW)
    assert copy.query("SELECT count(*) FROM quality.check_result WHERE work_key LIKE 'warehouse:%'") == [(0,)]


HISTORY = """
    INSERT INTO raw.fetch (feed_slug, started_at, url, outcome, entry_count, unchanged_count)
    SELECT '{feed}', timestamptz '{now}' - make_interval(days => d, hours => 1), 'https://o.example/feed', 'same', n, n
    FROM (SELECT d, CASE WHEN d < {cut_days} THEN 15 ELSE 30 END AS n FROM generate_series(0, 80) d) s"""


@pytest.mark.parametrize("cut_days", [1, 27])
def test_feed_cut_at_half_its_items_is_caught_also_after_weeks(copy: Pipeline, cut_days: int) -> None:
    feed = str(copy.query("SELECT min(feed_slug) FROM raw.feed WHERE status = 'enabled'")[0][0])
    copy.query(f"DELETE FROM raw.fetch WHERE feed_slug = '{feed}' AND batch_id IS NULL")
    copy.query(f"UPDATE raw.fetch SET started_at = started_at - interval '200 days' WHERE feed_slug = '{feed}'")
    copy.query(HISTORY.format(feed=feed, now=NOW.isoformat(), cut_days=cut_days))
    check_warehouse(copy.settings, now=NOW)
    cut = copy.query("SELECT row_key, observed FROM quality.check_failure WHERE expectation = 'window_is_whole'")
    assert cut == [(feed, "0.5")]


def test_feed_that_fell_silent_is_caught(copy: Pipeline) -> None:
    check_warehouse(copy.settings, now=NOW + timedelta(days=2))
    silent = copy.query("SELECT count(*) FROM quality.check_failure WHERE expectation = 'feed_answers'")
    enabled = copy.query("SELECT count(*) FROM raw.feed WHERE status = 'enabled'")
    assert silent == enabled
