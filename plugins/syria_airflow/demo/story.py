"""The course of the demo: three phases of the newsroom, a sweep, a backfill of all days, then the comparison."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
from rich.console import Console

from syria_airflow.demo.airflow_api import ACTIVE, AirflowApi, DemoError, wait_for
from syria_airflow.demo.summary import print_summary
from syria_airflow.demo.verdict import differences
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import fetch_rows

DAG_IDS = {"poll_feeds", "process_batch", "sweep_batches", "rebuild_day"}
PHASES = (1, 2, 3)
DAYS = 5
"""How far back the newsroom's articles reach."""


def run(airflow_url: str, newsroom_url: str, dsn: str) -> int:
    """Play the demo on a running Airflow and newsroom. Returns 0 where every run succeeded and the counts are true."""
    console = Console()
    try:
        api = AirflowApi(airflow_url)
        wait_for("the DAGs to be parsed", lambda: api.dag_ids() >= DAG_IDS)
        for phase in PHASES:
            console.print(f"newsroom, phase {phase}: polling …")
            httpx.post(f"{newsroom_url}/newsroom/phase/{phase}", trust_env=False).raise_for_status()
            _run_dag(api, "poll_feeds", all_feeds=True)
            wait_for("the batches to be processed", lambda: _open_batches(dsn) == 0)
        console.print("sweeping up the pages that failed at first …")
        wait_for("the pages to be tried again", lambda: _sweep(api, dsn))
        today = datetime.now(UTC).date()
        console.print(f"rebuilding the last {DAYS} days from the landing …")
        backfill = api.backfill("rebuild_day", today - timedelta(days=DAYS - 1), today)
        wait_for("the backfill", lambda: api.backfill_is_done(backfill))
        wait_for("the last runs", lambda: not any(r["state"] in ACTIVE for r in api.runs()))
    except (DemoError, httpx.HTTPError) as error:
        console.print(f"[red]the demo broke off:[/red] {error}")
        return 1
    print_summary(dsn, console)
    return _judge(api, newsroom_url, dsn, console)


def _run_dag(api: AirflowApi, dag_id: str, **conf: object) -> None:
    run_id = api.trigger(dag_id, **conf)
    wait_for(f"{dag_id} {run_id}", lambda: api.run_state(dag_id, run_id) not in ACTIVE)
    state = api.run_state(dag_id, run_id)
    if state != "success":
        raise DemoError(f"run {run_id} of {dag_id} ended as {state}; see its log in the Airflow UI")


def _sweep(api: AirflowApi, dsn: str) -> bool:
    """Sweep once, and say whether nothing is left that is worth another try."""
    _run_dag(api, "sweep_batches", everything=True)
    wait_for("the batches to be processed", lambda: _open_batches(dsn) == 0)
    with transaction(dsn) as connection:
        (counts,) = fetch_rows(connection, "quality/sum_batch_counts")
        return counts["pending"] == 0


def _open_batches(dsn: str) -> int:
    with transaction(dsn) as connection:
        (row,) = fetch_rows(connection, "quality/count_everything")
        return row["open_batches"]


def _judge(api: AirflowApi, newsroom_url: str, dsn: str, console: Console) -> int:
    failed = [f"{r['dag_id']} {r['dag_run_id']}: {r['state']}" for r in api.runs() if r["state"] != "success"]
    truth = httpx.get(f"{newsroom_url}/newsroom/truth", trust_env=False).raise_for_status().json()
    wrong = [*failed, *differences(dsn, truth)]
    for line in wrong:
        console.print(f"[red]not as it should be:[/red] {line}")
    if not wrong:
        console.print("[green]every run succeeded, and the counts are the newsroom's truth[/green]")
    return 1 if wrong else 0
