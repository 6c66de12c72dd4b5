"""A second API server on the running demo's databases: the same Airflow, behind a login."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from syria_airflow.demo.airflow_api import wait_for
from syria_events.settings import HOME

PASSWORD = "as long as it takes"
USERS = {"ada": "user", "vera": "viewer"}


@dataclass(frozen=True)
class LoginServer:
    """Where it answers. Its users are ada, who may start runs, and vera, who may look."""

    url: str


@contextmanager
def login_server(processes: list[psutil.Process], port: int, directory: Path) -> Iterator[LoginServer]:
    """Start the server in the environment of the demo's own, and yield it once it answers."""
    passwords = directory / "passwords.json"
    passwords.write_text(json.dumps(dict.fromkeys(USERS, PASSWORD)))
    url = f"http://127.0.0.1:{port}"
    environment = _environment_of_airflow(processes) | {
        "AIRFLOW__API__BASE_URL": url,
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "False",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(passwords),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": ",".join(f"{name}:{role}" for name, role in USERS.items()),
    }
    log = directory / "api-server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "airflow", "api-server"], cwd=HOME, env=environment, stdout=output, stderr=output
        )
    try:
        wait_for(
            f"the server with a login, see {log}", lambda: process.poll() is not None or _answers(url), seconds=120
        )
        assert process.poll() is None, log.read_text()
        yield LoginServer(url)
    finally:
        process.terminate()
        process.wait(60)


def _environment_of_airflow(processes: list[psutil.Process]) -> dict[str, str]:
    # Of the processes of Airflow's this one leaves its command line and environment to be read as they were given.
    (environment,) = [p.environ() for p in processes if p.cmdline()[-2:] == ["airflow", "dag-processor"]]
    return environment


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/api/v2/version", trust_env=False).is_success
    except httpx.TransportError:
        return False
