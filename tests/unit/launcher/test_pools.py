"""Every pool that a DAG names is made before the DAGs run."""

from __future__ import annotations

import json
import re

from syria_airflow.pools import pools_json
from syria_events.settings import HOME


def test_pools_that_tasks_name_exist() -> None:
    sources = [*(HOME / "dags").glob("*.py"), *(HOME / "plugins" / "syria_airflow").rglob("*.py")]
    named = {name for path in sources for name in re.findall(r'pool="(\w+)"', path.read_text(encoding="utf-8"))}
    assert named
    assert named <= set(json.loads(pools_json()))


def test_pools_have_room() -> None:
    assert all(pool["slots"] > 0 and pool["description"] for pool in json.loads(pools_json()).values())
