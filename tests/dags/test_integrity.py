"""The DAGs as operators meet them: there, documented, owned, bounded in time, and backfillable where they say so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HOME = Path(__file__).parents[2]
DERIVE = ["derive.extract", "derive.code", "derive.check", "derive.load", "derive.link"]
TASKS = {
    "poll_feeds": ["poll", "hand_over"],
    "process_batch": ["fetch_pages", *DERIVE],
    "sweep_batches": ["hand_over", "watch"],
    "rebuild_day": DERIVE,
    "recover_history": ["recover", "fetch_pages", *DERIVE],
    "write_report": ["write"],
    "maintain_warehouse": ["refresh_gazetteer", "verify_landing", "clean_metadata", "apply_retention", "analyze"],
    "check_warehouse": ["check"],
}
DAG_IDS = set(TASKS)
HEADINGS = ["What", "When", "Backfill", "If it fails"]


@pytest.fixture(scope="module")
def dags() -> dict[str, Any]:
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(dag_folder=str(HOME / "dags"))
    assert not bag.import_errors
    return dict(bag.dags)


def test_exactly_these_dags(dags: dict[str, Any]) -> None:
    assert set(dags) == DAG_IDS
    assert {path.stem for path in (HOME / "dags").glob("*.py")} == DAG_IDS


@pytest.mark.parametrize("dag_id", sorted(DAG_IDS))
def test_documentation_tells_an_operator_what_he_needs(dags: dict[str, Any], dag_id: str) -> None:
    dag = dags[dag_id]
    assert re.findall(r"^### (.+)$", dag.doc_md, re.MULTILINE) == HEADINGS
    assert dag.description
    assert dag.dag_display_name != dag_id
    assert "syria-events" in dag.tags


@pytest.mark.parametrize("dag_id", sorted(DAG_IDS))
def test_tasks_run_in_this_order_and_are_bounded(dags: dict[str, Any], dag_id: str) -> None:
    dag = dags[dag_id]
    assert [task.task_id for task in dag.topological_sort()] == TASKS[dag_id]
    for task in dag.tasks:
        assert task.owner == "syria-events"
        assert task.retries >= 1
        assert task.retry_policy is not None
        assert task.execution_timeout is not None


def test_params_have_defaults_and_say_what_they_mean(dags: dict[str, Any]) -> None:
    for dag in dags.values():
        for name in dag.params:
            param = dag.params.get_param(name)
            # One without a value that may not be null would have to be filled in before a run can be started in the UI.
            assert param.value not in (None, "", []) or "null" in param.schema["type"]
            assert param.schema["type"]
            assert param.schema["title"]
            assert param.description


def test_only_days_and_the_clocks_are_periodic(dags: dict[str, Any]) -> None:
    from airflow.sdk import PartitionedAssetTimetable

    from syria_airflow.timetables import DaysOnRequest, DayTimetable

    assert isinstance(dags["rebuild_day"].timetable, DayTimetable)
    assert isinstance(dags["recover_history"].timetable, DaysOnRequest)
    assert isinstance(dags["process_batch"].timetable, PartitionedAssetTimetable)
    assert {t.value for t in dags["poll_feeds"].allowed_run_types} == {"scheduled", "manual"}


def test_pools_that_tasks_ask_for_are_made(dags: dict[str, Any]) -> None:
    from syria_airflow.pools import POOLS

    asked = {task.pool for dag in dags.values() for task in dag.tasks}
    assert asked - {"default_pool"} == {pool.name for pool in POOLS}


def test_no_dag_imports_a_heavy_library_when_it_is_parsed() -> None:
    code = (
        "import sys, importlib.util as u\n"
        "from pathlib import Path\n"
        "for p in Path('dags').glob('*.py'):\n"
        "    s = u.spec_from_file_location(p.stem, p); s.loader.exec_module(u.module_from_spec(s))\n"
        "heavy = {'pandas', 'great_expectations', 'trafilatura', 'newspaper', 'spacy', 'aiohttp', 'feedparser'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"
