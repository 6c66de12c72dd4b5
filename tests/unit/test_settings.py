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


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"SYRIA_EVENTS_ALERT_SMTP": "smtp://mail.example.org"}, "set both or neither"),
        ({"SYRIA_EVENTS_ALERT_TO": "ops@example.org"}, "set both or neither"),
        (
            {"SYRIA_EVENTS_ALERT_SMTP": "mail.example.org:25", "SYRIA_EVENTS_ALERT_TO": "a@b.example"},
            "ALERT_SMTP is no",
        ),
        ({"SYRIA_EVENTS_ALERT_WEBHOOK": "ftp://example.org/secret"}, "ALERT_WEBHOOK is no address"),
        ({"SYRIA_EVENTS_ALERT_QUEUE_MINUTES": "soon"}, "number of minutes"),
    ],
)
def test_alerting_that_cannot_work_is_named_and_no_secret_shown(environment: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says) as raised:
        Settings.from_environment(environment)
    assert "secret" not in str(raised.value)


def test_sender_is_the_first_recipient_unless_given() -> None:
    environment = {
        "SYRIA_EVENTS_ALERT_SMTP": "smtps://u:p@mail.example.org",
        "SYRIA_EVENTS_ALERT_TO": "a@b.example, c@d.example",
    }
    alerting = Settings.from_environment(environment).alerting
    assert (alerting.sender, alerting.recipients) == ("a@b.example", ("a@b.example", "c@d.example"))
