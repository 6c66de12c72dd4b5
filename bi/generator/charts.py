"""Charts: what Superset calls form data, made from the few things in which ours differ."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bi.generator.datasets import DATASETS
from bi.generator.ids import uuid_of

BLUES = "schemeBlues"
REDS = "schemeReds"
DAY_FORMAT = "%Y-%m-%d"
TIME_FORMAT = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True)
class Chart:
    """One tile of a dashboard."""

    title: str
    viz_type: str
    dataset: str
    params: dict[str, Any]
    width: int
    """Columns of the twelve of a row."""
    height: int
    """Rows of 8 px."""
    description: str = ""
    dashboard: str = field(default="", compare=False)

    @property
    def slug(self) -> str:
        """Its name for files."""
        return re.sub(r"[^a-z0-9]+", "_", self.title.lower()).strip("_")

    def uuid_in(self, dashboard: str) -> str:
        """Its id in Superset."""
        return uuid_of("chart", dashboard, self.slug)

    def as_file(self) -> dict[str, Any]:
        """Return what the bundle says of it."""
        return {
            "slice_name": self.title,
            "description": self.description or None,
            "viz_type": self.viz_type,
            "params": {"viz_type": self.viz_type, "adhoc_filters": self._period(), **self.params},
            "cache_timeout": None,
            "uuid": self.uuid_in(self.dashboard),
            "dataset_uuid": DATASETS[self.dataset].uuid,
            "is_managed_externally": True,
        }

    def _period(self) -> list[dict[str, Any]]:
        """Return the filter that a dashboard's period takes the place of."""
        time = DATASETS[self.dataset].time
        return [_filter(time, "TEMPORAL_RANGE", "No filter")] if time else []


def _filter(column: str, operator: str, value: Any) -> dict[str, Any]:
    return {"clause": "WHERE", "expressionType": "SIMPLE", "subject": column, "operator": operator, "comparator": value}


def number(title: str, dataset: str, metric: str, subtitle: str, *, width: int = 2) -> Chart:
    """One figure, with a line that says what it is."""
    share = metric.endswith("_share")
    params = {
        "metric": metric,
        "subtitle": subtitle,
        "header_font_size": 0.4,
        "subtitle_font_size": 0.15,
        "y_axis_format": ",.0%" if share else ",d",
    }
    return Chart(title, "big_number_total", dataset, params, width, 18)


def over_time(
    title: str,
    dataset: str,
    metrics: Sequence[Any],
    *,
    bars: bool = False,
    by: Sequence[str] = (),
    axis: str = "",
    percent: bool = False,
    limit: int = 0,
    width: int = 6,
    description: str = "",
) -> Chart:
    """Bars or lines over time, stacked bars where they are split `by` something."""
    params = {
        "x_axis": DATASETS[dataset].time,
        "time_grain_sqla": "P1D",
        "metrics": list(metrics),
        "groupby": list(by),
        "stack": "Stack" if bars and by else None,
        "row_limit": 50000,
        "limit": limit,
        "truncate_metric": True,
        "show_empty_columns": True,
        "show_legend": True,
        "legendType": "scroll",
        "legendOrientation": "top",
        "rich_tooltip": True,
        "x_axis_time_format": DAY_FORMAT,
        "tooltipTimeFormat": DAY_FORMAT,
        "y_axis_format": ",.0%" if percent else "SMART_NUMBER",
        "y_axis_title": axis,
        "y_axis_title_margin": 40 if axis else 0,
        "y_axis_title_position": "Left",
        "markerEnabled": not bars,
        "markerSize": 4,
        "forecastEnabled": False,
    }
    kind = "bar" if bars else "line"
    return Chart(title, f"echarts_timeseries_{kind}", dataset, params, width, 44, description)


