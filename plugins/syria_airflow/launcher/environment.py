"""The environment of Airflow's processes on one machine."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from syria_airflow.launcher.keys import Keys
from syria_events.settings import HOME, Settings

PARALLELISM = 4
"""Tasks at once: LocalExecutor keeps a process of about 140 MB for each."""
LOOPBACK = "127.0.0.0/8"


def airflow_environment(
    settings: Settings, keys: Keys, *, warehouse_dsn: str, airflow_dsn: str, is_open: bool, own: Mapping[str, str]
) -> dict[str, str]:
    """Return the whole environment. `own` is the operator's, and wins where the launcher does not depend on it.

    `is_open` means that everybody who reaches the address may do everything, without a login.
    """
    home = settings.var / "airflow"
    metadata = airflow_dsn.replace("postgresql://", "postgresql+psycopg2://", 1)
    address = f"http://127.0.0.1:{settings.airflow_port}"
    defaults = {
        "AIRFLOW__API__BASE_URL": address,
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__SECRET_KEY": keys.api_secret_key,
        "AIRFLOW__API_AUTH__JWT_SECRET": keys.jwt_secret,
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__FERNET_KEY": keys.fernet_key,
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__MP_START_METHOD": "fork",
        "AIRFLOW__CORE__PARALLELISM": str(PARALLELISM),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "admin:admin",
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "30",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(settings.var / "log" / "tasks"),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "GX_ANALYTICS_ENABLED": "False",
        "XDG_CACHE_HOME": str(settings.var / "cache"),
    }
    fixed = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW_CONN_WAREHOUSE": warehouse_dsn,
        "AIRFLOW__API__PORT": str(settings.airflow_port),
        "AIRFLOW__CORE__DAGS_FOLDER": str(HOME / "dags"),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{address}/execution/",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(HOME / "plugins"),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": str(is_open),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(home / "passwords.json"),
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": metadata,
        "NO_PROXY": _with_loopback(own.get("NO_PROXY") or own.get("no_proxy") or ""),
        "PATH": f"{Path(sys.executable).parent}:{own.get('PATH', '')}",
        "PYTHONPATH": ":".join(filter(None, (str(HOME / "plugins"), own.get("PYTHONPATH")))),
        "SYRIA_EVENTS_AIRFLOW_DSN": metadata,
        "SYRIA_EVENTS_VAR": str(settings.var),
    }
    environment = {**defaults, **own, **fixed, "no_proxy": fixed["NO_PROXY"]}
    # Without bytecode every task would compile Airflow again, which costs it seconds.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def demo_variables(settings: Settings, own: Mapping[str, str]) -> dict[str, str]:
    """Return the operator's environment as the demo wants it: it touches no Airflow, warehouse or feed of his."""
    kept = {name: value for name, value in own.items() if not name.startswith(("AIRFLOW_", "SYRIA_EVENTS_"))}
    return kept | {
        "SYRIA_EVENTS_ALLOW_PRIVATE": LOOPBACK,
        "SYRIA_EVENTS_ARCHIVE": "off",
        "SYRIA_EVENTS_FEEDS": str(settings.var / "feeds.csv"),
        "SYRIA_EVENTS_GAZETTEER_URLS": "none",
        "SYRIA_EVENTS_HOST_SECONDS": "0.1",
        "SYRIA_EVENTS_LANDING": settings.landing_url,
        "SYRIA_EVENTS_ONLY_OWN_FEEDS": "1",
        "SYRIA_EVENTS_PAGE_RETRY_SECONDS": "1",
    }


def _with_loopback(hosts: str) -> str:
    return ",".join(filter(None, (hosts, "127.0.0.1,localhost")))
