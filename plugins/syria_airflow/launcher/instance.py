"""One instance of a kind per state directory: a lock file that says who runs there and where."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

STOP_SECONDS = 90


class LauncherError(Exception):
    """The instance cannot be started or stopped; `code` is the exit code."""

    code = 1


class AlreadyRunning(LauncherError):
    """Another launcher runs this instance."""

    code = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """The launcher that runs an instance."""

    pid: int
    address: str


@dataclass(slots=True)
class Instance:
    """`demo` or `up` of one state directory. The lock lasts as long as the process that took it, however that ends."""

    directory: Path
    name: str
    _file: IO[str] | None = None

    @property
    def lock(self) -> Path:
        """File that is locked while the instance runs."""
        return self.directory / f"{self.name}.lock"

    @property
    def record(self) -> Path:
        """File that names the sessions of the running programs."""
        return self.directory / f"{self.name}.sessions.json"

    def take(self, address: str) -> None:
        """Take the lock. Raises AlreadyRunning, naming who has it."""
        self.directory.mkdir(parents=True, exist_ok=True)
        file = self.lock.open("a+", encoding="utf-8")
        if not _try_lock(file):
            file.close()
            other = self.holder()
            where = f" at {other.address} (process {other.pid})" if other else ""
            raise AlreadyRunning(f"it runs already{where}; stop it with `make down`")
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

    def holder(self) -> Holder | None:
        """Return who runs the instance now; null where nobody does."""
        try:
            with self.lock.open("r+", encoding="utf-8") as file:
                if _try_lock(file):
                    return None
                return Holder(**json.load(file))
        except (FileNotFoundError, json.JSONDecodeError):  # the latter: he has just come or is just leaving
            return None

    def stop(self) -> bool:
        """Ask the launcher that runs the instance to end it, and wait. Returns False where none runs."""
        holder = self.holder()
        if holder is None:
            return False
        with suppress(ProcessLookupError):  # he may be on his way out already
            os.kill(holder.pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while self.holder() == holder:
            if time.monotonic() > deadline:
                raise LauncherError(f"process {holder.pid} did not end within {STOP_SECONDS} s: kill -9 it, and repeat")
            time.sleep(0.1)
        return True


def _try_lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
