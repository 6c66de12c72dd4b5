"""`airflow db clean` is called with the database that Airflow takes out of a task's environment."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from syria_airflow.metadata import MetadataError, clean_command, clean_environment, clean_metadata
from syria_events.settings import Settings, SettingsError

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def test_a_task_gets_the_database_back_and_is_no_task_for_the_command() -> None:
    of_a_task = {
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "airflow-db-not-allowed:///",
        "AIRFLOW__CORE__SQL_ALCHEMY_CONN": "airflow-db-not-allowed:///",
        "_AIRFLOW_PROCESS_CONTEXT": "client",
        "AIRFLOW_CTX_DAG_ID": "maintain_warehouse",
        "AIRFLOW_HOME": "/var/airflow",
    }
    made = clean_environment(of_a_task, "postgresql+psycopg2://airflow@/airflow")
    expected = {"AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "postgresql+psycopg2://airflow@/airflow"}
    assert made == expected | {"AIRFLOW_HOME": "/var/airflow"}


def test_nothing_is_asked_and_no_failure_is_passed_over() -> None:
    command = clean_command(NOW)
    assert {"--yes", "--skip-archive", "--error-on-cleanup-failure", NOW.isoformat()} <= set(command)


def test_an_address_that_is_not_set_is_named() -> None:
    with pytest.raises(MetadataError, match="SYRIA_EVENTS_AIRFLOW_DSN"):
        clean_metadata(Settings.from_environment({}), now=NOW)


@pytest.mark.parametrize("days", ["0", "3", "-1", "a week"])
def test_nothing_of_the_last_days_can_be_let_go(days: str) -> None:
    for name in ("CORE", "LANDING", "HISTORY"):
        with pytest.raises(SettingsError, match=f"SYRIA_EVENTS_KEEP_{name}_DAYS"):
            Settings.from_environment({f"SYRIA_EVENTS_KEEP_{name}_DAYS": days})
