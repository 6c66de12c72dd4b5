"""Who runs the server of a data directory: the lock of its starter, the server's own record, and clearing up."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from syria_events.warehouse.embedded.cluster import EmbeddedPostgresError

STOP_SECONDS = 30

RECORD = "postmaster.pid"
PID_LINE, SOCKETS_LINE = 0, 4
"""Its lines (PostgreSQL's src/include/utils/pidfile.h); the second is written once the socket is there."""


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A server by its own record, which outlives it when it is killed."""

    data: Path
    pid: int
    sockets: Path | None
    """Directory of its socket; null while it starts."""

    @classmethod
    def of(cls, data: Path) -> Self | None:
        """Return the server recorded in a data directory, running or not."""
        try:
            lines = (data / RECORD).read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return None
        if not lines:
            return None
        sockets = lines[SOCKETS_LINE].strip() if len(lines) > SOCKETS_LINE else ""
        return cls(data, int(lines[PID_LINE]), Path(sockets) if sockets else None)

    @property
    def is_running(self) -> bool:
        """Say whether the process is there, and not another one that came to its number later."""
        try:
            return os.fsencode(self.data) in Path(f"/proc/{self.pid}/cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            return False


def try_lock(data: Path) -> IO[bytes] | None:
    """Become the starter of a data directory's server, as long as the file is open; null where a living process is."""
    file = data.with_name(data.name + ".lock").open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def clear_after_kill(data: Path) -> bool:
    """End the server of a starter who was killed, and remove what the two left. Returns whether it still ran.

    Only for the holder of the lock. Raises EmbeddedPostgresError where the server does not end.
    """
    former = Postmaster.of(data)
    if former is None:
        return False
    was_running = former.is_running
    if was_running:
        with suppress(ProcessLookupError):  # it may be on its way out already
            os.kill(former.pid, signal.SIGINT)
        wait_for(lambda: not former.is_running, STOP_SECONDS, f"the end of the former server, process {former.pid}")
    if former.sockets is not None and former.sockets != data:
        shutil.rmtree(former.sockets, ignore_errors=True)
    # A recorded number that is another program's by now would keep PostgreSQL from starting.
    (data / RECORD).unlink(missing_ok=True)
    return was_running


def end_orphan(data: Path) -> bool:
    """Do the same where nobody is starter. Returns whether a server was ended."""
    if not data.exists():
        return False
    lock = try_lock(data)
    if lock is None:
        return False
    with lock:
        return clear_after_kill(data)


def wait_for(is_so: Callable[[], bool], seconds: float, what: str) -> None:
    """Ask until it is so. Raises EmbeddedPostgresError naming what did not come."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise EmbeddedPostgresError(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(0.05)
