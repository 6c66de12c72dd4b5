"""Starting, finding and stopping the embedded server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

from syria_events.warehouse.embedded.cluster import OWNER, EmbeddedPostgresError, make_cluster, program
from syria_events.warehouse.embedded.postmaster import Postmaster, clear_after_kill, try_lock, wait_for
from syria_events.warehouse.embedded.unprivileged import give_away, unprivileged

DATABASES = ("warehouse", "airflow")
LONGEST_SOCKET = 100
"""Bytes that the path to a socket may have (the kernel's limit is 107)."""
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


class EmbeddedPostgres:
    """One server. `with EmbeddedPostgres(directory) as server: psycopg2.connect(server.dsn("warehouse"))`."""

    def __init__(self, data: Path, log: Path | None = None, options: Mapping[str, str] | None = None) -> None:
        """Keep the data in `data`, made at the first start, and the log in `log` (default: beside the data).

        `options` are settings of the server that stand before those of `OPTIONS`.
        """
        self.data = data.absolute()
        self.options = {**OPTIONS, **(options or {})}
        self.log = log or self.data.with_name(self.data.name + ".log")
        self._lock: IO[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._sockets = self.data

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """Process id of the running server, whoever started it."""
        if self._process is not None:
            return self._process.pid if self._process.poll() is None else None
        postmaster = Postmaster.of(self.data)
        return postmaster.pid if postmaster and postmaster.is_running else None

    def dsn(self, database: str) -> str:
        """Return the URI of a database, good for psycopg2 and, with its driver named, for SQLAlchemy."""
        return f"postgresql://{OWNER}@/{database}?host={quote(str(self._sockets))}"

    def start(self) -> None:
        """Start the server, its data and databases made if need be, or find the one that runs; return when it answers.

        Raises EmbeddedPostgresError where it does not start, with the end of its log.
        """
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self._lock = try_lock(self.data)
        if self._lock is None:
            wait_for(self._is_found, START_SECONDS, f"the server that another process starts in {self.data}")
            return
        try:
            clear_after_kill(self.data)
            if not self.data.exists():
                make_cluster(self.data)
            self._sockets = self._socket_directory()
            self._launch()
            wait_for(self._answers, START_SECONDS, "PostgreSQL")
            for name in sorted(set(DATABASES) - self._databases()):
                self._administer(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server if it was started here. What was committed is kept. Safe to repeat."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)  # PostgreSQL's "fast shutdown"
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGQUIT)  # immediate; the next start recovers from the log
                self._process.wait(STOP_SECONDS)
            self._process = None
        if self._lock is not None:
            if self._sockets != self.data:
                shutil.rmtree(self._sockets, ignore_errors=True)
            self._lock.close()
            self._lock = None

    def _socket_directory(self) -> Path:
        if len(os.fsencode(self.data / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
            return self.data
        short = Path(tempfile.mkdtemp(prefix="syria-pg-", dir="/tmp"))  # TMPDIR may be as long
        give_away(short)
        return short

    def _launch(self) -> None:
        postgres = program("postgres")
        options = [f"--{name}={value}" for name, value in self.options.items()]
        command = [str(postgres), "-D", str(self.data), f"--unix_socket_directories={self._sockets}", *options]
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*unprivileged([postgres, self.data]), *command],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # so that Ctrl-C in a terminal reaches the starter alone
            )

    def _is_found(self) -> bool:
        postmaster = Postmaster.of(self.data)
        if postmaster is None or postmaster.sockets is None:
            return False
        self._sockets = postmaster.sockets
        try:
            return set(DATABASES) <= self._databases()
        except psycopg2.OperationalError:
            return False

    def _answers(self) -> bool:
        try:
            self._databases()
        except psycopg2.OperationalError as error:
            if self._process is not None and self._process.poll() is None:
                return False
            end = "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-10:])
            raise EmbeddedPostgresError(
                f"PostgreSQL in {self.data} did not start; the end of {self.log}:\n{end}"
            ) from error
        return True

    def _databases(self) -> set[str]:
        return {name for (name,) in self._administer(sql.SQL("SELECT datname FROM pg_database"))}

    def _administer(self, command: sql.Composable) -> list[tuple[str, ...]]:
        connection = psycopg2.connect(self.dsn("postgres"), connect_timeout=5)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(command)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()
