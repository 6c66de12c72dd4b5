"""What is started together ends together, whichever way it ends."""

from __future__ import annotations

import json
import re
import signal
import socket
import urllib.request

import psutil
import psycopg2
from launchers import Launchers

PROGRAMS = {"api-server", "scheduler", "dag-processor", "triggerer"}


def programs(launchers: Launchers) -> set[str]:
    """Return the stub's programs that run."""
    words = {word for process in launchers.left() for word in process.cmdline()}
    return words & PROGRAMS


def test_up_runs_all_beside_nobody_else_until_down(launchers: Launchers) -> None:
    process, said = launchers.up()
    address = f"http://127.0.0.1:{launchers.port}"
    assert address in said
    assert programs(launchers) == PROGRAMS
    with urllib.request.urlopen(f"{address}/api/v2/version") as answer:
        assert answer.status == 200

    code, said_second = launchers.run("up")
    assert code == 3
    assert address in said_second
    assert str(process.pid) in said_second
    assert launchers.run("status") == (0, f"up at {address} (process {process.pid})\n")
    assert programs(launchers) == PROGRAMS

    assert launchers.run("down") == (0, "stopped: up\n")
    assert process.wait(60) == 0
    assert launchers.left() == []
    assert launchers.run("down") == (0, "nothing was running\n")
    assert launchers.run("status") == (3, "nothing is running\n")


def test_warehouse_is_migrated_and_the_password_shown_once(launchers: Launchers) -> None:
    process, said = launchers.up()
    connection = psycopg2.connect((launchers.var / "warehouse.dsn").read_text())
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM mart.event")
        assert cursor.fetchone() == (0,)
    connection.close()
    password = re.search(r"password (\S+)", said)
    assert password
    assert json.loads((launchers.var / "airflow" / "passwords.json").read_text()) == {"admin": password[1]}
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 0
    assert launchers.left() == []
    _, said_again = launchers.up()
    assert password[1] not in said_again


def test_program_that_ends_at_once_ends_all(launchers: Launchers) -> None:
    code, said = launchers.run("up", STUB_CRASH="triggerer")
    assert code == 1
    assert "triggerer ended with exit code 1" in said
    assert "triggerer has had it" in said
    assert launchers.left() == []


def test_program_that_is_killed_later_ends_all_and_what_it_had_started(launchers: Launchers) -> None:
    process, _ = launchers.up()
    launchers.worker().parent().kill()
    assert process.wait(60) == 1
    assert "scheduler ended with exit code -9" in process.communicate()[1]
    assert launchers.left() == []


def test_worker_that_does_not_listen_is_killed_in_the_end(launchers: Launchers) -> None:
    process, _ = launchers.up(STUB_STUBBORN="1")
    launchers.worker()
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert launchers.left() == []


def test_postgres_that_ends_ends_all(launchers: Launchers) -> None:
    process, _ = launchers.up()
    server = next(p for p in launchers.left() if p.name() == "postgres" and "-D" in p.cmdline())
    server.send_signal(signal.SIGQUIT)
    assert process.wait(60) == 1
    assert "PostgreSQL ended" in process.communicate()[1]
    assert launchers.left() == []


def test_failed_migration_is_shown_and_nothing_stays(launchers: Launchers) -> None:
    code, said = launchers.run("up", STUB_CRASH="db")
    assert code == 1
    assert "airflow-db-migrate ended with exit code 1" in said
    assert launchers.left() == []


def test_killed_launcher_takes_its_programs_along_and_the_next_clears_the_rest(launchers: Launchers) -> None:
    process, _ = launchers.up()
    worker = launchers.worker()
    direct = psutil.Process(process.pid).children()
    process.kill()
    gone, alive = psutil.wait_procs(direct, timeout=30)
    assert gone
    assert not alive
    assert worker in launchers.left(), "its scheduler, who was to end it, is a stub"

    again, _ = launchers.up()
    assert worker not in launchers.left()
    assert programs(launchers) == PROGRAMS

    launchers.worker()
    again.kill()
    again.wait()
    assert launchers.run("down") == (0, "stopped: up\n")
    assert launchers.left() == []


def test_port_of_another_program_is_named_with_its_variable(launchers: Launchers) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", launchers.port))
        other.listen()
        code, said = launchers.run("up")
    assert code == 4
    assert f"port {launchers.port}" in said
    assert "SYRIA_EVENTS_AIRFLOW_PORT" in said
    assert launchers.left() == []


def test_signal_before_all_is_up_is_a_failure_and_leaves_nothing(launchers: Launchers) -> None:
    process = launchers.start("up")
    assert process.stdout
    assert "PostgreSQL" in process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 128 + signal.SIGTERM
    assert launchers.left() == []


def test_superset_without_a_warehouse_is_refused_with_the_remedy(launchers: Launchers) -> None:
    code, said = launchers.run("bi")
    assert code == 1
    assert "make bi: no warehouse runs here: `make demo` or `make up` first, or set SYRIA_EVENTS_BI_DSN" in said
    assert launchers.left() == []
