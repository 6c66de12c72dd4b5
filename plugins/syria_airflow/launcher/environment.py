"""The environment of Airflow's processes. What the operator has set himself stays as he set it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from syria_airflow.launcher.keys import Keys
from syria_events.settings import HOME, Settings

PARALLELISM = 4
"""Tasks at once: LocalExecutor keeps a process of about 140 MB for each."""


def airflow_environment(
    settings: Settings, keys: Keys, *, warehouse_dsn: str, airflow_dsn: str, is_open: bool, own: Mapping[str, str]
) -> dict[str, str]:
    """Return the whole environment for a local Airflow. `own` is the operator's and wins; `is_open` means no login."""
    port = settings.airflow_port
    address = f"http://127.0.0.1:{port}"
    home = settings.var / "airflow"
    defaults = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW_CONN_WAREHOUSE": warehouse_dsn,
        "AIRFLOW__API__BASE_URL": address,
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__SECRET_KEY": keys.api_secret_key,
        "AIRFLOW__API_AUTH__JWT_SECRET": keys.jwt_secret,
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(HOME / "dags"),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{address}/execution/",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__FERNET_KEY": keys.fernet_key,
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__MP_START_METHOD": "fork",
        "AIRFLOW__CORE__PARALLELISM": str(PARALLELISM),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(HOME / "plugins"),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": str(is_open),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(home / "passwords.json"),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "admin:admin",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": airflow_dsn.replace("postgresql://", "postgresql+psycopg2://", 1),
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "30",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(settings.var / "log" / "tasks"),
        "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(port + 2),
        "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(port + 1),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "GX_ANALYTICS_ENABLED": "False",
        "PYTHONPATH": str(HOME / "plugins"),
        "SYRIA_EVENTS_VAR": str(settings.var),
    }
    environment = {**defaults, **own}
    # Without bytecode every task would compile Airflow again, which costs it seconds.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PATH"] = f"{Path(os.sys.executable).parent}{os.pathsep}{own.get('PATH', '')}"
    return environment
