"""Made reports on their way into core, with the articles that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from syria_events.pipeline.code_articles import COLUMNS
from syria_events.warehouse.connection import Connection
from syria_events.warehouse.rows import Json


def prepare(connection: Connection, name: str, rows: int) -> list[list]:
    """Make the articles that the reports stand in, and return the cells of the reports."""
    articles = {
        "raw.derived_article": "work_key, entry_id, entry_version, outcome, article_id, content_hash, code_version"
        ") SELECT %(name)s, %(name)s || i, 1, 'loaded', %(name)s || i, 'h', 'bench'",
        "core.article": "article_id, source_code, entry_id, first_seen_at) SELECT %(name)s || i, 's0', 'n', now()",
        "core.article_version": "article_id, content_hash, entry_id, entry_version, is_current, title, body, "
        "fingerprint, authors, text_from, field_sources, relevance, relevance_score, relevance_reasons, "
        "coding_status, code_version"
        ") SELECT %(name)s || i, 'h', 'n', 1, true, '', '', '', '{}', 'page', '{}', '', 1, '{}', 'coded', 'bench'",
    }
    with connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, rest in articles.items():
            command = f"INSERT INTO {table} ({rest} FROM generate_series(0, %(last)s) i"
            cursor.execute(command, {"name": name, "last": rows // 5})
    return list(_cells(name, rows))


def _cells(name: str, rows: int) -> Iterator[list]:
    for i in range(rows):
        cells = {
            "work_key": name,
            "report_id": f"r{name}{i * 7919 % rows:08}",
            "entry_id": f"{name}{i // 5}",
            "entry_version": 1,
            "article_id": f"{name}{i // 5}",
            "content_hash": "h",
            "rank": 1 + i % 5,
            "realis": "actual",
            "plover_root": "ASSAULT",
            "plover_mode": "aerial",
            "acled_event_type": "Explosions/Remote violence",
            "acled_sub_event_type": "Air/drone strike",
            "event_start_date": date.fromordinal(734_000 + i * 31 % 5_500),
            "event_end_date": date.fromordinal(734_000 + i * 31 % 5_500),
            "date_precision": "day",
            "place_name": f"Place {i % 900}",
            "admin1_pcode": "SY07",
            "country": "SY",
            "lat": 35.9,
            "lon": 36.4,
            "place_precision": 1,
            "place_start": 10,
            "place_end": 20,
            "coder_version": "bench",
            **{part: Json([]) for part in ("evidence", "actors", "casualties")},
        }
        yield [cells.get(column) for column in COLUMNS]
