"""Latest events: a map of the governorates, and each event with the words that it rests on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from syria_airflow.pages.governorate_map import draw
from syria_airflow.pages.reading import reading
from syria_airflow.pages.rendering import show
from syria_events.warehouse.rows import Row, fetch_rows

router = APIRouter()

EVENTS = 40
PERIODS: dict[str, int | None] = {"7": 7, "30": 30, "365": 365, "all": None}


@router.get("/events")
def events(request: Request, period: Literal["7", "30", "365", "all"] = "30", governorate: str = "") -> HTMLResponse:
    """Show the latest events of a period, perhaps of one governorate, and the map of all events of that period."""
    days = PERIODS[period]
    since = datetime.now(UTC).date() - timedelta(days=days) if days else None
    chosen = {"since": since, "admin1_pcode": governorate or None, "limit": EVENTS}
    with reading() as connection:
        rows = fetch_rows(connection, "mart/select_events_of_period", chosen)
        shapes = fetch_rows(connection, "mart/select_governorate_shapes")
        found = fetch_rows(connection, "mart/count_events_by_governorate", {"since": since})
    counts = {row["admin1_pcode"]: row["event_count"] for row in found}
    return show(
        request,
        "events.html",
        events=[row | {"toll": toll(row), "what": what(row)} for row in rows],
        map=draw(shapes, counts),
        total=sum(counts.values()),
        outside=counts.get(None, 0),
        names={row["admin1_pcode"]: row["name_en"] for row in shapes},
        governorate=governorate,
        period=period,
        periods=PERIODS,
        limit=EVENTS,
    )


@router.get("/events/{event_id}")
def event(request: Request, event_id: str) -> HTMLResponse:
    """Show one event: every report of it with its words and article, and how it came to be as it is."""
    with reading() as connection:
        found = fetch_rows(connection, "mart/select_event", {"event_id": event_id})
        if not found:
            raise HTTPException(404, f"There is no event {event_id}; it may have been merged into another one.")
        reports = fetch_rows(connection, "mart/select_event_reports", {"event_id": event_id})
        revisions = fetch_rows(connection, "mart/select_event_revisions", {"event_id": event_id})
    row = found[0] | {"toll": toll(found[0]), "what": what(found[0])}
    return show(request, "event.html", event=row, reports=reports, revisions=revisions)


def what(event: Row) -> str:
    """Return what happened, in the most exact words there are."""
    return event["acled_sub_event_type"] or event["plover_root"].capitalize()


def toll(event: Row) -> str:
    """Return killed and injured in words, the range where the claims differ; empty where nobody gives a number."""
    parts = []
    for word in ("killed", "injured"):
        low, best, high = (event[f"{word}_{bound}"] for bound in ("low", "best", "high"))
        middle = best if best is not None else low
        if middle is not None:
            parts.append(f"{middle} {word}" + (f" ({low}–{high})" if low != high and None not in (low, high) else ""))
    return ", ".join(parts)
