"""Loading stays fast when the planner knows only the work of others, and writes what passed and changed alone."""

from __future__ import annotations

import psycopg2

from syria_events.model import stable_id
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.rows import execute
from syria_events.warehouse.statements import statement
from tests.integration.marts.press import Press
from tests.unit.events.made_reports import killed, made


def test_upsert_of_reports_joins_by_the_whole_key(warehouse: str) -> None:
    connection = psycopg2.connect(warehouse)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for key in ("older", "newer"):
            cursor.execute(
                "INSERT INTO raw.derived_article (work_key, entry_id, entry_version, outcome, code_version)"
                " SELECT %(key)s, 'n' || i, 1, 'loaded', '1' FROM generate_series(1, 2000) i;"
                "INSERT INTO raw.derived_report (work_key, report_id, entry_id, entry_version, article_id,"
                " content_hash, rank, realis, plover_root, date_precision, coder_version, evidence, actors, casualties)"
                " SELECT %(key)s, 'r' || i, 'n' || i, 1, 'a', 'h', 1, 'actual', 'AID', 'day', '1', '[]', '[]', '[]'"
                " FROM generate_series(1, 2000) i",
                {"key": key},
            )
            if key == "older":
                cursor.execute("VACUUM ANALYZE raw.derived_article, raw.derived_report")
        cursor.execute("EXPLAIN " + statement("core/upsert_reports"), {"work_key": "newer"})
        plan = "\n".join(line for (line,) in cursor)
    connection.close()
    assert "Join Filter" not in plan, plan


def test_report_of_an_article_that_was_turned_back_is_not_loaded(press: Press) -> None:
    press.publish(made("a", claims=(killed(3),)))
    with transaction(press.dsn, role=None) as connection:
        work = press.stage(connection, made("b", hour=12, claims=(killed(9),)))
        turned = {"entry_ids": [stable_id("n", "article b")], "entry_versions": [1], "reasons": ["articles: no text"]}
        execute(connection, "raw/reject_derived_articles", {"work_key": work.key, **turned})
    press.settle(work)
    assert press.query("SELECT article_id FROM core.report") == [("article a",)]
    assert press.query("SELECT killed_best FROM mart.event") == [(3,)]
    assert press.query("SELECT * FROM raw.derived_report") == []


def test_loading_the_same_reports_again_touches_no_row(press: Press) -> None:
    strike = made("a", claims=(killed(3),))
    press.publish(strike)
    where = "SELECT report_id, ctid::text, xmin::text FROM core.report"
    before = press.query(where)
    with transaction(press.dsn, role=None) as connection:
        press.wordings.clear()
        work = press.stage(connection, strike)
    press.settle(work)
    assert press.query(where) == before
