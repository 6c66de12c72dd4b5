"""Feeds: how each of them is, when it is asked next and why, and the history of one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from syria_airflow.pages.day_chart import Bar, bars
from syria_airflow.pages.reading import reading
from syria_airflow.pages.rendering import show
from syria_events.warehouse.rows import Row, fetch_rows

router = APIRouter()

DAYS = 14
FETCHES = 60
SILENT_AFTER = timedelta(days=2)
GOOD = frozenset({"new", "same", "not_modified", "moved"})


@dataclass(frozen=True, slots=True)
class Health:
    """How a feed is, in a word, and what colour that has."""

    word: str
    tone: str


def health(feed: Row, now: datetime) -> Health:
    """Judge a feed by what its row of `mart.feed_health` says."""
    if feed["status"] == "disabled":
        return Health("disabled", "quiet")
    if feed["last_fetch_at"] is None:
        return Health("not asked yet", "quiet")
    if feed["last_outcome"] not in GOOD:
        return Health(feed["last_outcome"].replace("_", " "), "bad")
    if feed["last_good_at"] is None or now - feed["last_good_at"] > SILENT_AFTER:
        return Health("silent", "bad")
    if feed["lost_overlap_7d"]:
        return Health("loses items", "warn")
    return Health("probation" if feed["status"] == "probation" else "well", "good")


@router.get("/")
@router.get("/feeds")
def feeds(request: Request) -> HTMLResponse:
    """Show all feeds, the ill ones first."""
    now = datetime.now(UTC)
    since = now.date() - timedelta(days=DAYS - 1)
    with reading() as connection:
        rows = fetch_rows(connection, "mart/select_feed_health")
        history = fetch_rows(connection, "raw/count_fetches_per_day", {"since": since})
    charts = _charts(history, since)
    listed = [row | {"health": health(row, now), "bars": charts.get(row["feed_slug"], ())} for row in rows]
    counts = {tone: sum(row["health"].tone == tone for row in listed) for tone in ("bad", "warn", "good", "quiet")}
    return show(request, "feeds.html", feeds=listed, counts=counts, days=DAYS)


@router.get("/feeds/{feed_slug}")
def feed(request: Request, feed_slug: str) -> HTMLResponse:
    """Show one feed: its last requests and their errors."""
    now = datetime.now(UTC)
    since = now.date() - timedelta(days=DAYS - 1)
    with reading() as connection:
        found = fetch_rows(connection, "raw/select_feed", {"feed_slug": feed_slug})
        if not found:
            raise HTTPException(404, f"There is no feed {feed_slug}. The list of feeds has all there are.")
        states = {row["feed_slug"]: row for row in fetch_rows(connection, "mart/select_feed_health")}
        history = fetch_rows(connection, "raw/count_fetches_per_day", {"since": since})
        fetches = fetch_rows(connection, "raw/select_fetches_of_feed", {"feed_slug": feed_slug, "limit": FETCHES})
    state = states[feed_slug]
    return show(
        request,
        "feed.html",
        feed=found[0] | state,
        health=health(state, now),
        bars=_charts(history, since).get(feed_slug, ()),
        days=DAYS,
        fetches=fetches,
        good=GOOD,
    )


def _charts(history: list[Row], since: date) -> dict[str, tuple[Bar, ...]]:
    by_feed: dict[str, dict[date, tuple[int, int]]] = defaultdict(dict)
    for row in history:
        by_feed[row["feed_slug"]][row["fetch_date"]] = (row["good_count"], row["failed_count"])
    return {slug: bars(counts, since, DAYS) for slug, counts in by_feed.items()}
