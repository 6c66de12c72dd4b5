"""Kernel sessions: how all processes that a program started are found again, whoever their parent is by now.

Every program of an instance leads a session of its own, and Airflow's processes stay in it. Neither environment nor
command line would do: Airflow rewrites both, and hides the environment of its supervisors.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PROC = Path("/proc")
ZOMBIE = "Z"


@dataclass(frozen=True, slots=True)
class Session:
    """A session by its number and by when its leader started, since numbers come round again."""

    number: int
    started: int
    """Clock ticks since the boot."""
    boot: str
    """Which boot these are counted from."""

    @classmethod
    def led_by(cls, pid: int) -> Self:
        """Return the session that a child of ours, not yet waited for, leads or is about to lead."""
        process = _read(pid)
        return cls(pid, process.started if process else 0, boot_id())

    def members(self) -> list[int]:
        """Return the ids of its living processes; none where the number is another session's by now."""
        if self.boot != boot_id():
            return []
        leader = _read(self.number)
        if leader is not None and leader.started != self.started:
            return []
        return [p.pid for p in _processes() if p.session == self.number and p.started >= self.started]

    @property
    def is_led(self) -> bool:
        """Say whether its leader lives."""
        return self.number in self.members()


def end_sessions(sessions: Iterable[Session], *, grace_seconds: float) -> None:
    """End all processes of the sessions, none of which is left on return.

    The leader is asked first, since he knows how to end the others; then those whom he left behind; after the grace all
    who remain are killed.
    """
    led = [session for session in sessions if session.members()]
    leaderless: list[Session] = []
    for session in led:
        _signal(session.number, signal.SIGTERM)
    deadline = time.monotonic() + grace_seconds
    while led or leaderless:
        left_behind = [session for session in led if not session.is_led]
        _signal_all(left_behind, signal.SIGTERM)
        led = [session for session in led if session not in left_behind]
        leaderless = [session for session in leaderless + left_behind if session.members()]
        if time.monotonic() > deadline:
            _signal_all(led + leaderless, signal.SIGKILL)
        time.sleep(0.1)


def boot_id() -> str:
    """Return what is different after every boot."""
    return (PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()


@dataclass(frozen=True, slots=True)
class _Process:
    pid: int
    session: int
    started: int


def _read(pid: int) -> _Process | None:
    """Return a living process; null for one that is gone or only waits to be reaped."""
    try:
        text = (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return None
    fields = text.rpartition(")")[2].split()  # from the third on (proc_pid_stat(5)); the second may hold anything
    return None if fields[0] == ZOMBIE else _Process(pid, session=int(fields[3]), started=int(fields[19]))


def _processes() -> Iterator[_Process]:
    for entry in PROC.iterdir():
        if entry.name.isdecimal() and (process := _read(int(entry.name))) is not None:
            yield process


def _signal_all(sessions: Iterable[Session], number: signal.Signals) -> None:
    for pid in [pid for session in sessions for pid in session.members()]:
        _signal(pid, number)


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
