"""The programs of an instance in the order in which they need each other."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from syria_airflow.launcher.block import Block
from syria_airflow.launcher.environment import airflow_environment, demo_variables
from syria_airflow.launcher.keys import Keys, read_or_make_keys, write_private
from syria_airflow.launcher.ports import require_free
from syria_airflow.launcher.progress import answers, timed
from syria_airflow.launcher.supervision import Crashed, Supervisor
from syria_airflow.page_addresses import PAGES, PREFIX
from syria_airflow.pools import pools_json
from syria_events.settings import HOME, Settings
from syria_events.warehouse.embedded import EmbeddedPostgres

PYTHON = (sys.executable, "-m")
AIRFLOW = (*PYTHON, "airflow")
API_SECONDS = 120
NEWSROOM_SECONDS = 30
SOURCES = ("plugins", "dags", "samples")


class Stack(Block):
    """PostgreSQL (unless the environment names servers), Airflow, and the newsroom for the demo."""

    def __init__(self, settings: Settings, own: Mapping[str, str], record: Path, *, is_demo: bool = False) -> None:
        """Nothing is started before the block is entered. `own` is the operator's environment."""
        self.settings = settings
        self.is_demo = is_demo
        self.airflow_url = f"http://127.0.0.1:{settings.airflow_port}"
        self.newsroom_url = f"http://127.0.0.1:{settings.newsroom_port}"
        self.warehouse_dsn = ""
        self._own = demo_variables(settings, own) if is_demo else dict(own)
        self._record = record
        self._keys_file = settings.var / "secrets.json"
        self._new_password: str | None = None
        self._postgres: EmbeddedPostgres | None = None
        self._programs: Supervisor | None = None

    def play_demo(self) -> int:
        """Play the demo against this instance and return its verdict as an exit code. Raises Crashed like `watch`."""
        from syria_airflow.demo.story import run

        verdict: list[int] = []
        # In a thread, so that this one can watch over the programs and take signals meanwhile.
        player = threading.Thread(
            target=lambda: verdict.append(run(self.airflow_url, self.newsroom_url, self.warehouse_dsn)), daemon=True
        )
        player.start()
        while player.is_alive():
            self._require_alive()
            player.join(0.5)
        return verdict[0] if verdict else 1

    def announce(self, *, bi: str | None = None) -> None:
        """Say where everything is; `bi` is the address of a Superset that runs beside it."""
        print(f"\nAirflow    {self.airflow_url}")
        if self._new_password:
            print(f"           user admin, password {self._new_password} (shown this once, kept in {self._keys_file})")
        print("Pages      " + "\n           ".join(f"{self.airflow_url}{PREFIX}/{page}" for page in PAGES))
        if self.is_demo:
            print(f"Newsroom   {self.newsroom_url}")
        if bi:
            print(f"BI         {bi}")
        is_embedded = self._postgres is not None and self.warehouse_dsn == self._postgres.dsn("warehouse")
        print(f"Warehouse  {self.warehouse_dsn if is_embedded else 'as AIRFLOW_CONN_WAREHOUSE says'}")
        print(f"Logs       {self.settings.var / 'log'}")
        print("Stop with Ctrl-C or `make down`.", flush=True)

    def watch(self) -> None:
        """Stay until a signal ends the block. Raises Crashed as soon as one program ends."""
        while True:
            self._require_alive()
            time.sleep(0.5)

    def stop(self) -> None:
        """End everything, PostgreSQL last."""
        if self._programs is not None:
            self._programs.stop()
            self._programs = None
        if self._postgres is not None:
            self._postgres.stop()
            self._postgres = None
            (self.settings.var / "warehouse.dsn").unlink(missing_ok=True)

    def start(self) -> None:
        """Start everything, or raise what kept it from starting."""
        ports = {"SYRIA_EVENTS_AIRFLOW_PORT": self.settings.airflow_port}
        if self.is_demo:
            ports["SYRIA_EVENTS_NEWSROOM_PORT"] = self.settings.newsroom_port
        require_free(ports)
        keys, is_new = read_or_make_keys(self._keys_file)
        self._new_password = keys.admin_password if is_new and not self.is_demo else None
        with timed("PostgreSQL"):
            airflow_dsn = self._start_postgres()
        self._programs = programs = Supervisor(
            self._environment(keys, airflow_dsn), HOME, self.settings.var / "log", self._record
        )
        with timed("bytecode, tables"):
            self._prepare(programs, keys)
        with timed("Airflow's API server, pools"):
            self._start_api_server(programs)
        if self.is_demo:
            with timed("newsroom"):
                self._start_newsroom(programs)
        # Logs are read from the disk of this machine: nothing has to serve them, on all its addresses, by HTTP.
        programs.start("scheduler", [*AIRFLOW, "scheduler", "--skip-serve-logs"])
        programs.start("dag-processor", [*AIRFLOW, "dag-processor"])
        programs.start("triggerer", [*AIRFLOW, "triggerer", "--skip-serve-logs"])

    def _start_postgres(self) -> str:
        """Start the embedded server unless both databases lie elsewhere, and return the DSN of Airflow's own."""
        own_warehouse = self._own.get("AIRFLOW_CONN_WAREHOUSE")
        own_airflow = self._own.get("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN")
        if own_airflow and own_warehouse:
            self.warehouse_dsn = own_warehouse
            return own_airflow
        self._postgres = EmbeddedPostgres(self.settings.var / "postgres", self.settings.var / "log" / "postgres.log")
        self._postgres.start()
        self.warehouse_dsn = own_warehouse or self._postgres.dsn("warehouse")
        write_private(self.settings.var / "warehouse.dsn", self.warehouse_dsn)
        return own_airflow or self._postgres.dsn("airflow")

    def _environment(self, keys: Keys, airflow_dsn: str) -> dict[str, str]:
        return airflow_environment(
            self.settings,
            keys,
            warehouse_dsn=self.warehouse_dsn,
            airflow_dsn=airflow_dsn,
            is_open=self.is_demo,
            own=self._own,
        )

    def _prepare(self, programs: Supervisor, keys: Keys) -> None:
        airflow_home = self.settings.var / "airflow"
        programs.start("airflow-db-migrate", [*AIRFLOW, "db", "migrate"], is_lasting=False)
        write_private(airflow_home / "passwords.json", json.dumps({"admin": keys.admin_password}))
        write_private(airflow_home / "pools.json", pools_json())
        programs.run("compileall", [*PYTHON, "compileall", "-q", *SOURCES])
        programs.run("syria-events-migrate", [*PYTHON, "syria_events.cli", "migrate"])
        programs.finish("airflow-db-migrate")

    def _start_api_server(self, programs: Supervisor) -> None:
        programs.start("api-server", [*AIRFLOW, "api-server"])
        pools = self.settings.var / "airflow" / "pools.json"
        programs.run("airflow-pools", [*AIRFLOW, "pools", "import", str(pools)])
        programs.wait_until("the API server", answers(f"{self.airflow_url}/api/v2/version"), API_SECONDS)

    def _start_newsroom(self, programs: Supervisor) -> None:
        port = str(self.settings.newsroom_port)
        programs.run("registry", [*PYTHON, "samples.registry", port, str(self.settings.var / "feeds.csv")])
        programs.start("newsroom", [*PYTHON, "samples.newsroom", "--port", port])
        programs.wait_until("the newsroom", answers(f"{self.newsroom_url}/newsroom/truth"), NEWSROOM_SECONDS)

    def _require_alive(self) -> None:
        if self._programs is None:
            raise Crashed("the programs are not running")
        self._programs.require_alive()
        if self._postgres is not None and self._postgres.pid is None:
            raise Crashed(f"PostgreSQL ended; see {self._postgres.log}")
