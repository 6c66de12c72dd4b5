"""A dashboard: rows of charts, notes between them, filters above them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bi.generator.charts import Chart
from bi.generator.filters import cross_filters, native_filters
from bi.generator.ids import uuid_of

Position = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph in Markdown."""

    text: str
    width: int = 12
    height: int = 12


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Title, what it is for, and its tiles, row by row."""

    title: str
    description: str
    rows: tuple[tuple[Chart | Note, ...], ...]

    @property
    def slug(self) -> str:
        """Its name in addresses and files."""
        return self.title.lower()

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Its charts, in order; the number of a chart is its place here, from 1."""
        return tuple(replace(tile, dashboard=self.slug) for row in self.rows for tile in row if isinstance(tile, Chart))

    def as_file(self) -> dict[str, Any]:
        """Return what the bundle says of it."""
        return {
            "dashboard_title": self.title,
            "description": self.description,
            "slug": self.slug,
            "uuid": uuid_of("dashboard", self.slug),
            "published": True,
            "is_managed_externally": True,
            "position": self._position(),
            "metadata": {
                "native_filter_configuration": native_filters(self.slug, self.charts),
                "cross_filters_enabled": True,
                # A scheme of colours here would paint the maps by category.
                "color_scheme": "",
                "refresh_frequency": 0,
                "expanded_slices": {},
                "timed_refresh_immune_slices": [],
                "chart_configuration": cross_filters(self.charts),
                "global_chart_configuration": {"scope": {"rootPath": ["ROOT_ID"], "excluded": []}, "chartsInScope": []},
                "filter_bar_orientation": "HORIZONTAL",
            },
        }

    def _position(self) -> Position:
        row_ids = [f"ROW-{i}" for i in range(1, len(self.rows) + 1)]
        position: Position = {
            "DASHBOARD_VERSION_KEY": "v2",
            "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
            "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": self.title}},
            "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": row_ids, "parents": ["ROOT_ID"]},
        }
        number = 0
        for row_id, row in zip(row_ids, self.rows, strict=True):
            parents = ["ROOT_ID", "GRID_ID", row_id]
            children = []
            for place, tile in enumerate(row, 1):
                number += isinstance(tile, Chart)
                key, item = self._tile(tile, f"{row_id}-{place}", number)
                position[key] = item | {"id": key, "children": [], "parents": parents}
                children.append(key)
            meta = {"background": "BACKGROUND_TRANSPARENT"}
            position[row_id] = {"type": "ROW", "id": row_id, "children": children, "parents": parents[:2], "meta": meta}
        return position

    def _tile(self, tile: Chart | Note, place: str, number: int) -> tuple[str, Position]:
        size = {"width": tile.width, "height": tile.height}
        if isinstance(tile, Note):
            return f"MARKDOWN-{place}", {"type": "MARKDOWN", "meta": size | {"code": tile.text}}
        meta = size | {"chartId": number, "uuid": tile.uuid_in(self.slug), "sliceName": tile.title}
        return f"CHART-{place}", {"type": "CHART", "meta": meta}
