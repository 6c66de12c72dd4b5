"""Airflow's API server within the test's process, with its login, its plugins and a metadata database of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

USERS = {"ada": "user", "vera": "viewer"}
PASSWORD = "as long as it takes"


@contextmanager
def airflow_server(dsn: str) -> Iterator[Any]:
    """Yield a function that returns a client of the server: of a user who is logged in, or of nobody."""
    home = Path(os.environ["AIRFLOW_HOME"])
    passwords = home / "passwords.json"
    passwords.write_text(json.dumps(dict.fromkeys(USERS, PASSWORD)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AIRFLOW_CONN_WAREHOUSE", dsn)
        patch.setenv("AIRFLOW__API_AUTH__JWT_SECRET", "x" * 64)
        patch.setenv("AIRFLOW__API__SECRET_KEY", "y" * 32)
        patch.setenv("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS", ",".join(f"{n}:{role}" for n, role in USERS.items()))
        patch.setenv("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE", str(passwords))
        from airflow.api_fastapi.app import create_app
        from airflow.utils.db import initdb
        from fastapi.testclient import TestClient

        initdb()
        app = create_app(apps="core")
        with TestClient(app):

            def client(name: str | None = None) -> TestClient:
                fresh = TestClient(app, follow_redirects=False)
                if name is not None:
                    answer = fresh.post("/auth/token", json={"username": name, "password": PASSWORD})
                    answer.raise_for_status()
                    fresh.cookies.set("_token", answer.json()["access_token"])
                return fresh

            yield client
