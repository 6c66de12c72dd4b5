"""The marts keep their promises: columns and types, a word on every column, keys that lead somewhere."""

from __future__ import annotations

import json
from datetime import date
from itertools import product

import psycopg2
import pytest

from syria_events.coding.codebook import ucdp_type_of_violence
from tests.integration.marts.contract import CONTRACT, promised
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import governorate, killed, made

SAME = {"claims": (killed(3),), "text": "Rima Salloum bakery"}


def test_columns_and_types_are_those_of_the_contract(warehouse: str) -> None:
    assert promised(warehouse) == CONTRACT.read_text(encoding="utf-8")


def test_every_column_of_tables_and_views_of_the_marts_is_documented(warehouse: str) -> None:
    with psycopg2.connect(warehouse) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%s.%s', c.relname, a.attname) FROM pg_class c"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            " WHERE c.relnamespace = 'mart'::regnamespace AND c.relkind IN ('r', 'v')"
            " AND coalesce(col_description(c.oid, a.attnum), '') = ''"
            " UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'mart'::regnamespace"
            " AND obj_description(oid) IS NULL"
        )
        assert [name for (name,) in cursor] == []


@pytest.mark.parametrize(
    ("fact", "column", "dimension", "key"),
    [
        ("fact_event", "event_type_code", "dim_event_type", "event_type_code"),
        ("fact_event", "event_start_date", "dim_date", "date_day"),
        ("fact_event", "admin1_pcode", "dim_governorate", "admin1_pcode"),
        ("fact_report", "source_code", "dim_source", "source_code"),
        ("fact_report", "event_type_code", "dim_event_type", "event_type_code"),
        ("bridge_event_actor", "group_code", "dim_actor", "group_code"),
        ("dim_district", "admin1_pcode", "dim_governorate", "admin1_pcode"),
    ],
)
def test_keys_lead_somewhere(press: Press, fact: str, column: str, dimension: str, key: str) -> None:
    press.publish(made("a", sufferer="civilians", **SAME), made("b", sub_type="Peaceful protest", root="PROTEST"))
    lost = f"SELECT f.{column} FROM mart.{fact} f LEFT JOIN mart.{dimension} d ON d.{key} = f.{column}"
    assert press.query(f"{lost} WHERE f.{column} IS NOT NULL AND d.{key} IS NULL") == []
    assert press.query(f"SELECT count(*) > 0 FROM mart.{fact}") == [(True,)]


def test_type_of_violence_is_that_of_the_codebook(press: Press) -> None:
    groups = ("russia", "sdf", "civilians", "fra", "un")
    pairs = list(product(groups, groups))
    places = [("Yaqoubiya", "SY07", 35 + i * 0.1) for i in range(len(pairs))]
    from syria_events.model import Place

    reports = [
        made(f"r{i}", doer=one, sufferer=two, place=Place(f"p{i}", "SY07", "SY", lat, 36.0, 1, 0, 1, f"p{i}"))
        for i, ((one, two), (_, _, lat)) in enumerate(zip(pairs, places, strict=True))
    ]
    press.publish(*reports)
    found = dict(
        ((one, two), kind)
        for one, two, kind in press.query(
            "SELECT actor1_groups, actor2_groups, ucdp_type_of_violence FROM mart.event WHERE report_count = 1"
        )
    )
    assert found
    assert found == {pair: ucdp_type_of_violence(*pair) for pair in found}


def test_centres_of_governorates_are_marked(press: Press) -> None:
    press.publish(
        made("a", **SAME), made("vague", place=governorate("SY12"), sub_type="Peaceful protest", root="PROTEST")
    )
    assert press.query("SELECT place_precision, is_centroid FROM mart.event ORDER BY 1") == [(1, False), (3, True)]


def test_actor_changes_its_group_on_a_day(press: Press) -> None:
    member = (
        "SELECT group_code FROM mart.dim_actor_period"
        " WHERE actor_id = 'hts' AND %(day)s BETWEEN period_from AND period_to"
    )
    assert press.query(member, day=date(2024, 12, 7)) == [("hts",)]
    assert press.query(member, day=date(2024, 12, 8)) == [("syrian_government",)]
    overlapping = (
        "SELECT a.actor_id FROM mart.dim_actor_period a JOIN mart.dim_actor_period b USING (actor_id)"
        " WHERE a.period_from < b.period_from AND a.period_to >= b.period_from"
    )
    assert press.query(overlapping) == []


def test_every_governorate_has_a_shape_with_its_source(press: Press) -> None:
    found = press.query("SELECT feature, attribution FROM mart.governorate_map")
    assert len(found) == 14
    for feature, attribution in found:
        geometry = json.loads(feature)["geometry"]
        assert geometry["type"] in {"Polygon", "MultiPolygon"}
        assert "Natural Earth" in attribution


def test_question_that_needs_no_article_reads_none(press: Press) -> None:
    plan = press.query("EXPLAIN SELECT acled_event_type, sum(killed_best) FROM mart.event GROUP BY 1")
    assert not [line for (line,) in plan if "report" in line or "article" in line or "actor" in line]


def test_lag_is_measured_from_publication_and_from_first_sight(press: Press) -> None:
    press.publish(made("a", hour=8, **SAME))
    ((day, articles, p50, p95, seen, _),) = press.query("SELECT * FROM mart.daily_lag")
    assert (day, articles) == (press.now.date(), 1)
    assert p50 == p95 == seen == 25 * 3600
