"""Starting the real launcher, with the real PostgreSQL and a stub of Airflow, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from syria_events.settings import HOME

STUB = Path(__file__).parent / "stub"


@dataclass
class Launchers:
    """Starts launchers on one state directory and one port."""

    var: Path
    port: int
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, command: str, **variables: str) -> subprocess.Popen[str]:
        """Start `python -m syria_airflow.launcher COMMAND`, its output in pipes."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "SYRIA_EVENTS"))}
        environment = {
            **kept,
            "PYTHONPATH": f"{HOME / 'plugins'}:{STUB}",
            "SYRIA_EVENTS_VAR": str(self.var),
            "SYRIA_EVENTS_AIRFLOW_PORT": str(self.port),
            **variables,
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "syria_airflow.launcher", command],
            cwd=HOME,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def run(self, command: str, **variables: str) -> tuple[int, str]:
        """Run a launcher to its end and return its exit code and all that it said."""
        process = self.start(command, **variables)
        out, err = process.communicate(timeout=120)
        return process.returncode, out + err

    def up(self, **variables: str) -> tuple[subprocess.Popen[str], str]:
        """Start `up`, wait till all is there, and return the launcher and what it has said."""
        process = self.start("up", **variables)
        said = ""
        assert process.stdout
        while "Stop with" not in said:
            line = process.stdout.readline()
            assert line, f"the launcher ended: {said}{process.stderr.read() if process.stderr else ''}"
            said += line
        return process, said

    def worker(self) -> psutil.Process:
        """Wait till the worker of the stub's scheduler works, and return it."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            recorded = self._worker_pid()
            for process in self.left():
                if process.pid == recorded:
                    return process
            time.sleep(0.05)
        raise AssertionError("the scheduler has started no worker")

    def _worker_pid(self) -> int | None:
        try:
            return int((self.var / "worker.pid").read_text())
        except (FileNotFoundError, ValueError):
            return None

    def left(self) -> list[psutil.Process]:
        """Return all processes that work on the state directory."""
        return [process for process in psutil.process_iter() if self._works_here(process)]

    def _works_here(self, process: psutil.Process) -> bool:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return False
            is_told = process.environ().get("SYRIA_EVENTS_VAR") == str(self.var)
            return is_told or any(str(self.var) in argument for argument in process.cmdline())
        except psutil.Error:
            return False
