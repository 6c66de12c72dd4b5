"""Statements that load stay fast when the planner knows only the work of others."""

from __future__ import annotations

import psycopg2

from syria_events.warehouse.statements import statement


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
