"""The newsroom's phases through the pipeline: every entry comes to what it should, and repeating changes nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from samples.edition import PHASES
from syria_airflow.demo.verdict import differences
from syria_events.cli.article_versions import articles
from syria_events.landing.errors import LandingError
from tests.integration.pipeline.conftest import Pipeline

DAYS = 6


def test_every_entry_comes_to_what_the_newsroom_knows(told: Pipeline) -> None:
    assert differences(told.settings.dsn, told.newsroom.truth()) == []


def test_strike_told_in_arabic_and_english_is_one_event(told: Pipeline) -> None:
    found = told.query(
        "SELECT e.event_id, array_agg(DISTINCT v.language) FROM core.event e JOIN core.event_report USING (event_id)"
        " JOIN core.report r USING (report_id) JOIN core.article_version v USING (article_id, content_hash)"
        " WHERE r.place_name = 'Kanaker' AND r.realis = 'actual' GROUP BY e.event_id"
    )
    assert [languages for _, languages in found if "ar" in languages] == [["ar", "en"]]


def test_second_poll_of_the_same_world_brings_nothing_and_costs_little(pipeline: Pipeline) -> None:
    pipeline.poll()
    assert pipeline.poll() is None
    outcomes = Counter(o for (o,) in pipeline.query("SELECT outcome FROM raw.fetch ORDER BY fetch_id"))
    assert outcomes["not_modified"] >= 1
    assert outcomes["same"] >= 5


def test_processing_again_and_rebuilding_changes_nothing_and_asks_nobody(told: Pipeline) -> None:
    before, asked = told.checksums(), len(told.newsroom.requests)
    for (batch_id,) in told.query("SELECT batch_id FROM raw.batch ORDER BY 1"):
        told.process(str(batch_id))
    assert told.checksums() == before
    told.rebuild(DAYS)
    assert told.checksums() == before
    assert len(told.newsroom.requests) == asked


def test_damaged_landing_file_fails_the_task_and_names_the_file(told: Pipeline) -> None:
    before = told.checksums()
    file = next(iter(Path(told.settings.landing_url).rglob("pages/**/*.warc.gz")))
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    try:
        with pytest.raises(LandingError, match=file.name):
            told.rebuild(DAYS)
        assert told.checksums() == before
    finally:
        file.write_bytes(whole)
    told.rebuild(DAYS)
    assert told.checksums() == before


def test_order_of_batches_does_not_matter(pipeline: Pipeline) -> None:
    batches = []
    for phase in PHASES:
        pipeline.newsroom.move_to(phase)
        batches.append(pipeline.poll())
    for batch_id in reversed([b for b in batches if b]):
        pipeline.process(batch_id)
    pipeline.process_all()
    backwards = pipeline.checksums()
    pipeline.rebuild(DAYS)
    assert pipeline.checksums() == backwards


def test_edited_article_becomes_a_version_and_only_the_latest_counts(told: Pipeline) -> None:
    versions = told.query(
        "SELECT article_id, count(*), count(*) FILTER (WHERE is_current) FROM core.article_version"
        " GROUP BY 1 HAVING count(*) > 1"
    )
    assert versions
    assert all(current == 1 for _, _, current in versions)
    stale = told.query(
        "SELECT 1 FROM core.event_report JOIN core.report USING (report_id)"
        " JOIN core.article_version USING (article_id, content_hash) WHERE NOT is_current"
    )
    assert stale == []


def test_what_an_edit_changed_is_shown(told: Pipeline) -> None:
    edits = told.query(
        "SELECT to_version, changed, killed_before, killed_after, injured_before, injured_after, title_before,"
        " title_after FROM mart.article_change JOIN mart.dim_source USING (source_code)"
        " WHERE url LIKE '%kanaker%' AND source_code LIKE 'orontes-wire%' ORDER BY 1"
    )
    assert [edit[:4] for edit in edits[:1]] == [(2, "title, text, toll", 4, 6)]
    assert edits[0][4] == edits[0][5] == 9
    assert "at least four" in str(edits[0][6])
    assert "kills six" in str(edits[0][7])
    (url,) = told.query(
        "SELECT url FROM mart.article_change WHERE killed_before = 4 AND killed_after = 6 AND url LIKE '%kanaker%'"
    )[0]
    shown = CliRunner().invoke(articles, ["diff", str(url), "--from", "1", "--to", "2"], env=told.environment)
    assert shown.exit_code == 0, shown.output
    assert "killed: 4 to 6" in shown.output
    assert "[-at least four-] {+six+}" in shown.output
    assert "{+The civil defence ended its search in the evening.+}" in shown.output
    missing = CliRunner().invoke(articles, ["diff", str(url), "--from", "1", "--to", "9"], env=told.environment)
    assert "has no version 9" in str(missing.exception)


def test_wire_copies_are_links_and_not_deletions(told: Pipeline) -> None:
    copies = told.query(
        "SELECT original_article_id, count(*) FROM core.article WHERE copy_kind = 'copy' GROUP BY 1 ORDER BY 2 DESC"
    )
    assert copies[0][1] >= 3


def test_refused_pages_fall_back_to_the_feed_and_say_so(told: Pipeline) -> None:
    walls = dict(told.query("SELECT wall, count(*) FROM core.article_version WHERE text_from = 'feed' GROUP BY 1"))
    assert {"blocked", "robots", "not_found", "paywall"} <= set(walls)


def test_every_quotation_is_the_words_of_its_article(told: Pipeline) -> None:
    wrong = told.query(
        "SELECT x.* FROM core.report_evidence x JOIN core.report USING (report_id)"
        " JOIN core.article_version v USING (article_id, content_hash)"
        " WHERE substring(v.title || E'\\n' || v.body FROM span_start + 1 FOR span_end - span_start) <> quote"
    )
    assert wrong == []
    assert told.query("SELECT count(*) FROM core.report_evidence")[0][0] > 20
