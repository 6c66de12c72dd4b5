"""What a newcomer sees first, and what an operator relies on, on a real Airflow. The last test stops it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from syria_airflow.demo.airflow_api import ACTIVE, AirflowApi, DemoError, wait_for
from syria_events.settings import HOME
from syria_events.warehouse.checksum import checksums
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import fetch_rows
from tests.e2e.conftest import RunningDemo

pytestmark = pytest.mark.timeout(600)


def derived(demo: RunningDemo) -> dict[str, tuple[int, str]]:
    with transaction(demo.dsn) as connection:
        return checksums(connection)


def backfill(api: AirflowApi) -> None:
    today = datetime.now(UTC).date()
    backfill_id = api.backfill("rebuild_day", today - timedelta(days=4), today)
    wait_for("the backfill", lambda: api.backfill_is_done(backfill_id), seconds=300)
    wait_for("its runs", lambda: not any(run["state"] in ACTIVE for run in api.runs("rebuild_day")), seconds=120)


def counts(demo: RunningDemo) -> dict[str, object]:
    with transaction(demo.dsn) as connection:
        (sizes,) = fetch_rows(connection, "quality/count_everything")
        (sums,) = fetch_rows(connection, "quality/sum_batch_counts")
        return {**sizes, **sums}


def test_demo_comes_through_and_finds_the_truth(demo: RunningDemo) -> None:
    assert "every run succeeded, and the counts are the newsroom's truth" in demo.text, demo.text
    for heading in ("In the warehouse", "What became of the entries", "Rejected rows by reason", "Seconds per stage"):
        assert heading in demo.text
    assert f"http://127.0.0.1:{demo.airflow_port}" in demo.text


def test_second_demo_says_that_one_runs(demo: RunningDemo) -> None:
    environment = {**os.environ, "SYRIA_EVENTS_VAR": str(demo.var), "PYTHONPATH": str(HOME / "plugins")}
    command = [sys.executable, "-m", "syria_airflow.launcher", "demo"]
    done = subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert f"it runs already at http://127.0.0.1:{demo.airflow_port}" in done.stderr


def test_backfill_of_all_days_changes_nothing_however_often(demo: RunningDemo) -> None:
    before = derived(demo)
    backfill(demo.api)
    assert derived(demo) == before
    backfill(demo.api)
    assert derived(demo) == before


def test_only_rebuild_day_may_be_backfilled(demo: RunningDemo) -> None:
    today = datetime.now(UTC).date()
    for dag_id in ("poll_feeds", "process_batch"):
        with pytest.raises(DemoError, match="refused the backfill"):
            demo.api.backfill(dag_id, today, today)


def test_polls_while_process_batch_is_paused_lose_nothing(demo: RunningDemo) -> None:
    api = demo.api
    api.pause("process_batch", True)
    for phase in (1, 2, 3):
        httpx.post(f"{demo.newsroom_url}/newsroom/phase/{phase}", trust_env=False).raise_for_status()
        run_id = api.trigger("poll_feeds", all_feeds=True)
        wait_for("the poll", lambda run_id=run_id: api.run_state("poll_feeds", run_id) not in ACTIVE)
    assert counts(demo)["open_batches"]
    api.pause("process_batch", False)
    api.trigger("sweep_batches", everything=True)
    wait_for("the batches", lambda: counts(demo)["open_batches"] == 0)
    after = counts(demo)
    assert after["is_conserved"]
    assert after["pending"] == 0
    assert after["seen"] == after["entry_versions"]


def test_stopping_it_leaves_no_process_behind(demo: RunningDemo) -> None:
    assert demo.processes()
    demo.process.send_signal(signal.SIGTERM)
    assert demo.process.wait(90) == 0
    assert demo.processes() == []
