"""What `make demo`, `make up` and `make down` do."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace

from syria_airflow.launcher.instance import Instance, LauncherError, stop_holder
from syria_airflow.launcher.stack import Stack
from syria_airflow.launcher.supervision import Crashed
from syria_events.model import SyriaEventsError
from syria_events.settings import Settings

LOCK = "instance.lock"


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 fine, 1 failed, 3 already running, 4 a port is taken."""
    parser = argparse.ArgumentParser(prog="python -m syria_airflow.launcher", description=__doc__)
    parser.add_argument("command", choices=["demo", "up", "down"])
    command = parser.parse_args(arguments).command
    try:
        settings = Settings.from_environment()
        return {"demo": demo, "up": up, "down": down}[command](settings)
    except LauncherError as error:
        print(f"make {command}: {error}", file=sys.stderr)
        return error.code
    except (Crashed, SyriaEventsError) as error:
        print(f"make {command}: {error}", file=sys.stderr)
        return 1


def demo(settings: Settings) -> int:
    """Show the whole system on the newsroom of the demo, from scratch, open to this machine alone."""
    own = replace(settings, var=settings.var / "demo", landing_url=str(settings.var / "demo" / "landing"))
    instance = Instance(own.var.parent / f"demo-{LOCK}")
    instance.take(f"http://127.0.0.1:{own.airflow_port}")
    try:
        shutil.rmtree(own.var, ignore_errors=True)
        with _signals_as_exit(), Stack(own, is_demo=True) as stack:
            code = stack.play_demo()
            if os.environ.get("DEMO_ONCE") == "1":
                return code
            stack.announce()
            return stack.watch()
    finally:
        instance.release()


def up(settings: Settings) -> int:
    """Run on the real registry until stopped."""
    instance = Instance(settings.var / LOCK)
    instance.take(f"http://127.0.0.1:{settings.airflow_port}")
    try:
        with _signals_as_exit(), Stack(settings) as stack:
            stack.announce()
            return stack.watch()
    finally:
        instance.release()


def down(settings: Settings) -> int:
    """Stop whatever runs here."""
    stopped = [stop_holder(path) for path in (settings.var / LOCK, settings.var / f"demo-{LOCK}")]
    print("stopped" if any(stopped) else "nothing was running")
    return 0


class _signals_as_exit:
    """Within the block, SIGTERM, SIGHUP and Ctrl-C leave it in good order; a second one does not interrupt that."""

    def __enter__(self) -> None:
        numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        self._before = {number: signal.signal(number, self._leave) for number in numbers}

    def _leave(self, number: int, frame: object) -> None:
        for other in self._before:
            signal.signal(other, signal.SIG_IGN)
        print(f"\nstopping … ({signal.Signals(number).name})", flush=True)
        raise SystemExit(0)

    def __exit__(self, *error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
