"""The programs of an instance in the order in which they need each other."""

from __future__ import annotations

import compileall
import json
import os
import sys
import time
import urllib.error
import urllib.request
from types import TracebackType
from typing import Self

from syria_airflow.launcher.environment import airflow_environment
from syria_airflow.launcher.instance import require_free
from syria_airflow.launcher.keys import Keys, read_or_make_keys, write_private
from syria_airflow.launcher.supervision import Crashed, Supervisor
from syria_airflow.pools import POOLS
from syria_events.settings import HOME, Settings
from syria_events.warehouse.embedded import EmbeddedPostgres

API_SECONDS = 120
LOOPBACK = "127.0.0.0/8"


class Stack:
    """PostgreSQL (unless the environment names servers), Airflow, and the newsroom for the demo."""

    def __init__(self, settings: Settings, *, is_demo: bool = False) -> None:
        """Nothing is started before the block is entered."""
        self.settings = settings
        self.is_demo = is_demo
        self.airflow_url = f"http://127.0.0.1:{settings.airflow_port}"
        self.newsroom_url = f"http://127.0.0.1:{settings.newsroom_port}"
        self._postgres: EmbeddedPostgres | None = None
        self._supervisor: Supervisor | None = None
        self._new_password: str | None = None
        self.warehouse_dsn = ""

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def play_demo(self) -> int:
        """Play the demo against this instance and return its verdict as an exit code."""
        from syria_airflow.demo.story import run

        return run(self.airflow_url, self.newsroom_url, self.warehouse_dsn)

    def announce(self) -> None:
        """Say where everything is."""
        print(f"\nAirflow   {self.airflow_url}")
        if self._new_password:
            print(f"          user admin, password {self._new_password} (shown this once, kept in {self._keys_file})")
        if self.is_demo:
            print(f"Newsroom  {self.newsroom_url}")
        print(f"Warehouse {self.warehouse_dsn}")
        print(f"Logs      {self.settings.var / 'log'}")
        print("Stop with Ctrl-C or `make down`.", flush=True)

    def watch(self) -> int:
        """Stay until a signal ends the block. Raises Crashed as soon as one program ends."""
        while True:
            self._running.require_alive()
            time.sleep(0.5)

    def stop(self) -> None:
        """End everything, PostgreSQL last."""
        if self._supervisor is not None:
            self._supervisor.stop()
            self._supervisor = None
        if self._postgres is not None:
            self._postgres.stop()
            self._postgres = None
            (self.settings.var / "warehouse.dsn").unlink(missing_ok=True)

    @property
    def _running(self) -> Supervisor:
        if self._supervisor is None:
            raise Crashed("the programs are not running")
        return self._supervisor

    @property
    def _keys_file(self) -> str:
        return str(self.settings.var / "secrets.json")

    def _start(self) -> None:
        self._require_ports()
        keys, is_new = read_or_make_keys(self.settings.var / "secrets.json")
        self._new_password = keys.admin_password if is_new and not self.is_demo else None
        airflow_dsn = self._step("PostgreSQL", self._start_postgres)
        self._supervisor = Supervisor(self._environment(keys, airflow_dsn), self.settings.var / "log")
        write_private(self.settings.var / "airflow" / "passwords.json", json.dumps({"admin": keys.admin_password}))
        self._step("bytecode", _compile)
        self._step("migrations", self._migrate)
        self._step("API server", self._start_api_server)
        for name in ("scheduler", "dag-processor", "triggerer"):
            self._running.start(name, [*AIRFLOW, name])
        if self.is_demo:
            self._step("newsroom", self._start_newsroom)

    def _step(self, what: str, do: object) -> str:
        started = time.monotonic()
        print(f"starting {what} …", end=" ", flush=True)
        result = do()  # type: ignore[operator]
        print(f"{time.monotonic() - started:.1f} s", flush=True)
        return result or ""

    def _require_ports(self) -> None:
        port = self.settings.airflow_port
        ports = {"SYRIA_EVENTS_AIRFLOW_PORT": port, "SYRIA_EVENTS_AIRFLOW_PORT (log servers, +1 and +2)": port + 1}
        if self.is_demo:
            ports["SYRIA_EVENTS_NEWSROOM_PORT"] = self.settings.newsroom_port
        require_free(ports)

    def _start_postgres(self) -> str:
        own_airflow = os.environ.get("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN")
        own_warehouse = None if self.is_demo else self.settings.warehouse_dsn
        if own_airflow and own_warehouse:
            self.warehouse_dsn = own_warehouse
            return own_airflow
        self._postgres = EmbeddedPostgres(self.settings.var / "postgres")
        self._postgres.start()
        self.warehouse_dsn = own_warehouse or self._postgres.dsn("warehouse")
        write_private(self.settings.var / "warehouse.dsn", self.warehouse_dsn)
        return own_airflow or self._postgres.dsn("airflow")

    def _environment(self, keys: Keys, airflow_dsn: str) -> dict[str, str]:
        own = dict(os.environ)
        if self.is_demo:
            own |= {
                "AIRFLOW_CONN_WAREHOUSE": self.warehouse_dsn,
                "SYRIA_EVENTS_ALLOW_PRIVATE": LOOPBACK,
                "SYRIA_EVENTS_FEEDS": str(self._write_demo_registry()),
                "SYRIA_EVENTS_HOST_SECONDS": "0.1",
                "SYRIA_EVENTS_LANDING": self.settings.landing_url,
                "SYRIA_EVENTS_PAGE_RETRY_SECONDS": "1",
                "SYRIA_EVENTS_ONLY_OWN_FEEDS": "1",
                "SYRIA_EVENTS_VAR": str(self.settings.var),
            }
        return airflow_environment(
            self.settings,
            keys,
            warehouse_dsn=self.warehouse_dsn,
            airflow_dsn=airflow_dsn,
            is_open=self.is_demo,
            own=own,
        )

    def _write_demo_registry(self) -> str:
        from samples.registry import demo_registry

        path = self.settings.var / "feeds.csv"
        demo_registry(self.settings.newsroom_port, path)
        return str(path)

    def _migrate(self) -> None:
        supervisor = self._running
        supervisor.start("airflow-db-migrate", [*AIRFLOW, "db", "migrate"])
        supervisor.run("syria-events-migrate", [sys.executable, "-m", "syria_events.cli", "migrate"])
        supervisor.finish("airflow-db-migrate")
        pools = {pool.name: {"slots": pool.slots, "description": pool.description} for pool in POOLS}
        path = self.settings.var / "airflow" / "pools.json"
        path.write_text(json.dumps({k: {**v, "include_deferred": False} for k, v in pools.items()}), encoding="utf-8")
        supervisor.run("airflow-pools", [*AIRFLOW, "pools", "import", str(path)])

    def _start_api_server(self) -> None:
        self._running.start("api-server", [*AIRFLOW, "api-server"])
        self._running.wait_until("the API server", lambda: _answers(f"{self.airflow_url}/api/v2/version"), API_SECONDS)

    def _start_newsroom(self) -> None:
        port = str(self.settings.newsroom_port)
        self._running.start("newsroom", [sys.executable, "-m", "samples.newsroom", "--port", port])
        self._running.wait_until("the newsroom", lambda: _answers(f"{self.newsroom_url}/newsroom/truth"), 30)


AIRFLOW = (sys.executable, "-m", "airflow")


def _answers(url: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _compile() -> None:
    for name in ("plugins", "dags", "samples"):
        compileall.compile_dir(HOME / name, quiet=2)
