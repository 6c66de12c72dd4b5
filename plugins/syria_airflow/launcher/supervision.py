"""Starting programs that belong together, and ending them together, however the first of them ends."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from syria_airflow.launcher.sessions import Session, end_sessions

GRACE_SECONDS = 10
"""How long running tasks and open requests may take to end by themselves."""
DIE_WITH_US = ("setpriv", "--pdeathsig=TERM")
"""Makes the kernel end a program when the launcher is killed outright. Part of util-linux, as on every Debian."""


class Crashed(Exception):
    """A program ended that should have gone on, or failed."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that was started."""

    process: subprocess.Popen[bytes]
    session: Session
    is_lasting: bool
    """Whether it is to go on until it is stopped; otherwise it ends by itself, with 0."""

    @property
    def failure(self) -> int | None:
        """Its exit code, where it ended and should not have, or not so."""
        code = self.process.poll()
        return code if code or (self.is_lasting and code is not None) else None


@dataclass(slots=True)
class Supervisor:
    """The programs of one instance."""

    environment: Mapping[str, str]
    directory: Path
    """Where they are started."""
    logs: Path
    record: Path
    """File that names their sessions as long as they run, for whoever has to clear up after a kill -9."""
    _programs: dict[str, Program] = field(default_factory=dict)

    def run(self, name: str, command: Sequence[str]) -> None:
        """Run a program to its end. Raises Crashed with the end of its log if it fails."""
        self.start(name, command, is_lasting=False)
        self.finish(name)

    def start(self, name: str, command: Sequence[str], *, is_lasting: bool = True) -> None:
        """Start a program, its output in a log of its own."""
        self.logs.mkdir(parents=True, exist_ok=True)
        with self._log(name).open("ab") as log:
            process = subprocess.Popen(
                [*DIE_WITH_US, *command],
                cwd=self.directory,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._programs[name] = Program(process, Session.led_by(process.pid), is_lasting)
        self._write_record()

    def finish(self, name: str) -> None:
        """Wait for the end of a program that ends by itself. Raises Crashed if it, or meanwhile another one, fails."""
        while self._programs[name].process.poll() is None:
            self.require_alive()
            time.sleep(0.05)
        self.require_alive()
        del self._programs[name]
        self._write_record()

    def wait_until(self, what: str, is_so: Callable[[], bool], seconds: float) -> None:
        """Wait for something the programs do. Raises Crashed if one of them fails or the time is over."""
        deadline = time.monotonic() + seconds
        while not is_so():
            self.require_alive()
            if time.monotonic() > deadline:
                raise Crashed(f"{what} did not come about within {seconds:.0f} s; see {self.logs}")
            time.sleep(0.1)

    def require_alive(self) -> None:
        """Raise Crashed, with the end of its log, if a program failed or ended before its time."""
        for name, program in self._programs.items():
            if program.failure is not None:
                end = "\n".join(self._log(name).read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
                raise Crashed(f"{name} ended with exit code {program.failure}; the end of {self._log(name)}:\n{end}")

    def stop(self) -> None:
        """End all programs and everything they started, politely first. Nothing is left when this returns."""
        end_sessions((p.session for p in self._programs.values()), grace_seconds=GRACE_SECONDS)
        for program in self._programs.values():
            program.process.wait()
        self._programs.clear()
        self.record.unlink(missing_ok=True)

    def _write_record(self) -> None:
        sessions = [asdict(program.session) for program in self._programs.values()]
        draft = self.record.with_suffix(".draft")
        draft.write_text(json.dumps(sessions), encoding="utf-8")
        draft.replace(self.record)

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"


def end_strays(record: Path) -> bool:
    """End what is left of programs whose launcher was killed. Returns whether anything was."""
    try:
        sessions = [Session(**fields) for fields in json.loads(record.read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return False
    found = any(session.members() for session in sessions)
    end_sessions(sessions, grace_seconds=GRACE_SECONDS)
    record.unlink(missing_ok=True)
    return found
