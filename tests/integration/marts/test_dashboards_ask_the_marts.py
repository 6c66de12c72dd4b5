"""What the dashboards ask is answered by the marts, with the rights of bi_reader, and hostile words stay words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bi.generator.datasets import DATASETS
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made

HOSTILE = """<img src=x onerror="alert('gone')"> & <script>alert(1)</script>"""
Reading = Callable[..., list[tuple]]


def relation(name: str) -> str:
    """What Superset selects from for a dataset."""
    sql = DATASETS[name].sql
    return f"({sql}) virtual_table" if sql else f"mart.{name}"


@pytest.mark.parametrize("name", DATASETS)
def test_every_column_and_metric_is_answered(press: Press, reading: Reading, name: str) -> None:
    press.publish(made("a", claims=(killed(3),)))
    dataset = DATASETS[name]
    columns = [*dataset.columns, *(sql for sql, _ in dataset.calculated.values())]
    rows = reading(f"SELECT {', '.join(columns)} FROM {relation(name)} LIMIT 5")
    assert rows or name == "daily_lag"
    for sql, _ in dataset.metrics.values():
        assert len(reading(f"SELECT {sql} FROM {relation(name)}")) == 1


@pytest.mark.parametrize("name", [name for name, dataset in DATASETS.items() if dataset.time])
def test_every_time_column_can_be_bounded(press: Press, reading: Reading, name: str) -> None:
    time = DATASETS[name].time
    assert reading(f"SELECT count(*) FROM {relation(name)} WHERE {time} < %s::date", "1990-01-01") == [(0,)]


def test_hostile_title_is_shown_as_its_words(press: Press, reading: Reading) -> None:
    press.publish(replace(made("a"), title=HOSTILE))
    for view, column in (("event_card", "headline_html"), ("article_card", "title_html")):
        ((html,),) = reading(f"SELECT {column} FROM mart.{view}")
        assert html.startswith('<a href="https://example.org/')
        assert "<img" not in html
        assert "<script" not in html
        assert "&lt;img src=x onerror=&quot;alert(&#39;gone&#39;)&quot;&gt; &amp; " in html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)//https://example.org",
        "data:text/html,<script>alert(1)</script>",
        "//example.org/without-scheme",
        "https://example.org/a b",
        "https://example.org/\nSet-Cookie: a=b",
    ],
)
def test_only_http_and_https_become_links(press: Press, reading: Reading, address: str) -> None:
    ((html,),) = reading("SELECT mart.html_link(%s, 'words')", address)
    assert html == "<span>words</span>"


def test_address_cannot_leave_its_attribute(press: Press, reading: Reading) -> None:
    ((html,),) = reading("SELECT mart.html_link(%s, NULL)", 'https://example.org/"onmouseover="alert(1)')
    assert html.count('"') == 6
    assert 'href="https://example.org/&quot;onmouseover=&quot;alert(1)"' in html


def test_dyads_name_who_to_whom_and_say_where_nobody_is_named(press: Press, reading: Reading) -> None:
    press.publish(made("a", claims=(killed(3),)))
    rows = reading("SELECT actor1_name, actor2_name, killed_best FROM mart.event_dyad")
    assert rows
    assert all(one and two for one, two, _ in rows)
