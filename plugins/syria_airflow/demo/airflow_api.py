"""The few calls of Airflow's REST API that the demo needs."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Any

import httpx

ACTIVE = {"queued", "running"}
PATIENCE_SECONDS = 180
"""A busy machine lets its API server wait; a call given up half-way would leave us not knowing what it did."""


class DemoError(Exception):
    """The demo did not come to its end."""


class AirflowApi:
    """A client of one running Airflow."""

    def __init__(self, base_url: str, *, username: str = "admin", password: str | None = None) -> None:
        """Log in; without a password as the one user of an open Airflow."""
        self.base_url = base_url.rstrip("/")
        self._http = httpx.Client(base_url=self.base_url, timeout=PATIENCE_SECONDS, trust_env=False)
        if password is None:
            answer = self._http.get("/auth/token")
        else:
            answer = self._http.post("/auth/token", json={"username": username, "password": password})
        answer.raise_for_status()
        self._http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"

    def dag_ids(self) -> set[str]:
        """Return the DAGs that Airflow knows."""
        return {dag["dag_id"] for dag in self._get("/api/v2/dags", limit=100)["dags"]}

    def trigger(self, dag_id: str, **conf: Any) -> str:
        """Start a run and return its id."""
        answer = self._http.post(f"/api/v2/dags/{dag_id}/dagRuns", json={"logical_date": None, "conf": conf})
        answer.raise_for_status()
        return answer.json()["dag_run_id"]

    def pause(self, dag_id: str, is_paused: bool) -> None:
        """Pause or unpause a DAG."""
        self._http.patch(f"/api/v2/dags/{dag_id}", json={"is_paused": is_paused}).raise_for_status()

    def run_state(self, dag_id: str, run_id: str) -> str:
        """Return the state of one run."""
        return self._get(f"/api/v2/dags/{dag_id}/dagRuns/{run_id}")["state"]

    def runs(self, dag_id: str = "~") -> list[dict[str, Any]]:
        """Return all runs of a DAG, or of all DAGs."""
        found: list[dict[str, Any]] = []
        while True:
            page = self._get(f"/api/v2/dags/{dag_id}/dagRuns", limit=100, offset=len(found), order_by="id")
            found += page["dag_runs"]
            if not page["dag_runs"] or len(found) >= page["total_entries"]:
                return found

    def backfill(self, dag_id: str, first: date, last: date) -> int:
        """Start a backfill of a range of days, those that have a run included, and return its id."""
        body = {
            "dag_id": dag_id,
            "from_date": f"{first}T00:00:00Z",
            "to_date": f"{last}T00:00:00Z",
            "reprocess_behavior": "completed",
            "max_active_runs": 2,
            "run_backwards": False,
            "dag_run_conf": {},
        }
        answer = self._http.post("/api/v2/backfills", json=body)
        if answer.is_error:
            raise DemoError(f"Airflow refused the backfill of {dag_id}: {answer.text}")
        return answer.json()["id"]

    def backfill_is_done(self, backfill_id: int) -> bool:
        """Say whether all runs of a backfill have come to an end."""
        return self._get(f"/api/v2/backfills/{backfill_id}")["completed_at"] is not None

    def is_backfilling(self, dag_id: str) -> bool:
        """Say whether a backfill of a DAG is open. Airflow closes it some seconds after its last run."""
        return any(b["completed_at"] is None for b in self._get("/api/v2/backfills", dag_id=dag_id)["backfills"])

    def cancel_backfill(self, backfill_id: int) -> None:
        """Let a backfill start no more runs; those that run come to their end."""
        self._http.put(f"/api/v2/backfills/{backfill_id}/cancel").raise_for_status()

    def _get(self, path: str, **parameters: Any) -> dict[str, Any]:
        answer = self._http.get(path, params=parameters)
        answer.raise_for_status()
        return answer.json()


def wait_for(what: str, is_done: Callable[[], bool], *, seconds: float = 600, every: float = 0.5) -> None:
    """Ask until it is so. Raises DemoError naming what did not come."""
    deadline = time.monotonic() + seconds
    while not is_done():
        if time.monotonic() > deadline:
            raise DemoError(f"waited {seconds:.0f} s in vain for {what}; see var/log and the Airflow UI")
        time.sleep(every)
