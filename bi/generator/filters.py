"""The filters above every dashboard (period, governorate, type, how fine time is drawn), and what a click filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bi.generator.charts import Chart
from bi.generator.datasets import DATASETS
from bi.generator.ids import uuid_of

PERIOD = "DATEADD(DATETIME('today'), -90, day) : DATEADD(DATETIME('today'), 1, day)"
"""Ninety days and today."""
GRAIN = "P1D"


def native_filters(dashboard: str, charts: Sequence[Chart]) -> list[dict[str, Any]]:
    """Return the filters; each leaves those charts alone whose dataset does not know what it filters by."""
    numbered = list(enumerate(charts, 1))
    timeless = [n for n, chart in numbered if DATASETS[chart.dataset].time is None]
    return [
        _filter(dashboard, "Period", "filter_time", {}, timeless, {"time_range": PERIOD}, PERIOD),
        *(
            _filter(dashboard, label, "filter_select", _target(choice, column), _without(numbered, column), {}, None)
            for label, choice, column in (
                ("Governorate", "governorate_choice", "governorate"),
                ("Type", "event_type_choice", "event_type"),
            )
        ),
        _filter(
            dashboard,
            "Drawn by",
            "filter_timegrain",
            _target("daily_event", None),
            timeless,
            {"time_grain_sqla": GRAIN},
            [GRAIN],
        ),
    ]


def cross_filters(charts: Sequence[Chart]) -> dict[str, Any]:
    """Return which tiles a click filters: a click on an event filters those that know events by their ids."""
    numbered = list(enumerate(charts, 1))
    found = {}
    for number, chart in numbered:
        if "event_id" in chart.params.get("all_columns", ()):
            scope = {"rootPath": ["ROOT_ID"], "excluded": [number, *_without(numbered, "event_id")]}
            found[str(number)] = {"id": number, "crossFilters": {"scope": scope, "chartsInScope": []}}
    return found


def _without(numbered: Iterable[tuple[int, Chart]], column: str) -> list[int]:
    return [
        n for n, chart in numbered if column not in DATASETS[chart.dataset].columns | DATASETS[chart.dataset].calculated
    ]


def _target(dataset: str, column: str | None) -> dict[str, Any]:
    target: dict[str, Any] = {"datasetUuid": DATASETS[dataset].uuid}
    return target | {"column": {"name": column}} if column else target


def _filter(
    dashboard: str,
    name: str,
    kind: str,
    target: dict[str, Any],
    excluded: list[int],
    preset: dict[str, Any],
    value: Any,
) -> dict[str, Any]:
    select = {"multiSelect": True, "searchAllOptions": False, "inverseSelection": False, "defaultToFirstItem": False}
    return {
        "id": f"NATIVE_FILTER-{uuid_of('filter', dashboard, name)[:12]}",
        "name": name,
        "type": "NATIVE_FILTER",
        "filterType": kind,
        "targets": [target],
        "controlValues": {"enableEmptyFilter": False} | (select if kind == "filter_select" else {}),
        "defaultDataMask": {"extraFormData": preset, "filterState": {"value": value}, "ownState": {}},
        "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": excluded},
        "description": "",
    }
