"""The dashboards' files are those that the generator writes, whole, and refer to nothing that is not there."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from bi.generator.bundle import ASSETS, DASHBOARDS, bundle
from bi.generator.charts import Chart
from bi.generator.datasets import DATASETS

FILES = {path: yaml.safe_load(text) for path, text in bundle().items()}
CHARTS = [(dashboard.slug, chart) for dashboard in DASHBOARDS for chart in dashboard.charts]
OURS = {"event_date", "event_id", "event_sub_type", "perspective", "claimed_by_status", "is_copy", "published_at"}
OURS |= {"killed_range", "family_count", "confidence", "actor1_name", "actor2_name"}
"""Columns that hold what we wrote or counted, so that no newsroom can put markup there."""


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [content for path, content in FILES.items() if path.startswith(f"{kind}/")]


def columns_of(chart: Chart) -> set[str]:
    """Every column that a chart's form data name."""
    params = chart.as_file()["params"]
    named = [*params.get("all_columns", ()), params.get("entity"), params.get("x_axis")]
    groups = params.get("groupby") or []
    named += [groups] if isinstance(groups, str) else groups
    named += [f["subject"] for f in params["adhoc_filters"]]
    return {name for name in named if name}


def metrics_of(chart: Chart) -> set[str]:
    """Every saved metric that a chart's form data name."""
    params = chart.as_file()["params"]
    named = [*params.get("metrics", ()), params.get("metric"), params.get("timeseries_limit_metric")]
    return {name for name in named if isinstance(name, str)}


def test_committed_files_are_those_of_the_generator() -> None:
    there = {str(path.relative_to(ASSETS)): path.read_text("utf-8") for path in ASSETS.rglob("*") if path.is_file()}
    assert there == bundle(), "run `make docs`"


def test_ids_are_one_per_thing() -> None:
    ids = [content["uuid"] for path, content in FILES.items() if path != "metadata.yaml"]
    assert len(ids) == len(set(ids))


def test_everything_that_is_referred_to_is_there() -> None:
    databases, datasets, charts = (
        {item["uuid"] for item in of_kind(kind)} for kind in ("databases", "datasets", "charts")
    )
    assert {item["database_uuid"] for item in of_kind("datasets")} <= databases
    assert {item["dataset_uuid"] for item in of_kind("charts")} <= datasets
    shown = {
        item["meta"]["uuid"]
        for dashboard in of_kind("dashboards")
        for key, item in dashboard["position"].items()
        if key.startswith("CHART-")
    }
    assert shown == charts


def test_every_tile_lies_in_a_row_no_wider_than_the_page() -> None:
    for dashboard in of_kind("dashboards"):
        position = dashboard["position"]
        rows = position["GRID_ID"]["children"]
        tiles = [tile for row in rows for tile in position[row]["children"]]
        assert sorted(tiles) == sorted(key for key in position if key.startswith(("CHART-", "MARKDOWN-")))
        for row in rows:
            assert sum(position[tile]["meta"]["width"] for tile in position[row]["children"]) <= 12


@pytest.mark.parametrize(("dashboard", "chart"), CHARTS, ids=[f"{slug}-{chart.slug}" for slug, chart in CHARTS])
def test_chart_asks_its_dataset_for_what_it_has(dashboard: str, chart: Chart) -> None:
    dataset = DATASETS[chart.dataset]
    assert columns_of(chart) <= dataset.columns.keys() | dataset.calculated.keys()
    assert metrics_of(chart) <= dataset.metrics.keys()


@pytest.mark.parametrize("dashboard", DASHBOARDS, ids=lambda dashboard: dashboard.slug)
def test_dashboard_is_filtered_by_period_governorate_and_type(dashboard: Any) -> None:
    filters = {f["name"]: f for f in dashboard.as_file()["metadata"]["native_filter_configuration"]}
    for name, column in (("Governorate", "governorate"), ("Type", "event_type")):
        reached = [
            chart
            for number, chart in enumerate(dashboard.charts, 1)
            if number not in filters[name]["scope"]["excluded"]
        ]
        assert reached
        assert all(column in DATASETS[chart.dataset].columns | DATASETS[chart.dataset].calculated for chart in reached)
    timed = [number for number, chart in enumerate(dashboard.charts, 1) if DATASETS[chart.dataset].time]
    assert timed
    assert not set(timed) & set(filters["Period"]["scope"]["excluded"])


def test_tables_that_render_html_show_nothing_of_a_newsroom_unescaped() -> None:
    for slug, chart in CHARTS:
        params = chart.as_file()["params"]
        if params.get("allow_render_html"):
            plain = {name for name in params["all_columns"] if not name.endswith("_html")}
            assert plain <= OURS, f"{slug}: {chart.title}"


def test_dashboards_ask_schema_mart_alone() -> None:
    assert {item["schema"] for item in of_kind("datasets")} == {"mart"}
    for item in of_kind("datasets"):
        assert set(re.findall(r"(?:FROM|JOIN) (\w+)\.", item["sql"] or "")) <= {"mart"}


def test_connection_holds_no_password_and_may_not_write() -> None:
    (database,) = of_kind("databases")
    assert re.fullmatch(r"postgresql\+psycopg2://bi_reader@/\w+", database["sqlalchemy_uri"])
    assert not database["allow_dml"]
