"""The pipeline's health from a real warehouse, over HTTP and on the command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import psycopg2
import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from syria_airflow import health as page
from syria_events.cli.health import health
from syria_events.pipeline.health import health_facts
from syria_events.settings import Settings

NOW = datetime.now(UTC)
BATCH = "INSERT INTO raw.batch (batch_id, kind, created_at, handed_over_at) VALUES ('b1', 'poll', %(at)s, %(at)s)"
FEED = (
    "INSERT INTO raw.feed (feed_slug, name, url, scope, family, timezone, status, next_check_at, polling)"
    " VALUES (%(slug)s, 'Outlet', 'https://outlet.example/rss', 'syria', 'outlet', 'UTC', 'enabled', %(due)s,"
    " %(polling)s)"
)


def write(dsn: str, command: str, **values: object) -> None:
    with psycopg2.connect(dsn) as connection, connection.cursor() as cursor:
        cursor.execute(command, values)


@pytest.fixture
def client(warehouse: str, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", warehouse)
    monkeypatch.setattr(page, "_last", None)
    return TestClient(page.app)


def test_empty_warehouse_is_healthy_over_http_and_on_the_command_line(client: TestClient, warehouse: str) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "healthy"
    shown = CliRunner().invoke(health, ["--json"], env={"AIRFLOW_CONN_WAREHOUSE": warehouse})
    assert shown.exit_code == 0
    assert json.loads(shown.output) == answer.json()


def test_old_batch_degrades_and_older_one_is_a_fault(warehouse: str) -> None:
    for hours, code, word in ((3, 1, "degraded"), (7, 2, "unhealthy")):
        write(warehouse, "DELETE FROM raw.batch")
        write(warehouse, BATCH, at=NOW - timedelta(hours=hours))
        shown = CliRunner().invoke(health, [], env={"AIRFLOW_CONN_WAREHOUSE": warehouse})
        assert shown.exit_code == code
        assert shown.output.splitlines()[-1] == word
        assert "1 stuck" in shown.output


def test_due_feed_that_nobody_asks_and_feed_that_fails_are_counted(warehouse: str) -> None:
    write(warehouse, FEED, slug="late", due=NOW - timedelta(hours=1), polling="{}")
    write(warehouse, FEED, slug="dead", due=NOW + timedelta(hours=1), polling='{"failures": 4}')
    facts = health_facts(Settings.from_environment({"AIRFLOW_CONN_WAREHOUSE": warehouse}), now=NOW)
    assert facts.poll_overdue_seconds == pytest.approx(3600, abs=1)
    assert (facts.feeds, facts.feeds_down) == (2, 1)


def test_warehouse_out_of_reach_answers_503_without_an_address(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    dsn = "postgresql://somebody:secret@127.0.0.1:1/none"
    monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", dsn)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "unhealthy",
        "parts": [{"name": "warehouse", "status": "unhealthy", "said": "cannot be reached"}],
    }
    shown = CliRunner().invoke(health, [], env={"AIRFLOW_CONN_WAREHOUSE": dsn})
    assert shown.exit_code == 2
    assert "secret" not in shown.output


def test_asking_often_does_not_burden_the_warehouse(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/health")
    monkeypatch.setenv("AIRFLOW_CONN_WAREHOUSE", "postgresql://nobody@127.0.0.1:1/none")
    assert client.get("/health").status_code == 200


def test_page_has_no_other_route(client: TestClient) -> None:
    assert {client.get(path).status_code for path in ("/", "/docs", "/openapi.json", "/redoc")} == {404}
