"""The embedded server: there in seconds, keeps what was committed, leaves nothing running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg2
import pytest

from syria_events.settings import HOME
from syria_events.warehouse.embedded import DATABASES, EmbeddedPostgres, EmbeddedPostgresError

STARTER = """
import sys, signal
from pathlib import Path
from syria_events.warehouse.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]))
server.start()
print(server.pid, server.dsn("warehouse"), flush=True)
signal.pause()
"""


def run(dsn: str, command: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(dsn)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(command)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows


def test_committed_rows_outlive_a_restart(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / "data")
    with server:
        run(server.dsn("warehouse"), "CREATE TABLE t AS SELECT 1 AS x")
    with server:
        assert run(server.dsn("warehouse"), "SELECT x FROM t") == [(1,)]


def test_both_databases_are_there_and_speak_unicode(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "data") as server:
        for name in DATABASES:
            assert run(server.dsn(name), "SELECT 'دير الزور'") == [("دير الزور",)]


def test_no_other_user_of_the_machine_gets_in(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "data") as server:
        assert psutil.Process(server.pid).net_connections(kind="inet") == []
        assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_long_path_finds_room_for_its_socket(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / ("x" * 120) / "data") as server:
        assert run(server.dsn("warehouse"), "SELECT 1") == [(1,)]
        sockets = Path(server.dsn("warehouse").split("host=")[1])
    assert not sockets.exists()


def test_server_dies_with_its_killed_starter_and_the_next_start_recovers(tmp_path: Path) -> None:
    data = tmp_path / "data"
    environment = {**os.environ, "PYTHONPATH": str(HOME / "plugins")}
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(data)], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    pid, dsn = starter.stdout.readline().split()
    server = psutil.Process(int(pid))
    run(dsn, "CREATE TABLE t AS SELECT 1 AS x")
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    with EmbeddedPostgres(data) as again:
        assert not server.is_running() or server.status() == psutil.STATUS_ZOMBIE
        assert run(again.dsn("warehouse"), "SELECT x FROM t") == [(1,)]


def test_killed_server_recovers_what_was_committed(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / "data")
    server.start()
    run(server.dsn("warehouse"), "CREATE TABLE t AS SELECT 1 AS x")
    psutil.Process(server.pid).kill()
    server.stop()
    with server:
        assert run(server.dsn("warehouse"), "SELECT x FROM t") == [(1,)]


def test_broken_data_directory_is_named_with_the_log(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / "data")
    with server:
        pass
    (tmp_path / "data" / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedPostgresError, match="did not start"):
        server.start()
