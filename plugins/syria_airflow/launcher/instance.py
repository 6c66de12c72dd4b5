"""One instance per state directory: a lock file that says who runs there, and ports that are free."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ALREADY_RUNNING = 3
PORT_TAKEN = 4


class LauncherError(Exception):
    """The instance cannot be started or stopped; `code` is the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        """Say what is wrong and what to do."""
        super().__init__(message)
        self.code = code


@dataclass(slots=True)
class Instance:
    """The lock of one running instance, held as long as its process lives, however that ends."""

    path: Path
    _file: IO[str] | None = None

    def take(self, address: str) -> None:
        """Take the lock. Raises LauncherError if somebody else has it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = self.path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = read_holder(self.path)
            raise LauncherError(
                f"already running at {other.get('address')} (pid {other.get('pid')}); stop it with `make down`",
                ALREADY_RUNNING,
            ) from None
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "address": address}))
        file.flush()
        self._file = file

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None


def read_holder(path: Path) -> dict[str, object]:
    """Return pid and address of whoever wrote the lock file last; empty where nobody is known."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}


def is_held(path: Path) -> bool:
    """Say whether a process holds the lock now."""
    try:
        file = path.open("r+", encoding="utf-8")
    except FileNotFoundError:
        return False
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def stop_holder(path: Path, seconds: float = 90) -> bool:
    """Ask the instance that holds the lock to end, and wait for it. Returns False where none runs."""
    if not is_held(path):
        return False
    pid = int(str(read_holder(path)["pid"]))
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + seconds
    while is_held(path):
        if time.monotonic() > deadline:
            raise LauncherError(f"process {pid} did not end within {seconds:.0f} s; see its log, or kill it by its pid")
        time.sleep(0.1)
    return True


def require_free(ports: dict[str, int]) -> None:
    """Raise LauncherError naming the variable of the first port that another program has."""
    for variable, port in ports.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                raise LauncherError(
                    f"port {port} is taken by another program; choose another with {variable}=…", PORT_TAKEN
                ) from None
