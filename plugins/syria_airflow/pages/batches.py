"""Batches: what came in against what became of it, what each stage took; and one piece of work in full."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from syria_airflow.pages.airflow_runs import runs_of
from syria_airflow.pages.reading import reading
from syria_airflow.pages.rendering import show
from syria_events.pipeline.work import STAGES
from syria_events.warehouse.rows import Row, fetch_rows

router = APIRouter()

BATCHES = 100
ALL_STAGES = ("poll", "fetch_pages", *STAGES)
OUTCOMES = ("loaded", "rejected", "irrelevant", "duplicate", "pending")
DAGS = {"batch": "process_batch", "day": "rebuild_day"}


@router.get("/batches")
def batches(request: Request) -> HTMLResponse:
    """Show the latest batches."""
    with reading() as connection:
        rows = fetch_rows(connection, "quality/select_batches", {"batch_id": None, "limit": BATCHES})
        (sums,) = fetch_rows(connection, "quality/sum_batch_counts")
    runs = runs_of(DAGS["batch"], [row["batch_id"] for row in rows])
    listed = [row | {"shares": shares(row), "run": next(iter(runs.get(row["batch_id"], ())), None)} for row in rows]
    return show(request, "batches.html", batches=listed, sums=sums, stages=ALL_STAGES, outcomes=OUTCOMES, limit=BATCHES)


@router.get("/work/{work_key}")
def work(request: Request, work_key: str) -> HTMLResponse:
    """Show one batch or one rebuilt day: its counts, stages, checks and runs."""
    kind, _, value = work_key.partition(":")
    if kind not in DAGS or not value:
        raise HTTPException(404, f"{work_key} is neither batch:… nor day:…")
    with reading() as connection:
        found = (
            fetch_rows(connection, "quality/select_batches", {"batch_id": value, "limit": 1}) if kind == "batch" else []
        )
        stages = fetch_rows(connection, "quality/select_stages_of_work", {"work_key": work_key})
        chosen = {"work_key": work_key, "suite": None, "check_date": None}
        results = fetch_rows(connection, "quality/select_check_results", chosen)
    batch = found[0] | {"shares": shares(found[0])} if found else None
    return show(
        request,
        "work.html",
        kind=kind,
        value=value,
        batch=batch,
        stages=stages,
        results=results,
        runs=runs_of(DAGS[kind], [value])[value],
        outcomes=OUTCOMES,
    )


def shares(batch: Row) -> list[tuple[str, float, float]]:
    """Return where each outcome lies on a bar 100 wide: outcome, start, width. Empty where nothing was counted yet."""
    if not batch["seen"]:
        return []
    found, start = [], 0.0
    for outcome in OUTCOMES:
        width = 100 * batch[outcome] / batch["seen"]
        if width:
            found.append((outcome, round(start, 2), round(width, 2)))
        start += width
    return found
