"""The demo itself, started as a user starts it: PostgreSQL, Airflow's four processes, the newsroom."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from syria_airflow.demo.airflow_api import AirflowApi
from syria_events.settings import HOME

DEMO_SECONDS = 900


@dataclass
class RunningDemo:
    """A demo that has come through and goes on running."""

    process: subprocess.Popen[str]
    var: Path
    airflow_port: int
    newsroom_port: int
    output: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.output)

    @property
    def api(self) -> AirflowApi:
        return AirflowApi(f"http://127.0.0.1:{self.airflow_port}")

    @property
    def newsroom_url(self) -> str:
        return f"http://127.0.0.1:{self.newsroom_port}"

    @property
    def dsn(self) -> str:
        return (self.var / "demo" / "warehouse.dsn").read_text().strip()

    def processes(self) -> list[psutil.Process]:
        """Return whatever the demo has started and that still runs, PostgreSQL included."""
        found = []
        for process in psutil.process_iter():
            try:
                command = " ".join(process.cmdline())
                if str(self.var) in command or str(self.var) in process.environ().get("SYRIA_EVENTS_VAR", ""):
                    found.append(process)
            except psutil.Error:
                continue
        return [process for process in found if process.pid != os.getpid() and process.status() != psutil.STATUS_ZOMBIE]


@pytest.fixture(scope="session")
def demo() -> Iterator[RunningDemo]:
    """Start the demo once for all tests, and wait till it has come through."""
    var = Path(tempfile.mkdtemp(prefix="syria-demo-"))
    airflow_port, newsroom_port = free_ports()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "SYRIA_EVENTS"))},
        "PYTHONPATH": f"{HOME / 'plugins'}{os.pathsep}{HOME}",
        "PYTHONUNBUFFERED": "1",
        "SYRIA_EVENTS_AIRFLOW_PORT": str(airflow_port),
        "SYRIA_EVENTS_NEWSROOM_PORT": str(newsroom_port),
        "SYRIA_EVENTS_VAR": str(var),
    }
    command = [sys.executable, "-m", "syria_airflow.launcher", "demo"]
    process = subprocess.Popen(
        command, cwd=HOME, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    running = RunningDemo(process, var, airflow_port, newsroom_port)
    is_up = threading.Event()
    threading.Thread(target=read_output, args=(running, is_up), daemon=True).start()
    try:
        assert is_up.wait(DEMO_SECONDS), running.text
        assert process.poll() is None, running.text
        yield running
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(90)
        for left in running.processes():
            left.kill()


def read_output(running: RunningDemo, is_up: threading.Event) -> None:
    """Collect what the demo prints; it is up when it says how to stop it, or when it has ended."""
    assert running.process.stdout is not None
    for line in running.process.stdout:
        running.output.append(line)
        if "make down" in line:
            is_up.set()
    is_up.set()


def free_ports() -> tuple[int, int]:
    """Return a port with its two neighbours free, for Airflow, and another for the newsroom."""
    while True:
        with socket.socket() as first, socket.socket() as other:
            first.bind(("127.0.0.1", 0))
            other.bind(("127.0.0.1", 0))
            port, newsroom = first.getsockname()[1], other.getsockname()[1]
        if all(is_free(p) for p in (port, port + 1, port + 2)) and newsroom not in range(port, port + 3):
            return port, newsroom


def is_free(port: int) -> bool:
    """Say whether nobody listens there."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
