"""What Airflow's processes are told, and what of the operator's environment they see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from syria_airflow.launcher.environment import airflow_environment, demo_variables
from syria_airflow.launcher.keys import Keys
from syria_events.settings import Settings

KEYS = Keys(fernet_key="fernet", jwt_secret="jwt", api_secret_key="api", admin_password="pass")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(Settings.from_environment({}), var=tmp_path, airflow_port=18080)


def environment(settings: Settings, own: dict[str, str], *, is_open: bool = False) -> dict[str, str]:
    return airflow_environment(
        settings,
        KEYS,
        warehouse_dsn="postgresql://postgres@/warehouse?host=/x",
        airflow_dsn="postgresql://postgres@/airflow?host=/x",
        is_open=is_open,
        own=own,
    )


def test_listens_on_loopback_only_and_asks_for_a_login(settings: Settings) -> None:
    made = environment(settings, {})
    assert made["AIRFLOW__API__HOST"] == "127.0.0.1"
    assert made["AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS"] == "False"


def test_operator_turns_what_the_launcher_does_not_depend_on(settings: Settings) -> None:
    made = environment(settings, {"AIRFLOW__CORE__PARALLELISM": "8", "AIRFLOW__API__HOST": "0.0.0.0"})
    assert made["AIRFLOW__CORE__PARALLELISM"] == "8"
    assert made["AIRFLOW__API__HOST"] == "0.0.0.0"


@pytest.mark.parametrize(
    "name", ["AIRFLOW_HOME", "AIRFLOW__API__PORT", "AIRFLOW__CORE__DAGS_FOLDER", "AIRFLOW_CONN_WAREHOUSE"]
)
def test_variables_of_another_airflow_on_the_machine_do_not_lead_astray(settings: Settings, name: str) -> None:
    assert environment(settings, {name: "elsewhere"})[name] == environment(settings, {})[name] != "elsewhere"


def test_login_cannot_be_left_open_by_accident(settings: Settings) -> None:
    own = {"AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True"}
    assert environment(settings, own)["AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS"] == "False"


def test_bytecode_is_kept(settings: Settings) -> None:
    assert "PYTHONDONTWRITEBYTECODE" not in environment(settings, {"PYTHONDONTWRITEBYTECODE": "1"})


def test_tasks_reach_the_api_server_past_a_proxy(settings: Settings) -> None:
    made = environment(settings, {"HTTP_PROXY": "http://proxy:3128", "no_proxy": "intranet"})
    assert made["NO_PROXY"] == made["no_proxy"] == "intranet,127.0.0.1,localhost"


def test_database_is_spoken_to_through_the_driver_that_is_installed(settings: Settings) -> None:
    expected = "postgresql+psycopg2://postgres@/airflow?host=/x"
    assert environment(settings, {})["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"] == expected


def test_demo_touches_nothing_of_the_operator(settings: Settings) -> None:
    own = {
        "AIRFLOW_CONN_WAREHOUSE": "postgresql://production/warehouse",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "postgresql://production/airflow",
        "AIRFLOW__API__HOST": "0.0.0.0",
        "SYRIA_EVENTS_FEEDS": "/home/me/feeds.csv",
        "LANG": "C.UTF-8",
    }
    made = environment(settings, demo_variables(settings, own), is_open=True)
    assert not [value for value in made.values() if "production" in value or "/home/me" in value]
    assert made["AIRFLOW__API__HOST"] == "127.0.0.1"
    assert made["LANG"] == "C.UTF-8"
