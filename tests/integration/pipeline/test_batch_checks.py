"""Checks on a batch as a whole: what no expectation on its rows can see."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from syria_events.pipeline.check import CriticalCheckError, check
from syria_events.pipeline.code_articles import code_articles
from syria_events.pipeline.extract import extract
from syria_events.pipeline.fetch_pages import fetch_pages
from syria_events.pipeline.load import ConservationError, load
from syria_events.pipeline.rejections import RejectionFilter, list_rejected
from syria_events.pipeline.work import Work
from tests.integration.pipeline.conftest import Pipeline

PAST = """
    INSERT INTO raw.fetch (feed_slug, started_at, url, outcome, entry_count, unchanged_count)
    SELECT feed_slug, now() - make_interval(days => d), 'https://o.example/feed', 'same', 2 * items, 2 * items
    FROM (SELECT feed_slug, max(entry_count) AS items FROM raw.fetch GROUP BY 1) f, generate_series(1, 20) d"""


def result(pipeline: Pipeline, expectation: str) -> tuple[object, ...]:
    found = pipeline.query(
        f"SELECT severity, is_met, unexpected_count FROM quality.check_result WHERE expectation = '{expectation}'"
    )
    return found[0]


def test_fetch_cut_at_half_its_rows_is_caught_though_each_row_is_good(newspaper: Pipeline) -> None:
    batch_id = newspaper.poll()
    assert batch_id
    newspaper.process(batch_id)
    assert result(newspaper, "windows_are_whole") == ("warning", True, 0)
    newspaper.query(PAST)
    newspaper.process(batch_id)
    assert result(newspaper, "windows_are_whole") == ("warning", False, 1)
    cut = newspaper.query("SELECT row_key, observed FROM quality.check_failure WHERE expectation = 'windows_are_whole'")
    assert cut == [(batch_id, "0.5")]
    assert newspaper.query("SELECT count(*) FROM core.article")[0][0] > 3


def test_batch_that_lost_entries_fails_before_anything_is_loaded(newspaper: Pipeline) -> None:
    batch_id = newspaper.poll()
    assert batch_id
    newspaper.query(
        "DELETE FROM raw.entry_version v WHERE v.entry_id IN (SELECT entry_id FROM raw.entry ORDER BY 1 LIMIT 2)"
    )
    with pytest.raises(CriticalCheckError, match="entries_are_stored"):
        newspaper.process(batch_id)
    assert result(newspaper, "entries_are_stored") == ("critical", False, 1)
    assert newspaper.query("SELECT count(*) FROM core.article") == [(0,)]


def test_load_that_drops_reports_is_rolled_back(newspaper: Pipeline) -> None:
    batch_id = newspaper.poll()
    assert batch_id
    work = Work.of_batch(batch_id)
    fetch_pages(newspaper.settings, work, now=datetime.now(UTC))
    for stage in (extract, code_articles, check):
        stage(newspaper.settings, work)
    newspaper.query("""
        CREATE FUNCTION raw.drop_leads() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF NEW.rank = 1 THEN RETURN NULL; END IF; RETURN NEW; END $$;
        CREATE TRIGGER leads BEFORE INSERT ON core.report FOR EACH ROW EXECUTE FUNCTION raw.drop_leads()""")
    with pytest.raises(ConservationError, match="reports passed the checks and are not in core"):
        load(newspaper.settings, work)
    assert newspaper.query("SELECT count(*) FROM core.article") == [(0,)]


MANY = """
    INSERT INTO raw.entry (entry_id, feed_slug, identity, first_seen_at)
    SELECT 'many-' || n, feed_slug, 'many-' || n, '{now}' FROM raw.feed, generate_series(1, 5000) n
    WHERE feed_slug = 'barada-courier';
    INSERT INTO raw.entry_version (entry_id, version, batch_id, seen_at, day, content_hash, title, summary, content,
        authors, categories, published_at, landing_file, landing_offset, landing_length, landing_sha256)
    SELECT 'many-' || n, 1, '{batch}', '{now}', '{now}'::date, 'h' || n,
        'Notice ' || n || ' from Syria', 'Damascus, notice ' || n, '', '{{}}', '{{}}',
        timestamptz '{now}' + interval '30 days', 'x', 0, 1, 'x'
    FROM generate_series(1, 5000) n;
    UPDATE raw.fetch SET new_count = new_count + 5000, entry_count = entry_count + 5000 WHERE batch_id = '{batch}'"""


def test_five_thousand_rejected_rows_are_all_kept_and_the_good_ones_go_on(newspaper: Pipeline) -> None:
    batch_id = newspaper.poll()
    assert batch_id
    newspaper.query(MANY.format(batch=batch_id, now=datetime.now(UTC).isoformat()))
    started = time.monotonic()
    newspaper.process(batch_id)
    rejected = list_rejected(newspaper.settings, RejectionFilter(expectation="published_not_in_future"), limit=10)
    assert rejected[0]["matching"] >= 5000
    counts = newspaper.rows("quality/sum_batch_counts")[0]
    assert counts["is_conserved"]
    assert counts["rejected"] >= 5000
    assert newspaper.query("SELECT count(*) FROM core.article")[0][0] > 3
    kept = newspaper.query("SELECT count(*) FROM quality.check_failure WHERE expectation = 'published_not_in_future'")
    assert kept[0][0] >= 5000
    assert time.monotonic() - started < 240
