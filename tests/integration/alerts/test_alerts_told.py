"""Alerts over a real warehouse, real SMTP and real HTTP: told once, told when over, and never in anybody's way."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from syria_events.alerts.deciding import Sign
from syria_events.cli import commands
from syria_events.pipeline.alerts import report_over, report_trouble, tell_pending, watch
from syria_events.settings import Settings
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import Row, fetch_rows

NOW = datetime.now(UTC)
FAILED = Sign("failed_run", "process_batch.derive.load B1", "ConservationError: counts do not add up")
NO_PORT = "http://127.0.0.1:1/hook/secret-token"


@pytest.fixture
def environment(warehouse: str, tmp_path: Path, postbox: Any, hook: Any) -> dict[str, str]:
    return {
        "AIRFLOW_CONN_WAREHOUSE": warehouse,
        "SYRIA_EVENTS_VAR": str(tmp_path),
        "SYRIA_EVENTS_ALERT_SMTP": postbox.url,
        "SYRIA_EVENTS_ALERT_TO": "ops@o.example, night@o.example",
        "SYRIA_EVENTS_ALERT_WEBHOOK": hook.url,
    }


@pytest.fixture
def settings(environment: dict[str, str]) -> Settings:
    return Settings.from_environment(environment)


@pytest.fixture
def query(warehouse: str) -> Callable[[str], list[Any]]:
    def run(command: str) -> list[Any]:
        with transaction(warehouse, role=None) as connection, connection.cursor() as cursor:
            cursor.execute(command)
            return cursor.fetchall() if cursor.description else []

    return run


def alerts(settings: Settings, *, is_open: bool | None = None) -> list[Row]:
    with transaction(settings.dsn) as connection:
        return fetch_rows(connection, "quality/select_alerts", {"is_open": is_open, "limit": 100})


def test_failure_is_told_once_by_every_notifier_and_its_end_as_well(
    settings: Settings, postbox: Any, hook: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        for minutes in (0, 5, 10):
            report_trouble(settings, FAILED, now=NOW + timedelta(minutes=minutes))
        assert report_over(settings, FAILED.kind, FAILED.subject, now=NOW + timedelta(minutes=15))
    assert not report_over(settings, FAILED.kind, FAILED.subject, now=NOW + timedelta(minutes=20))
    assert postbox.subjects == [
        "[syria-events] alert: failed run: process_batch.derive.load B1",
        "[syria-events] all clear: failed run: process_batch.derive.load B1 (seen 3 times)",
    ]
    assert postbox.mails[0]["To"] == "ops@o.example, night@o.example"
    assert "counts do not add up" in postbox.mails[0].get_content()
    assert [(post["state"], post["repetitions"]) for post in hook.posts] == [("open", 1), ("cleared", 3)]
    assert hook.posts[0]["text"].startswith("[syria-events] alert: failed run")
    assert sum("all clear" in record.message for record in caplog.records) == 1


def test_another_batch_is_another_cause(settings: Settings, postbox: Any) -> None:
    report_trouble(settings, FAILED, now=NOW)
    report_trouble(settings, Sign(FAILED.kind, "process_batch.derive.load B2", "x"), now=NOW)
    report_over(settings, FAILED.kind, FAILED.subject, now=NOW)
    assert [row["subject"] for row in alerts(settings, is_open=True)] == ["process_batch.derive.load B2"]
    assert len(postbox.mails) == 3


def test_notifier_that_is_down_stops_nobody_is_told_of_and_told_later(
    settings: Settings, postbox: Any, hook: Any
) -> None:
    hook.status = 503
    report_trouble(settings, FAILED, now=NOW)
    assert postbox.subjects == [
        "[syria-events] alert: failed run: process_batch.derive.load B1",
        "[syria-events] alert: notifier down: webhook",
    ]
    assert "secret-token" not in postbox.mails[1].get_content()
    tell_pending(settings, now=NOW + timedelta(minutes=15))
    assert len(postbox.mails) == 2
    hook.status = 204
    tell_pending(settings, now=NOW + timedelta(minutes=30))
    assert [post["subject"] for post in hook.posts] == [FAILED.subject]
    assert postbox.subjects[2:] == ["[syria-events] all clear: notifier down: webhook (seen 2 times)"]
    assert all(row["untold"] == [] for row in alerts(settings))


def test_all_notifiers_down_raises_nothing(environment: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    down = {"SYRIA_EVENTS_ALERT_SMTP": "smtp://127.0.0.1:1", "SYRIA_EVENTS_ALERT_WEBHOOK": NO_PORT}
    settings = Settings.from_environment({**environment, **down})
    report_trouble(settings, FAILED, now=NOW)
    assert {row["subject"]: sorted(row["untold"]) for row in alerts(settings)}[FAILED.subject] == ["e-mail", "webhook"]
    assert any("failed run" in record.message for record in caplog.records)


def test_without_the_warehouse_it_is_told_once_an_hour(environment: dict[str, str], postbox: Any) -> None:
    settings = Settings.from_environment(
        {**environment, "AIRFLOW_CONN_WAREHOUSE": "postgresql://nobody@127.0.0.1:1/none"}
    )
    for minutes in (0, 5, 55, 61):
        report_trouble(settings, FAILED, now=NOW + timedelta(minutes=minutes))
    assert len(postbox.mails) == 2


RESULT = "work_key, suite, expectation, severity, is_met, unexpected_count, notes, remedy"
FEED = """
    INSERT INTO raw.feed (feed_slug, name, url, scope, family, timezone, status)
    VALUES ('{0}', '{0}', 'https://o.example/{0}', 'syria', '{0}', 'UTC', 'enabled');
    INSERT INTO raw.fetch (feed_slug, started_at, url, outcome, has_lost_overlap)
    VALUES ('{0}', timestamptz '{1}' - interval '{2} hours', 'https://o.example/{0}', '{3}', {4})"""


def test_signs_in_the_tables_become_alerts_and_go_with_their_causes(
    settings: Settings, query: Callable[[str], list[Any]], postbox: Any
) -> None:
    now = NOW.isoformat()
    query(FEED.format("well", now, 1, "new", "false"))
    query(FEED.format("silent", now, 30, "new", "false"))
    query(FEED.format("never-good", now, 30, "failed", "false"))
    query(FEED.format("lossy", now, 2, "new", "true"))
    query(
        "INSERT INTO raw.batch (batch_id, kind, created_at)"
        f" VALUES ('B1', 'poll', timestamptz '{now}' - interval '2 hours')"
    )
    query(
        f"INSERT INTO quality.check_result ({RESULT})"
        " VALUES ('warehouse:2026-11-24', 'core', 'tolls_in_order', 'critical', false, 3, 'In order.', 'Mend it.')"
    )
    assert watch(settings, now=NOW) == {"signs": 5, "news": 5}
    assert {(row["kind"], row["subject"]) for row in alerts(settings)} == {
        ("silent_feed", "silent"),
        ("silent_feed", "never-good"),
        ("lost_overlap", "lossy"),
        ("queue_age", "process_batch"),
        ("critical_check", "core tolls_in_order"),
    }
    assert watch(settings, now=NOW + timedelta(minutes=15)) == {"signs": 5, "news": 0}
    assert len(postbox.mails) == 5
    query("UPDATE raw.batch SET state = 'done'; UPDATE quality.check_result SET is_met = true, unexpected_count = 0")
    query(f"UPDATE raw.fetch SET started_at = '{now}', outcome = 'new', has_lost_overlap = false")
    assert watch(settings, now=NOW + timedelta(minutes=30)) == {"signs": 0, "news": 5}
    assert alerts(settings, is_open=True) == []
    assert sum("all clear" in subject for subject in postbox.subjects) == 5


def test_feed_found_silent_or_cut_by_the_daily_check_is_told_of(
    settings: Settings, query: Callable[[str], list[Any]], hook: Any
) -> None:
    for expectation, observed in (("feed_is_not_silent", "4.2"), ("window_is_whole", "0.5")):
        query(
            f"INSERT INTO quality.check_result ({RESULT})"
            f" VALUES ('warehouse:2026-11-24', 'feeds', '{expectation}', 'warning', false, 1, 'So.', 'Do.');"
            "INSERT INTO quality.check_failure (work_key, suite, expectation, position, row_key, observed)"
            f" VALUES ('warehouse:2026-11-24', 'feeds', '{expectation}', 0, 'barada-courier', '{observed}')"
        )
    watch(settings, now=NOW)
    assert {(post["kind"], post["subject"]) for post in hook.posts} == {
        ("silent_feed", "barada-courier"),
        ("cut_feed", "barada-courier"),
    }


def test_operator_lists_alerts_and_tries_the_notifiers(
    environment: dict[str, str], settings: Settings, postbox: Any, hook: Any
) -> None:
    report_trouble(settings, FAILED, now=NOW)
    listed = CliRunner().invoke(commands, ["alerts", "list"], env=environment, catch_exceptions=False)
    assert "process_batch.derive.load B1" in listed.output
    tried = CliRunner().invoke(commands, ["alerts", "test"], env=environment, catch_exceptions=False)
    assert tried.output.splitlines() == ["log: told", "e-mail: told", "webhook: told"]
    hook.status = 500
    tried = CliRunner().invoke(commands, ["alerts", "test"], env=environment)
    assert "did not take the notice" in str(tried.exception)
