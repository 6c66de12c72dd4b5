"""Airflow without a running instance: a metadata database of its own, the DAG folder of the checkout."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

HOME = Path(__file__).parents[2]

# Airflow reads its configuration when it is first imported, so this has to stand before any test module does.
os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="syria-airflow-")
os.environ["AIRFLOW__CORE__DAGS_FOLDER"] = str(HOME / "dags")
os.environ["AIRFLOW__CORE__PLUGINS_FOLDER"] = str(HOME / "plugins")
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__UNIT_TEST_MODE"] = "False"
