"""README says what is so: the table of DAGs, the make targets, the variables."""

from __future__ import annotations

import re

from syria_airflow.documentation import ORDER, README, with_table
from syria_events.settings import HOME

TEXT = README.read_text(encoding="utf-8")


def test_table_of_dags_is_that_of_the_docstrings() -> None:
    assert with_table(TEXT) == TEXT, "run `make docs`"
    assert set(ORDER) == {path.stem for path in (HOME / "dags").glob("*.py")}


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (HOME / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"`?make ([a-z-]+)`?", TEXT)) <= targets


def test_every_command_that_is_named_exists() -> None:
    from syria_events.cli import COMMANDS

    assert set(re.findall(r"`syria-events ([a-z]+)", TEXT)) <= set(COMMANDS)


def test_every_variable_that_is_named_is_read() -> None:
    settings = (HOME / "plugins" / "syria_events" / "settings.py").read_text()
    assert [name for name in re.findall(r"`(SYRIA_EVENTS_[A-Z_]+)", TEXT) if f'"{name}"' not in settings] == []


def test_files_that_are_linked_are_there() -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", TEXT):
        assert (HOME / link).exists(), link
