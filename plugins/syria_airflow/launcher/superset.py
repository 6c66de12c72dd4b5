"""Superset beside the warehouse that runs here, brought to what the files under `bi/` say."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit, urlunsplit

from syria_airflow.launcher.block import Block
from syria_airflow.launcher.instance import LauncherError
from syria_airflow.launcher.keys import read_or_make_bi_keys
from syria_airflow.launcher.ports import require_free
from syria_airflow.launcher.progress import answers, timed
from syria_airflow.launcher.supervision import Supervisor
from syria_events.settings import HOME, Settings

BIN = HOME / ".venv-bi" / "bin"
READER = "bi_reader"
START_SECONDS = 120
WORKERS, THREADS = 2, 6
"""Together fewer than the 20 connections that bi_reader may have."""


class Superset(Block):
    """One Superset with its state under `var/superset`."""

    def __init__(self, settings: Settings, own: Mapping[str, str], record: Path, dsn: str) -> None:
        """Nothing is started before the block is entered. `dsn` logs in as bi_reader."""
        self.settings = settings
        self.home = settings.var / "superset"
        self.url = f"http://127.0.0.1:{settings.bi_port}"
        self._dsn = dsn
        self._own = own
        self._record = record
        self._keys_file = self.home / "secrets.json"
        self._new_password: str | None = None
        self._programs: Supervisor | None = None

    def announce(self) -> None:
        """Say where it is."""
        print(f"\nSuperset   {self.url}/dashboard/list/")
        password = f"{self._new_password} (shown this once, kept in" if self._new_password else "as before (in"
        print(f"           user admin, password {password} {self._keys_file})")
        print("Stop with Ctrl-C or `make down`.", flush=True)

    def watch(self) -> None:
        """Stay until a signal ends the block. Raises Crashed as soon as Superset ends."""
        while self._programs is not None:
            self._programs.require_alive()
            time.sleep(0.5)

    def stop(self) -> None:
        """End it."""
        if self._programs is not None:
            self._programs.stop()
            self._programs = None

    def start(self) -> None:
        """Start everything, or raise what kept it from starting."""
        require_free({"SYRIA_EVENTS_BI_PORT": self.settings.bi_port})
        keys, is_new = read_or_make_bi_keys(self._keys_file)
        self._new_password = keys.admin_password if is_new else None
        environment = superset_environment(self.home, self._own) | {
            "SUPERSET_SECRET_KEY": keys.secret_key,
            "SUPERSET_ADMIN_PASSWORD": keys.admin_password,
            "SYRIA_EVENTS_BI_DSN": self._dsn,
        }
        self._programs = programs = Supervisor(environment, HOME, self.settings.var / "log", self._record)
        with timed("Superset's tables, dashboards"):
            programs.run("superset-provision", [str(BIN / "python"), str(HOME / "bi" / "provision.py")])
        listen = ["--bind", f"127.0.0.1:{self.settings.bi_port}"]
        size = ["--workers", str(WORKERS), "--worker-class", "gthread", "--threads", str(THREADS), "--timeout", "120"]
        with timed("Superset"):
            programs.start("superset", [str(BIN / "gunicorn"), *size, *listen, "superset.app:create_app()"])
            programs.wait_until("Superset", answers(f"{self.url}/health"), START_SECONDS)


def superset_environment(home: Path, own: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of Superset's processes but for its secrets: the operator's without what is Airflow's."""
    kept = {name: value for name, value in own.items() if not name.startswith(("AIRFLOW_", "SYRIA_EVENTS_", "PYTHON"))}
    return kept | {
        "FLASK_APP": "superset.app:create_app()",
        "PATH": f"{BIN}:{own.get('PATH', '')}",
        "PYTHONPATH": str(HOME / "bi"),
        "SUPERSET_CONFIG_PATH": str(HOME / "bi" / "superset_config.py"),
        "SUPERSET_HOME": str(home),
    }


def reader_dsn(settings: Settings, instances: Iterable[Path]) -> str:
    """Return a URI that logs in to the warehouse as bi_reader.

    It is the one that is named; else that of the first of the instances' state directories whose warehouse runs.
    Raises LauncherError where there is none, or where it is a server on which only its owner can let bi_reader in.
    """
    if settings.bi_dsn:
        return settings.bi_dsn
    files = [directory / "warehouse.dsn" for directory in instances]
    found = [file.read_text(encoding="utf-8").strip() for file in files if file.exists()]
    dsn = settings.warehouse_dsn or (found[0] if found else None)
    if dsn is None:
        raise LauncherError("no warehouse runs here: `make demo` or `make up` first, or set SYRIA_EVENTS_BI_DSN")
    parts = urlsplit(dsn)
    if parts.hostname or not parse_qs(parts.query).get("host", [""])[0].startswith("/"):
        raise LauncherError(
            f"the warehouse is a server of your own: give {READER} a password (ALTER ROLE {READER} PASSWORD '…'), "
            f"and set SYRIA_EVENTS_BI_DSN=postgresql://{READER}:…@HOST/DATABASE"
        )
    return urlunsplit(parts._replace(netloc=f"{READER}@"))
