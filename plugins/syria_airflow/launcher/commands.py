"""What `make demo`, `make up`, `make bi`, `make down` and `make status` do."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from syria_airflow.launcher.instance import Instance, LauncherError
from syria_airflow.launcher.stack import Stack
from syria_airflow.launcher.superset import Superset, reader_dsn
from syria_airflow.launcher.supervision import Crashed, end_strays
from syria_events.model import SyriaEventsError
from syria_events.settings import Settings
from syria_events.warehouse.embedded import end_orphan

EXIT_CODES = """
exit codes: 0 fine, or stopped when all was up; 1 failed, or a program crashed; 2 wrong arguments;
3 runs already (status: nothing runs); 4 a port is taken; 130 Ctrl-C and 143 SIGTERM before all was up
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m syria_airflow.launcher", description=__doc__, epilog=EXIT_CODES)
    parser.add_argument("command", choices=["demo", "up", "bi", "down", "status"])
    command = parser.parse_args(arguments).command
    try:
        return {"demo": demo, "up": up, "bi": bi, "down": down, "status": status}[command](Settings.from_environment())
    except LauncherError as error:
        print(f"make {command}: {error}", file=sys.stderr)
        return error.code
    except (Crashed, SyriaEventsError) as error:
        print(f"make {command}: {error}", file=sys.stderr)
        return 1


def demo(settings: Settings) -> int:
    """Show the whole system on the newsroom of the demo, from scratch, open to this machine alone."""
    own = replace(settings, var=demo_directory(settings), landing_url=str(demo_directory(settings) / "landing"))
    with _only_instance(settings, "demo") as instance:
        shutil.rmtree(own.var, ignore_errors=True)
        with _signals_as_exit() as signals, Stack(own, os.environ, instance.record, is_demo=True) as stack:
            code = stack.play_demo()
            if os.environ.get("DEMO_ONCE") == "1":
                return code
            signals.is_service = True
            stack.announce(bi=_bi_address(settings))
            stack.watch()
    return code


def up(settings: Settings) -> int:
    """Run on the real registry until stopped."""
    with (
        _only_instance(settings, "up") as instance,
        _signals_as_exit() as signals,
        Stack(settings, os.environ, instance.record) as stack,
    ):
        signals.is_service = True
        stack.announce(bi=_bi_address(settings))
        stack.watch()
    return 0


def bi(settings: Settings) -> int:
    """Run Superset, with the dashboards, on the warehouse that runs here or that is named, until stopped."""
    dsn = reader_dsn(settings, [settings.var, demo_directory(settings)])
    with (
        _only_instance(settings, "bi") as instance,
        _signals_as_exit() as signals,
        Superset(settings, os.environ, instance.record, dsn) as superset,
    ):
        signals.is_service = True
        superset.announce()
        superset.watch()
    return 0


def down(settings: Settings) -> int:
    """Stop whatever runs here, and what a launcher that was killed has left."""
    stopped = []
    for instance, data in _instances(settings):
        has_run = instance.stop()
        had_server = data is not None and end_orphan(data)
        stopped += [instance.name] * (has_run | end_strays(instance.record) | had_server)
    print(f"stopped: {', '.join(stopped)}" if stopped else "nothing was running")
    return 0


def status(settings: Settings) -> int:
    """Say what runs here."""
    holders = [(instance.name, instance.holder()) for instance, _ in _instances(settings)]
    running = [f"{name} at {holder.address} (process {holder.pid})" for name, holder in holders if holder]
    print("\n".join(running) or "nothing is running")
    return 0 if running else 3


def demo_directory(settings: Settings) -> Path:
    """Return where the demo keeps its state, apart from that of a real installation."""
    return settings.var / "demo"


def _bi_address(settings: Settings) -> str | None:
    """Return where Superset runs, if it does."""
    holder = Instance(settings.var, "bi").holder()
    return holder.address if holder else None


def _instances(settings: Settings) -> tuple[tuple[Instance, Path | None], ...]:
    """Return all instances, each with the data directory of its PostgreSQL; Superset has none."""
    return (
        (Instance(settings.var, "bi"), None),
        (Instance(settings.var, "up"), settings.var / "postgres"),
        (Instance(settings.var, "demo"), demo_directory(settings) / "postgres"),
    )


@contextmanager
def _only_instance(settings: Settings, name: str) -> Iterator[Instance]:
    """Hold the lock of an instance for the block, after clearing up what one that was killed has left."""
    instance, data = next(pair for pair in _instances(settings) if pair[0].name == name)
    instance.take(f"http://127.0.0.1:{settings.bi_port if name == 'bi' else settings.airflow_port}")
    try:
        end_strays(instance.record)
        if data is not None:
            end_orphan(data)
        yield instance
    finally:
        instance.release()


class _signals_as_exit:
    """Within the block, SIGTERM, SIGHUP and Ctrl-C leave it in good order; a second one does not interrupt that."""

    is_service = False
    """Whether all is up and there to be stopped, so that a signal is no failure."""

    def __enter__(self) -> _signals_as_exit:
        numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        self._before = {number: signal.signal(number, self._leave) for number in numbers}
        return self

    def _leave(self, number: int, frame: object) -> None:
        for other in self._before:
            signal.signal(other, signal.SIG_IGN)
        print(f"\nstopping … ({signal.Signals(number).name})", flush=True)
        raise SystemExit(0 if self.is_service else 128 + number)

    def __exit__(self, *error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
