"""Starting programs that belong together, and ending them together, however the first of them ends."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil

GRACE_SECONDS = 20
MARK = "SYRIA_EVENTS_INSTANCE"


class Crashed(Exception):
    """A program ended that should have gone on."""


@dataclass(slots=True)
class Supervisor:
    """Programs of one instance. All of them, and whatever they start, carry a mark by which they are found again."""

    environment: Mapping[str, str]
    logs: Path
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)
    _programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def run(self, name: str, command: Sequence[str]) -> None:
        """Run a program to its end. Raises Crashed with the end of its log if it fails."""
        self.start(name, command)
        self.finish(name)

    def finish(self, name: str) -> None:
        """Wait for the end of a program that was started. Raises Crashed with the end of its log if it failed."""
        code = self._programs[name].wait()
        del self._programs[name]
        if code:
            raise Crashed(f"{name} failed with exit code {code}; the end of {self._log(name)}:\n{self.log_end(name)}")

    def start(self, name: str, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program that is to go on, its output in a log of its own."""
        self.logs.mkdir(parents=True, exist_ok=True)
        with self._log(name).open("ab") as log:
            process = subprocess.Popen(
                command,
                env={**self.environment, MARK: self.mark},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=partial(_end_with_parent, os.getpid()),
            )
        self._programs[name] = process
        return process

    def wait_until(self, what: str, is_so: Callable[[], bool], seconds: float) -> None:
        """Wait for something the programs do. Raises Crashed if one of them ends or the time is over."""
        deadline = time.monotonic() + seconds
        while not is_so():
            self.require_alive()
            if time.monotonic() > deadline:
                raise Crashed(f"{what} did not come about within {seconds:.0f} s; see {self.logs}")
            time.sleep(0.2)

    def require_alive(self) -> None:
        """Raise Crashed if a program has ended."""
        for name, process in self._programs.items():
            if process.poll() is not None:
                raise Crashed(
                    f"{name} ended with exit code {process.returncode}; the end of its log:\n{self.log_end(name)}"
                )

    def stop(self) -> None:
        """End all programs and everything they started, politely first. Nothing is left when this returns."""
        for process in self._programs.values():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        for process in self._programs.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue
        left = self.survivors()
        for process in left:
            process.kill()
        psutil.wait_procs(left, timeout=10)
        for process in self._programs.values():
            process.wait()
        self._programs.clear()

    def survivors(self) -> list[psutil.Process]:
        """Return all processes that carry the mark of this instance."""
        return [process for process in psutil.process_iter() if _mark_of(process) == self.mark]

    def log_end(self, name: str, lines: int = 15) -> str:
        """Return the last lines of a program's log."""
        return "\n".join(self._log(name).read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"


def _mark_of(process: psutil.Process) -> str | None:
    try:
        return process.environ().get(MARK)
    except psutil.Error:
        return None


def _end_with_parent(parent: int) -> None:
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)
    if os.getppid() != parent:  # the parent died before the call took hold
        os.kill(os.getpid(), signal.SIGTERM)
