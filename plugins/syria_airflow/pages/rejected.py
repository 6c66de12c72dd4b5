"""Rejected rows: choose, open, derive again, leave at that. Only operators change anything, and only by our forms."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse

from syria_airflow.pages.access import INTENT, OPERATOR, User, form_token, may_operate
from syria_airflow.pages.reading import reading
from syria_airflow.pages.rendering import show
from syria_airflow.pages.retrying import retry
from syria_events.pipeline.rejections import (
    STATES,
    SUITES,
    RejectionError,
    RejectionFilter,
    discard_rejected,
    list_rejected,
    restore_rejected,
    show_rejected,
)
from syria_events.settings import Settings
from syria_events.warehouse.rows import fetch_rows

router = APIRouter()

ROWS = 50
"""On one page of the list, and so at most in one retry from it."""
State = Literal["open", "discarded", "mended", "all"]


@router.get("/rejected")
def rejected(
    request: Request,
    user: User,
    state: State = "open",
    suite: str = "",
    expectation: str = "",
    feed: str = "",
    batch: str = "",
    page: int = 1,
) -> HTMLResponse:
    """Show rejected rows, latest first."""
    page = min(max(page, 1), 1_000_000)
    chosen = RejectionFilter(
        None if state == "all" else state, suite or None, expectation or None, feed or None, batch or None
    )
    rows = list_rejected(Settings.from_environment(), chosen, limit=ROWS, offset=(page - 1) * ROWS)
    with reading() as connection:
        reasons = fetch_rows(connection, "quality/select_rejections_by_reason")
    return show(
        request,
        "rejected.html",
        rows=rows,
        matching=rows[0]["matching"] if rows else 0,
        filter={"state": state, "suite": suite, "expectation": expectation, "feed": feed, "batch": batch},
        states=(*STATES, "all"),
        suites=SUITES,
        expectations=sorted({row["expectation"] for row in reasons} | ({expectation} if expectation else set())),
        page=page,
        size=ROWS,
        token=form_token(user),
        may_operate=may_operate(user),
    )


@router.get("/rejected/{rejected_id}")
def rejected_row(request: Request, user: User, rejected_id: int) -> HTMLResponse:
    """Show one row whole, with the reason, the remedy, and what was done about it."""
    try:
        row = show_rejected(Settings.from_environment(), rejected_id)
    except RejectionError as error:
        raise HTTPException(404, str(error)) from error
    whole = json.dumps(row["rejected_row"], ensure_ascii=False, indent=2)
    may = may_operate(user)
    return show(request, "rejected_row.html", row=row, whole=whole, token=form_token(user), may_operate=may)


@router.post("/rejected/{action}", dependencies=[OPERATOR, INTENT])
def act(
    request: Request,
    user: User,
    action: Literal["retry", "discard", "restore"],
    rejected_id: Annotated[list[int] | None, Form()] = None,
    reason: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Retry, discard or restore the chosen rows, and say what came of it."""
    if not rejected_id:
        raise HTTPException(400, "No row is chosen. Go back, tick the rows that are meant, and repeat.")
    chosen = sorted(set(rejected_id))
    if len(chosen) > ROWS:
        raise HTTPException(400, f"At most {ROWS} rows at once.")
    settings, now, name = Settings.from_environment(), datetime.now(UTC), user.get_name()
    try:
        if action == "retry":
            said = retry(chosen, acting_user=name)
        else:
            settle = discard_rejected if action == "discard" else restore_rejected
            changed = settle(settings, chosen, acting_user=name, now=now, reason=reason[:1000])
            said = f"{action}ed {len(changed)} of {len(chosen)}".replace("restoreed", "restored")
    except RejectionError as error:
        raise HTTPException(409, str(error)) from error
    return show(request, "rejected_done.html", action=action, said=said, chosen=chosen)
