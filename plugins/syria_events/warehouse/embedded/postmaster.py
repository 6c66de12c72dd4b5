"""What a running or killed server left in its data directory about itself: `postmaster.pid`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PID_LINE, SOCKETS_LINE = 0, 4
"""Lines of the file (src/include/utils/pidfile.h); the second is written once the socket is there."""


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
            lines = record(data).read_text(encoding="utf-8").splitlines()
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


def record(data: Path) -> Path:
    """Return the file in which a server notes itself."""
    return data / "postmaster.pid"
