"""The queries that docs/BI.md and README give to start with are answered to bi_reader."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from syria_events.settings import HOME
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made

TEXT = (HOME / "docs" / "BI.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sql (\S+)\n(.*?)```", TEXT, re.DOTALL)
Reading = Callable[..., list[tuple]]


def as_sent(query: str, value: str | None) -> str:
    """Return what the tool makes of a query, with `value` in Metabase's variables or without any."""
    query = re.sub(r"\$__timeFilter\((\w+)\)", r"\1 BETWEEN '2020-01-01' AND '2030-01-01'", query)
    query = re.sub(r"\[\[(.*?)\]\]", r"\1" if value else "", query)
    return re.sub(r"\{\{\w+\}\}", f"'{value}'", query)


def test_there_are_three_for_each_tool() -> None:
    tools = [tool for tool, _ in BLOCKS]
    assert {tool: tools.count(tool) for tool in tools} == {"metabase": 3, "grafana": 3, "power-bi": 3}


@pytest.mark.parametrize("value", [None, "Idleb"])
def test_starter_queries_are_answered(press: Press, reading: Reading, value: str | None) -> None:
    press.publish(made("a", claims=(killed(3),)))
    for _, query in BLOCKS:
        reading(as_sent(query, value))


def test_queries_of_readme_are_answered(press: Press, reading: Reading) -> None:
    (block,) = re.findall(r"```sql\n(.*?)```", (HOME / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    queries = [part for part in block.split(";") if "SELECT" in part]
    assert len(queries) == 3
    for query in queries:
        reading(query)
