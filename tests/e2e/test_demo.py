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

pytestmark = pytest.mark.timeout(1500)


def derived(demo: RunningDemo) -> dict[str, tuple[int, str]]:
    with transaction(demo.dsn) as connection:
        return checksums(connection)


TODAY = datetime.now(UTC).date()
"""The demo is dated by the day on which it was started."""


def start_backfill(api: AirflowApi) -> int:
    return api.backfill("rebuild_day", TODAY - timedelta(days=4), TODAY)


def wait_for_backfill(api: AirflowApi, backfill_id: int) -> None:
    wait_for("the backfill", lambda: api.backfill_is_done(backfill_id), seconds=600)
    wait_for("its runs", lambda: not any(run["state"] in ACTIVE for run in api.runs("rebuild_day")))


def runs_of_backfills(api: AirflowApi) -> list[dict[str, object]]:
    return [run for run in api.runs("rebuild_day") if run["run_type"] == "backfill"]


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


def test_backfill_beside_a_poll_and_a_run_of_the_same_day_changes_nothing(demo: RunningDemo) -> None:
    before, api, known = derived(demo), demo.api, len(runs_of_backfills(demo.api))
    backfill_id = start_backfill(api)
    with pytest.raises(DemoError, match="already a running backfill"):
        start_backfill(api)
    poll = api.trigger("poll_feeds", all_feeds=True)
    overlapping = api.trigger("rebuild_day", day=str(TODAY - timedelta(days=1)))
    wait_for_backfill(api, backfill_id)
    wait_for("the poll", lambda: api.run_state("poll_feeds", poll) not in ACTIVE)
    days = sorted(str(run["partition_key"]) for run in runs_of_backfills(api)[known:])
    assert days == [str(TODAY - timedelta(days=back)) for back in (4, 3, 2, 1, 0)]
    assert {run["state"] for run in runs_of_backfills(api)} == {"success"}
    assert api.run_state("rebuild_day", overlapping) == "success"
    assert derived(demo) == before


def test_backfill_cancelled_half_way_and_begun_again_changes_nothing(demo: RunningDemo) -> None:
    before, api, known = derived(demo), demo.api, len(runs_of_backfills(demo.api))
    backfill_id = start_backfill(api)
    wait_for("a run to begin", lambda: any(run["state"] == "running" for run in runs_of_backfills(api)[known:]))
    api.cancel_backfill(backfill_id)
    wait_for_backfill(api, backfill_id)
    assert "failed" in {run["state"] for run in runs_of_backfills(api)[known:]}
    assert derived(demo) == before
    wait_for_backfill(api, start_backfill(api))
    assert {run["state"] for run in runs_of_backfills(api)[-5:]} == {"success"}
    assert derived(demo) == before


def test_backfill_of_days_to_come_is_refused_and_blocks_nothing(demo: RunningDemo) -> None:
    for dag_id in ("rebuild_day", "recover_history"):
        with pytest.raises(DemoError, match=rf"lies in the future.*end the range at {TODAY}"):
            demo.api.backfill(dag_id, TODAY - timedelta(days=1), TODAY + timedelta(days=2))
        assert not any(run["state"] in ACTIVE for run in demo.api.runs(dag_id))


def test_report_is_written_with_the_latest_events(demo: RunningDemo) -> None:
    run_id = demo.api.trigger("write_report")
    wait_for("the report", lambda: demo.api.run_state("write_report", run_id) not in ACTIVE)
    assert demo.api.run_state("write_report", run_id) == "success"
    page = (demo.var / "demo" / "reports" / "latest.html").read_text(encoding="utf-8")
    with transaction(demo.dsn) as connection:
        (latest,) = fetch_rows(connection, "mart/select_latest_events", {"limit": 1})
    assert f'<a href="{latest["article_url"]}"' in page


def test_history_of_a_day_is_recovered(demo: RunningDemo) -> None:
    before, api = counts(demo), demo.api
    known = len(api.runs("recover_history"))
    truth = httpx.get(f"{demo.newsroom_url}/newsroom/truth", trust_env=False).json()
    missed = next(entry for entry in truth["beyond_feeds"] if entry["story"].startswith("northern-crossing"))
    day = missed["published_at"][:10]
    run_id = api.trigger("recover_history", day=day, feeds=["northern-crossing"], ways=["wordpress"])
    wait_for("the recovery", lambda: api.run_state("recover_history", run_id) not in ACTIVE)
    assert len(api.runs("recover_history")) == known + 1  # and none by the clock
    assert api.run_state("recover_history", run_id) == "success"
    with transaction(demo.dsn) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT found_by, outcome FROM raw.entry_version JOIN raw.entry USING (entry_id) WHERE url = %s",
            (missed["url"],),
        )
        found = cursor.fetchall()
    assert [way for way, _ in found] == ["wordpress"]
    after = counts(demo)
    assert after["is_conserved"]
    assert after["pending"] == 0
    assert after["seen"] > before["seen"]


def test_what_has_no_days_may_not_be_backfilled(demo: RunningDemo) -> None:
    for dag_id in ("poll_feeds", "process_batch"):
        with pytest.raises(DemoError, match="refused the backfill"):
            demo.api.backfill(dag_id, TODAY, TODAY)


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


def test_house_is_kept_and_health_is_told_to_everybody(demo: RunningDemo) -> None:
    before = derived(demo)
    run_id = demo.api.trigger("maintain_warehouse")
    wait_for("the chores", lambda: demo.api.run_state("maintain_warehouse", run_id) not in ACTIVE)
    assert demo.api.run_state("maintain_warehouse", run_id) == "success"
    assert derived(demo) == before
    answer = httpx.get(f"http://127.0.0.1:{demo.airflow_port}/pipeline/health", trust_env=False)
    assert answer.status_code == 200
    assert answer.json()["status"] in {"healthy", "degraded"}, answer.text  # some feeds of the newsroom are dead


def test_stopping_it_leaves_no_process_behind(demo: RunningDemo) -> None:
    assert demo.processes()
    demo.process.send_signal(signal.SIGTERM)
    assert demo.process.wait(90) == 0
    assert demo.processes() == []