def ranked(
    title: str,
    dataset: str,
    column: str,
    metrics: Sequence[str],
    *,
    by: Sequence[str] = (),
    width: int = 6,
    height: int = 50,
) -> Chart:
    """Horizontal bars of the largest, stacked."""
    params = {
        "x_axis": column,
        "x_axis_force_categorical": True,
        **({} if by else {"x_axis_sort": metrics[0], "x_axis_sort_asc": True}),
        "orientation": "horizontal",
        "metrics": list(metrics),
        "groupby": list(by),
        "timeseries_limit_metric": metrics[0],
        "order_desc": True,
        "row_limit": 200 if by else 20,
        "stack": "Stack",
        "truncate_metric": True,
        "show_legend": True,
        "legendType": "scroll",
        "legendOrientation": "top",
        "rich_tooltip": True,
        "y_axis_format": "SMART_NUMBER",
    }
    return Chart(title, "echarts_timeseries_bar", dataset, params, width, height)


def governorates(title: str, metric: str, scheme: str, *, width: int = 4) -> Chart:
    """Map of the 14 governorates, drawn from shapes that Superset brings along."""
    params = {
        "entity": "admin1_iso",
        "metric": metric,
        "select_country": "syria",
        "linear_color_scheme": scheme,
        "number_format": ",d",
        "adhoc_filters": [
            _filter("event_date", "TEMPORAL_RANGE", "No filter"),
            _filter("admin1_iso", "IS NOT NULL", None),
        ],
    }
    return Chart(title, "country_map", "daily_event", params, width, 52)


def heatmap(title: str, dataset: str, x: str, y: str, metric: str, *, scheme: str = BLUES, width: int = 6) -> Chart:
    """Two dimensions against each other."""
    params = {
        "x_axis": x,
        "groupby": y,
        "metric": metric,
        "linear_color_scheme": scheme,
        "normalize_across": "heatmap",
        "sort_x_axis": "alpha_asc",
        "sort_y_axis": "alpha_desc",
        "row_limit": 1000,
        "legend_type": "continuous",
        "show_legend": True,
        "show_values": True,
        "show_percentage": False,
        "xscale_interval": 1,
        "yscale_interval": 1,
        "left_margin": 75,
        "bottom_margin": 50,
        "xAxisLabelRotation": 45,
        "y_axis_format": "SMART_NUMBER",
    }
    return Chart(title, "heatmap_v2", dataset, params, width, 60)


def rows(
    title: str,
    dataset: str,
    columns: Sequence[str],
    order: Sequence[tuple[str, bool]],
    *,
    limit: int = 50,
    width: int = 12,
    height: int = 60,
    time_format: str = DAY_FORMAT,
    widths: dict[str, int] | None = None,
    description: str = "",
) -> Chart:
    """Rows of a view; `order` is column and whether ascending. Only columns of ..._html are ever shown as HTML."""
    params = {
        "query_mode": "raw",
        "all_columns": list(columns),
        "order_by_cols": [json.dumps(list(pair)) for pair in order],
        "row_limit": limit,
        "server_pagination": False,
        "page_length": 0,
        "include_search": True,
        "allow_render_html": any(column.endswith("_html") for column in columns),
        "table_timestamp_format": time_format,
        "column_config": {name: {"columnWidth": pixels} for name, pixels in (widths or {}).items()},
        "show_cell_bars": False,
        "color_pn": False,
    }
    return Chart(title, "table", dataset, params, width, height, description)


def sums(
    title: str,
    dataset: str,
    columns: Sequence[str],
    metrics: Sequence[str],
    *,
    limit: int = 50,
    width: int = 6,
    height: int = 50,
) -> Chart:
    """A table of sums, the largest of the first metric on top."""
    params = {
        "query_mode": "aggregate",
        "groupby": list(columns),
        "metrics": list(metrics),
        "timeseries_limit_metric": metrics[0],
        "order_desc": True,
        "row_limit": limit,
        "server_pagination": False,
        "page_length": 0,
        "include_search": False,
        "allow_render_html": False,
        "show_cell_bars": True,
        "color_pn": False,
    }
    return Chart(title, "table", dataset, params, width, height)


def named(metric: str, expression: str) -> dict[str, Any]:
    """A metric under a name of its own."""
    return {"expressionType": "SQL", "sqlExpression": expression, "label": metric, "hasCustomLabel": True}
