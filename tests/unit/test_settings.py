"""Settings come from the environment, and a bad value is named with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from syria_events.settings import HOME, Settings, SettingsError


def test_defaults_lie_below_the_project() -> None:
    settings = Settings.from_environment({})
    assert settings.var == HOME / "var"
    assert settings.landing_url == str(HOME / "var" / "landing")
    assert (settings.airflow_port, settings.newsroom_port, settings.bi_port) == (8080, 8070, 8088)


def test_warehouse_is_the_airflow_connection() -> None:
    settings = Settings.from_environment({"AIRFLOW_CONN_WAREHOUSE": "postgresql://u@h/w"})
    assert settings.dsn == "postgresql://u@h/w"


def test_embedded_server_leaves_its_address(tmp_path: Path) -> None:
    (tmp_path / "warehouse.dsn").write_text("postgresql://postgres@/warehouse?host=/x\n")
    assert (
        Settings.from_environment({"SYRIA_EVENTS_VAR": str(tmp_path)}).dsn == "postgresql://postgres@/warehouse?host=/x"
    )


def test_no_warehouse_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"AIRFLOW_CONN_WAREHOUSE.*make up"):
        _ = Settings.from_environment({"SYRIA_EVENTS_VAR": str(tmp_path)}).dsn


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SYRIA_EVENTS_AIRFLOW_PORT", "eighty"),
        ("SYRIA_EVENTS_NEWSROOM_PORT", "70000"),
        ("SYRIA_EVENTS_HOST_SECONDS", "-1"),
        ("SYRIA_EVENTS_ONLY_OWN_FEEDS", "maybe"),
    ],
)
def test_bad_value_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_environment({name: value})
