"""From a run of Airflow's to the page that tells what it did."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from syria_airflow.pages.airflow_runs import work_of_run

router = APIRouter()


@router.get("/runs/{dag_id}/{run_id:path}")
def run(request: Request, dag_id: str, run_id: str) -> RedirectResponse:
    """Lead to the run's batch or day; a run that has none, or has not begun one, leads to the list of batches."""
    key = work_of_run(dag_id, run_id)
    page = f"work/{quote(key, safe=':')}" if key else "batches"
    return RedirectResponse(f"{request.scope.get('root_path', '')}/{page}", status_code=303)
