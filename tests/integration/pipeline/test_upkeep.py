"""House-keeping: what is deleted and counted, what is read back, and what stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syria_events.landing.errors import LandingError
from syria_events.pipeline.analyze import analyze
from syria_events.pipeline.retention import apply_retention
from syria_events.pipeline.verify_landing import verify_landing
from tests.integration.pipeline.conftest import Pipeline

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=100)
EVENTS = "SELECT event_id FROM core.event ORDER BY 1"


def test_by_default_only_history_is_deleted(told_again: Pipeline) -> None:
    before = told_again.checksums()
    files = list(Path(told_again.settings.landing_url).rglob("*.warc.gz"))
    assert set(apply_retention(told_again.settings, now=NOW).values()) == {0}
    deleted = apply_retention(told_again.settings, now=LATER)
    assert set(deleted) == {"unfinished_files", "fetches", "stage_runs", "check_results"}
    assert deleted["stage_runs"] > 0
    assert told_again.query("SELECT 1 FROM quality.stage_run UNION ALL SELECT 1 FROM quality.check_result") == []
    assert told_again.query("SELECT 1 FROM mart.feed_health WHERE last_fetch_at IS NULL AND status = 'enabled'") == []
    assert told_again.checksums() == before
    assert all(file.exists() for file in files)
    assert set(apply_retention(told_again.settings, now=LATER).values()) == {0}


def test_fetches_without_news_go_and_the_last_of_each_feed_stays(told_again: Pipeline) -> None:
    (without_news,) = told_again.query("SELECT count(*) FROM raw.fetch WHERE batch_id IS NULL")[0]
    (feeds,) = told_again.query("SELECT count(DISTINCT feed_slug) FROM raw.fetch")[0]
    deleted = apply_retention(told_again.settings, now=LATER)["fetches"]
    assert 0 < deleted <= int(str(without_news))
    assert told_again.query("SELECT count(DISTINCT feed_slug) FROM raw.fetch") == [(feeds,)]
    assert told_again.rows("quality/sum_batch_counts")[0]["is_conserved"]


def test_old_articles_go_with_their_reports_and_the_events_that_nobody_else_told(told_again: Pipeline) -> None:
    old = "source_code LIKE 'orontes-wire%'"
    only_theirs = told_again.query(
        "SELECT event_id FROM core.event_report JOIN core.report USING (report_id)"
        f" JOIN core.article USING (article_id) GROUP BY 1 HAVING bool_and({old}) ORDER BY 1"
    )
    (number,) = told_again.query(f"SELECT count(*) FROM core.article WHERE {old}")[0]
    told_again.query(f"UPDATE core.article SET first_seen_at = first_seen_at - interval '40 days' WHERE {old}")
    before = set(told_again.query(EVENTS))
    settings = replace(told_again.settings, keep_core_days=30)
    assert apply_retention(settings, now=NOW)["articles"] == number
    after = set(told_again.query(EVENTS))
    assert only_theirs
    assert after == before - set(only_theirs)
    assert told_again.query(f"SELECT 1 FROM core.article WHERE {old}") == []
    assert told_again.query("SELECT 1 FROM core.unsettled_day UNION ALL SELECT 1 FROM core.former_link") == []
    removed = told_again.query("SELECT event_id FROM mart.event_revision WHERE field = 'event_id' AND new IS NULL")
    assert set(only_theirs) <= set(removed)
    assert apply_retention(settings, now=NOW)["articles"] == 0


def test_old_landing_files_go_by_the_day_and_the_rest_is_still_verified(told_again: Pipeline) -> None:
    landing = Path(told_again.settings.landing_url)
    today = f"{NOW:%Y/%m/%d}"
    (landing / "feeds" / today).rename(landing / "feeds" / "kept")
    (landing / "feeds" / "2026" / "01" / "05").mkdir(parents=True)
    (landing / "feeds" / "kept").rename(landing / "feeds" / "2026" / "01" / "06")
    (landing / "feeds" / "2026" / "01" / "05" / "notes.txt").write_text("an operator's own")
    feeds = list((landing / "feeds").rglob("*.warc.gz"))
    settings = replace(told_again.settings, keep_landing_days=30)
    deleted = apply_retention(settings, now=NOW)
    assert deleted["landing_files"] == len(feeds) > 0
    assert deleted["landing_bytes"] > 0
    assert not any(file.exists() for file in feeds)
    assert (landing / "feeds" / "2026" / "01" / "05" / "notes.txt").exists()
    assert list((landing / "pages").rglob("*.warc.gz"))


def test_sound_landing_is_verified_record_by_record(told_again: Pipeline) -> None:
    found = verify_landing(told_again.settings, now=NOW)
    assert found["records"] > 50
    assert found["files"] >= 6
    assert verify_landing(told_again.settings, now=NOW, sample=5)["records"] == 5


def test_damaged_and_missing_files_are_all_named_with_the_remedy(told_again: Pipeline) -> None:
    damaged, missing, *_ = sorted(Path(told_again.settings.landing_url).rglob("pages/**/*.warc.gz"))
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)
    missing.unlink()
    with pytest.raises(LandingError, match="2 damaged files") as raised:
        verify_landing(told_again.settings, now=NOW)
    for file in (damaged, missing):
        assert file.name in str(raised.value)
    assert "Restore them from a backup" in str(raised.value)


def test_statistics_are_gathered(told_again: Pipeline) -> None:
    analyze(told_again.settings)
    assert told_again.query("SELECT reltuples > 40 FROM pg_class WHERE oid = 'core.article'::regclass") == [(True,)]
