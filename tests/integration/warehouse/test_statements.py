"""Every statement of the project is valid on the schema of the project."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from syria_events.settings import HOME
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.statements import statement

FILES = sorted(p for p in (HOME / "sql").rglob("*.sql") if p.parent.name != "schema")
PARAMETER = re.compile(r"%\((\w+)\)s")


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_header_states_purpose_grain_and_parameters(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    header = text[: re.search(r"^(?!--)", text, re.MULTILINE).start()]
    assert re.findall(r"^-- (Purpose|Grain|Parameters):", header, re.MULTILINE) == ["Purpose", "Grain", "Parameters"]
    if "as the columns of" not in header:
        listed = header.split("Parameters:")[1]
        assert {p for p in PARAMETER.findall(text) if not re.search(rf"\b{p}\b", listed)} == set()


def test_every_statement_can_be_planned(warehouse: str) -> None:
    broken = {}
    for path in FILES:
        with transaction(warehouse) as connection, connection.cursor() as cursor:
            try:
                cursor.execute("EXPLAIN " + statement(name_of(path)), defaultdict(lambda: None))
            except Exception as error:
                broken[name_of(path)] = str(error)
    assert not broken


def test_every_statement_is_used() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in (HOME / "plugins").rglob("*.py"))
    assert [name_of(p) for p in FILES if f'"{name_of(p)}"' not in code] == []


def test_missing_statement_is_named() -> None:
    from syria_events.model import SyriaEventsError

    with pytest.raises(SyriaEventsError, match=r"raw/none\.sql"):
        statement("raw/none")
