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


def start_elsewhere(data: Path) -> subprocess.Popen[str]:
    """Start the server in a process of its own, which prints one line: process id and DSN."""
    environment = {**os.environ, "PYTHONPATH": str(HOME / "plugins")}
    return subprocess.Popen(
        [sys.executable, "-c", STARTER, str(data)], env=environment, stdout=subprocess.PIPE, text=True
    )


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
    starter = start_elsewhere(data)
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


def test_path_with_spaces_and_percent_signs(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "a 100% clone" / "data") as server:
        assert run(server.dsn("airflow"), "SELECT 1") == [(1,)]


def test_second_start_finds_the_running_server_and_leaves_it_running(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "data") as first:
        run(first.dsn("warehouse"), "CREATE TABLE t AS SELECT 1 AS x")
        with EmbeddedPostgres(tmp_path / "data") as second:
            assert second.pid == first.pid
            assert run(second.dsn("warehouse"), "SELECT x FROM t") == [(1,)]
        assert run(first.dsn("warehouse"), "SELECT x FROM t") == [(1,)]


def test_starts_at_the_same_time_make_one_server(tmp_path: Path) -> None:
    data = tmp_path / "data"
    starters = [start_elsewhere(data) for _ in range(3)]
    try:
        assert len({starter.stdout.readline() for starter in starters if starter.stdout}) == 1
    finally:
        for starter in starters:
            starter.kill()
            starter.wait()
    with EmbeddedPostgres(data):
        pass


def test_socket_directory_of_a_killed_starter_is_removed(tmp_path: Path) -> None:
    data = tmp_path / ("x" * 120) / "data"
    starter = start_elsewhere(data)
    assert starter.stdout is not None
    left = Path(starter.stdout.readline().split("host=")[1].strip())
    starter.kill()
    starter.wait()
    assert left.exists()
    with EmbeddedPostgres(data):
        assert not left.exists()


def test_number_of_a_former_server_that_another_program_has_is_no_hindrance(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / "data")
    with server:
        record = (tmp_path / "data" / "postmaster.pid").read_text().split("\n")
    (tmp_path / "data" / "postmaster.pid").write_text("\n".join([str(os.getpid()), *record[1:]]))
    with server:
        assert run(server.dsn("warehouse"), "SELECT 1") == [(1,)]


def test_interrupted_making_of_the_cluster_is_made_again(tmp_path: Path) -> None:
    draft = tmp_path / "data.new"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18\n")
    with EmbeddedPostgres(tmp_path / "data") as server:
        assert run(server.dsn("warehouse"), "SELECT 1") == [(1,)]
    assert not draft.exists()


def test_broken_data_directory_is_named_with_the_log(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / "data")
    with server:
        pass
    (tmp_path / "data" / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedPostgresError, match=r"(?s)did not start.*initialized by PostgreSQL version 9"):
        server.start()
    assert server.pid is None
