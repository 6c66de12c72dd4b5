"""Figures as options of ECharts: values that become JSON, never code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from syria_events.daily_report.figures import Figures
from syria_events.warehouse.rows import Row

Option = dict[str, Any]
BLUES = ["#deebf7", "#9ecae1", "#3182bd", "#08306b"]
REDS = ["#fee0d2", "#fc9272", "#de2d26", "#67000d"]
PALETTE = ["#1f77b4", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#a6761d", "#666666", "#17becf"]
GRID = {"left": 8, "right": 16, "top": 60, "bottom": 8, "containLabel": True}
MAP = "governorates"


def charts(figures: Figures) -> dict[str, Option]:
    """Return name of the place in the page -> option."""
    return {
        "map-events": _map(figures.governorates, "event_count", "Events", BLUES),
        "map-killed": _map(figures.governorates, "killed_best", "Killed, best estimates", REDS),
        "days-events": _events_by_day(figures),
        "days-killed": _killed_by_day(figures),
        "dyads": _dyads(figures.dyads),
        "doings": _doings(figures.doings),
        "outlets": _outlets(figures.outlets),
        "lags": _lags(figures.lags),
    }


def shapes(figures: Figures) -> dict[str, Any]:
    """Return the governorates as one GeoJSON collection."""
    return {"type": "FeatureCollection", "features": [json.loads(row["feature"]) for row in figures.governorates]}


def _map(governorates: Sequence[Row], measure: str, title: str, colors: Sequence[str]) -> Option:
    data = [{"name": row["governorate"], "value": row[measure] or 0} for row in governorates]
    return {
        "title": _title(title),
        "tooltip": {"trigger": "item"},
        "visualMap": {
            "min": 0,
            "max": max([item["value"] for item in data] or [0]) or 1,
            "calculable": True,
            "left": "right",
            "bottom": 0,
            "inRange": {"color": ["#f7f7f7", *colors]},
        },
        "series": [{"type": "map", "map": MAP, "name": title, "nameProperty": "name", "roam": False, "data": data}],
    }


def _events_by_day(figures: Figures) -> Option:
    found = {(row["event_date"], row["event_type"]): row["event_count"] for row in figures.days}
    days = _days(figures)
    series = [
        {"type": "bar", "stack": "all", "name": kind, "data": [found.get((day, kind), 0) for day in days]}
        for kind in sorted({kind for _, kind in found})
    ]
    return _over_days("Events by type", days, series)


def _killed_by_day(figures: Figures) -> Option:
    days = _days(figures)
    low, best, high = (_sums(figures.days, f"killed_{bound}", days) for bound in ("low", "best", "high"))
    unseen = {"type": "line", "stack": "range", "symbol": "none", "lineStyle": {"opacity": 0}}
    series = [
        unseen | {"name": "lowest claims", "data": low},
        unseen
        | {
            "name": "up to highest claims",
            "data": [top - bottom for bottom, top in zip(low, high, strict=True)],
            "areaStyle": {"color": REDS[1], "opacity": 0.4},
        },
        {"type": "line", "name": "best estimates", "symbol": "none", "data": best, "color": REDS[2]},
    ]
    return _over_days("Killed, with the range of claims", days, series)


def _over_days(title: str, days: Sequence[date], series: list[Option]) -> Option:
    return {
        "title": _title(title),
        "color": PALETTE,
        "tooltip": {"trigger": "axis"},
        "legend": {"type": "scroll", "left": 0, "top": 26},
        "grid": GRID,
        "xAxis": {"type": "category", "data": [day.isoformat() for day in days]},
        "yAxis": {"type": "value", "minInterval": 1},
        "series": series,
    }


def _dyads(dyads: Sequence[Row]) -> Option:
    doers, sufferers = (sorted({row[side] for row in dyads}) for side in ("actor1_name", "actor2_name"))
    cells = [
        [sufferers.index(row["actor2_name"]), doers.index(row["actor1_name"]), row["event_count"]] for row in dyads
    ]
    return {
        "title": _title("Who (left) to whom (below), events"),
        "tooltip": {"trigger": "item"},
        "grid": GRID | {"bottom": 16, "right": 80},
        "xAxis": {"type": "category", "data": sufferers, "axisLabel": {"rotate": 40, "interval": 0}},
        "yAxis": {"type": "category", "data": doers, "axisLabel": {"interval": 0}},
        "visualMap": {
            "min": 0,
            "max": max([row["event_count"] for row in dyads] or [1]),
            "right": 0,
            "top": "middle",
            "inRange": {"color": REDS},
        },
        "series": [{"type": "heatmap", "name": "Events", "label": {"show": True}, "data": cells}],
    }


def _doings(doings: Sequence[Row]) -> Option:
    found = {(row["actor1_name"], row["event_type"]): row["event_count"] for row in doings}
    total = {name: sum(n for (who, _), n in found.items() if who == name) for name, _ in found}
    doers = sorted(total, key=lambda name: (total[name], name))[-12:]
    series = [
        {"type": "bar", "stack": "all", "name": kind, "data": [found.get((who, kind), 0) for who in doers]}
        for kind in sorted({kind for _, kind in found})
    ]
    return _bars("Who is said to do what, events", doers, series)


def _outlets(outlets: Sequence[Row]) -> Option:
    shown = list(reversed(outlets[:20]))
    series = [
        {"type": "bar", "stack": "all", "name": name, "data": [row[column] for row in shown]}
        for name, column in (
            ("told by others, too", "corroborated_count"),
            ("told by no other publisher", "alone_count"),
        )
    ]
    return _bars("Events by outlet", [row["source_name"] for row in shown], series)


def _bars(title: str, names: Sequence[str], series: list[Option]) -> Option:
    return {
        "title": _title(title),
        "color": PALETTE,
        "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}},
        "legend": {"type": "scroll", "left": 0, "top": 26},
        "grid": GRID,
        "xAxis": {"type": "value", "minInterval": 1},
        "yAxis": {"type": "category", "data": list(names), "axisLabel": {"interval": 0}},
        "series": series,
    }


def _lags(lags: Sequence[Row]) -> Option:
    days = [row["arrival_date"] for row in lags]
    series = [
        {
            "type": "line",
            "name": name,
            "data": [None if row[column] is None else round(row[column] / 60, 1) for row in lags],
        }
        for name, column in (
            ("half of the articles", "publication_p50_seconds"),
            ("95% of the articles", "publication_p95_seconds"),
        )
    ]
    return _over_days("Minutes from publication to the marts", days, series)


def _title(text: str) -> Option:
    return {"text": text, "left": 0, "textStyle": {"fontSize": 14}}


def _days(figures: Figures) -> list[date]:
    """Return every day of the span from the first that has an event: a young warehouse is no flat line."""
    first = min((row["event_date"] for row in figures.days), default=figures.until)
    return [first + timedelta(days=n) for n in range((figures.until - first).days + 1)]


def _sums(rows: Iterable[Row], column: str, days: Iterable[date]) -> list[int]:
    total: dict[date, int] = {}
    for row in rows:
        total[row["event_date"]] = total.get(row["event_date"], 0) + (row[column] or 0)
    return [total.get(day, 0) for day in days]
