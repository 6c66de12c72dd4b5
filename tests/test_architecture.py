"""The house: who may import whom, who may read the environment, how large a room may be."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
PACKAGE = HOME / "plugins" / "syria_events"
SOURCES = sorted(
    [*PACKAGE.rglob("*.py"), *(HOME / "plugins" / "syria_airflow").rglob("*.py"), *(HOME / "dags").glob("*.py")]
)

MODEL = {"model", "settings", "urls", ""}
"""What every room may use: the nouns, the settings, the form of addresses, the package's own version."""
ALLOWED = {
    "model": set(),
    "settings": {"model"},
    "urls": {"model"},
    "feeds": MODEL | {"web", "wire"},
    "history": MODEL | {"feeds", "wire"},
    "articles": MODEL,
    "coding": MODEL | {"articles"},
    "events": MODEL,
    "alerts": MODEL,
    "quality": MODEL | {"warehouse"},
    "wire": MODEL,
    "web": MODEL | {"wire"},
    "landing": MODEL | {"wire"},
    "warehouse": MODEL | {"coding"},
    "export": MODEL | {"warehouse"},
    "daily_report": MODEL | {"warehouse"},
    "pipeline": MODEL
    | {"feeds", "history", "articles", "coding", "events", "quality", "alerts", "web", "wire", "landing", "warehouse"},
    "cli": MODEL
    | {"pipeline", "feeds", "history", "articles", "coding", "events", "quality", "alerts", "web", "wire", "landing"}
    | {"warehouse", "export", "daily_report"},
}
"""Room of syria_events -> rooms that it may import. Feeds and landing know the shape of a response, quality that of a
row, and the reference tables of the warehouse are written from the codebook."""

CODER_ROOMS = {
    "english": "words actors dates places tolls triggers roles telling merging",
    "arabic": "words dates triggers tolls places roles telling merging",
}
"""Coder -> its rooms from the ground up; the nouns beside them (scene, mention …) are for all."""


def imports(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def room(module: str) -> str:
    """Return the first name below syria_events."""
    return [*module.split("."), ""][1]


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if PACKAGE in p.parents], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_imports_run_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    foreign = {room(m) for m in imports(path) if m.split(".")[0] == "syria_events"} - {own}
    assert foreign <= ALLOWED[own], f"{own} may not import {sorted(foreign - ALLOWED[own])}"
    assert not [m for m in imports(path) if m.split(".")[0] in {"airflow", "syria_airflow"}]


@pytest.mark.parametrize("coder", CODER_ROOMS)
def test_rooms_of_a_coder_import_only_what_lies_below(coder: str) -> None:
    order = CODER_ROOMS[coder].split()
    home = PACKAGE / "coding" / coder
    assert {path.parent.name for path in home.glob("*/__init__.py")} == set(order)
    for own in order:
        for path in (home / own).glob("*.py"):
            named = [m.split(".") for m in imports(path) if m.startswith(f"syria_events.coding.{coder}.")]
            above = {parts[3] for parts in named} & set(order[order.index(own) + 1 :])
            assert not above, f"{path.relative_to(PACKAGE)} may not import {sorted(above)}"


def test_domain_runs_without_airflow() -> None:
    code = (
        "import sys, pkgutil, importlib\n"
        "sys.modules['airflow'] = None\n"
        "import syria_events\n"
        "for m in pkgutil.walk_packages(syria_events.__path__, 'syria_events.'):\n"
        "    m.name.endswith('__main__') or importlib.import_module(m.name)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(HOME / "plugins")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_only_settings_reads_the_environment() -> None:
    readers = [
        path.relative_to(PACKAGE)
        for path in SOURCES
        if PACKAGE in path.parents and path.name != "settings.py" and "os.environ" in path.read_text(encoding="utf-8")
    ]
    assert not readers


def test_no_file_is_named_like_the_standard_library_or_like_a_drawer() -> None:
    names = {path.stem for path in SOURCES}
    assert not names & (set(sys.stdlib_module_names) - {"__init__", "__main__"})
    assert not names & {"utils", "util", "common", "helpers", "manager", "misc"}


def test_airflow_does_not_load_our_packages_as_plugins() -> None:
    ignored = (HOME / "plugins" / ".airflowignore").read_text().split()
    assert {"syria_events/", "syria_airflow/"} <= set(ignored)


def test_dag_files_are_thin() -> None:
    for path in (HOME / "dags").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        body = len(path.read_text(encoding="utf-8").splitlines()) - tree.body[0].end_lineno
        assert body <= 60, f"{path.name}: {body} lines below the docstring"


def test_rooms_are_small() -> None:
    large = {
        str(path.relative_to(HOME)): lines
        for path in SOURCES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not large
