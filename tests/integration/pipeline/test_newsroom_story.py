"""The newsroom's phases through the pipeline: every entry comes to what it should, and repeating changes nothing."""

from __future__ import annotations

from collections import Counter

from samples.edition import PHASES
from syria_airflow.demo.verdict import differences
from tests.integration.pipeline.conftest import Pipeline

DAYS = 6


def test_every_entry_comes_to_what_the_newsroom_knows(told: Pipeline) -> None:
    assert differences(told.settings.dsn, told.newsroom.truth()) == []


def test_second_poll_of_the_same_world_brings_nothing_and_costs_little(pipeline: Pipeline) -> None:
    pipeline.poll()
    assert pipeline.poll() is None
    outcomes = Counter(o for (o,) in pipeline.query("SELECT outcome FROM raw.fetch ORDER BY fetch_id"))
    assert outcomes["not_modified"] >= 1
    assert outcomes["same"] >= 5


def test_processing_twice_and_rebuilding_twice_changes_nothing(told: Pipeline) -> None:
    before = told.checksums()
    for (batch_id,) in told.query("SELECT batch_id FROM raw.batch ORDER BY 1"):
        told.process(str(batch_id))
    assert told.checksums() == before
    told.rebuild(DAYS)
    assert told.checksums() == before
    told.rebuild(DAYS)
    assert told.checksums() == before


def test_rebuilding_asks_nobody(told: Pipeline) -> None:
    asked = len(told.newsroom.requests)
    told.rebuild(DAYS)
    assert len(told.newsroom.requests) == asked


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
