"""The bundle: every file that Superset imports, by its path, as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bi.generator import actors, situation, sources
from bi.generator.dashboard import Dashboard
from bi.generator.datasets import DATASETS, Dataset
from bi.generator.ids import uuid_of

ASSETS = Path(__file__).parents[1] / "assets"
VERSION = "1.0.0"
DASHBOARDS: tuple[Dashboard, ...] = (situation.DASHBOARD, actors.DASHBOARD, sources.DASHBOARD)
DATABASE = {
    "database_name": "Syria Events",
    # Where the warehouse is, and any password, is known at the start only: bi/provision.py puts it in.
    "sqlalchemy_uri": "postgresql+psycopg2://bi_reader@/warehouse",
    "cache_timeout": 60,
    "expose_in_sqllab": True,
    "allow_run_async": False,
    "allow_ctas": False,
    "allow_cvas": False,
    "allow_dml": False,
    "allow_file_upload": False,
    "extra": {"allows_virtual_table_explore": True, "cost_estimate_enabled": False},
    "uuid": uuid_of("database"),
    "version": VERSION,
}


def bundle() -> dict[str, str]:
    """Return path below the bundle's directory -> text."""
    files: dict[str, Mapping[str, Any]] = {
        "metadata.yaml": {"version": VERSION, "type": "assets", "timestamp": "2026-01-01T00:00:00+00:00"},
        "databases/warehouse.yaml": DATABASE,
    }
    for dataset in DATASETS.values():
        files[f"datasets/warehouse/{dataset.name}.yaml"] = _dataset_file(dataset)
    for dashboard in DASHBOARDS:
        files[f"dashboards/{dashboard.slug}.yaml"] = dashboard.as_file() | {"version": VERSION}
        for chart in dashboard.charts:
            files[f"charts/{dashboard.slug}/{chart.slug}.yaml"] = chart.as_file() | {"version": VERSION}
    return {path: _yaml(content) for path, content in files.items()}


def write(directory: Path, files: Mapping[str, str]) -> None:
    """Make a directory hold these files and no other YAML."""
    for stale in set(directory.rglob("*.yaml")) - {directory / path for path in files}:
        stale.unlink()
    for path, text in files.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text, encoding="utf-8")


def _dataset_file(dataset: Dataset) -> dict[str, Any]:
    return dataset.as_file() | {"database_uuid": DATABASE["uuid"], "version": VERSION}


class _Dumper(yaml.SafeDumper):
    """Without anchors: a thing that is used twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(content: Mapping[str, Any]) -> str:
    return yaml.dump(dict(content), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
