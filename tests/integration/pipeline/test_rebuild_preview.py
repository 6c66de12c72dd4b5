"""`rebuild --diff` says what would change and why, writes nothing, and the rebuilding then does exactly that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from syria_events.cli import commands
from syria_events.pipeline import code_articles, event_revisions
from syria_events.pipeline.difference import EventDifference, net_changes
from syria_events.pipeline.preview import count_days, preview
from syria_events.pipeline.work import Work
from syria_events.warehouse.connection import rehearsal, transaction
from syria_events.warehouse.rows import fetch_rows
from tests.integration.pipeline.conftest import Pipeline, deployed

DAYS = 3


@pytest.fixture(scope="module")
def polled(postgres: str) -> Iterator[Pipeline]:
    """Yield a deployment that has processed the newsroom's first phase."""
    from tests.conftest import own_database

    with own_database(postgres, template="warehouse") as dsn, deployed(dsn) as shared:
        shared.poll()
        shared.process_all()
        yield shared


def days() -> list[Work]:
    today = datetime.now(UTC).date()
    return [Work(day=today - timedelta(days=back)) for back in range(DAYS)]


@contextmanager
def better_code(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the coder see no protests any more, every toll doubled, and nothing in one article."""
    with monkeypatch.context() as patch:
        patch.setattr(code_articles, "TARGET", "tests.integration.pipeline.better_coder:code")
        patch.setattr(event_revisions, "CODER_VERSION", "of tomorrow")
        yield


def everything(pipeline: Pipeline) -> list[tuple[object, ...]]:
    """Return a checksum of every table, those of the clock and of the way included."""
    tables = pipeline.query(
        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('raw', 'core', 'quality', 'mart') AND c.relkind IN ('r', 'p') ORDER BY 1"
    )
    digest = "SELECT '{0}', count(*), md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {0} t"
    return [row for (table,) in tables for row in pipeline.query(digest.format(table))]


def test_same_code_changes_nothing_and_says_so(polled: Pipeline) -> None:
    before = everything(polled)
    assert preview(polled.settings, days(), now=datetime.now(UTC)) == []
    assert everything(polled) == before


def test_preview_writes_nothing_and_rebuilding_does_what_it_said(
    polled: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(polled)
    with better_code(monkeypatch):
        found = preview(polled.settings, days(), now=datetime.now(UTC))
        assert everything(polled) == before
        kinds = {kind: {d.event_id for d in found if d.kind == kind} for kind in ("added", "removed", "changed")}
        assert kinds["removed"]
        assert kinds["changed"]
        with transaction(polled.settings.dsn) as connection:
            last = fetch_rows(connection, "core/select_last_revision_id")[0]
        ids = {event_id for (event_id,) in polled.query("SELECT event_id FROM core.event")}
        polled.rebuild(DAYS)
    after = {event_id for (event_id,) in polled.query("SELECT event_id FROM core.event")}
    assert kinds["removed"] == ids - after
    assert kinds["added"] == after - ids
    done = net_changes(polled.rows("core/select_revisions_after", **last))
    assert {d.event_id: set(d.changes) for d in found} == {event_id: set(c) for event_id, c in done.items()}
    assert_causes_are_named(found)
    polled.rebuild(DAYS)  # with the code as it was
    assert {event_id for (event_id,) in polled.query("SELECT event_id FROM core.event")} == ids


def assert_causes_are_named(found: list[EventDifference]) -> None:
    assert all(difference.causes for difference in found)
    causes = [cause for difference in found for cause in difference.causes]
    gone = [cause for cause in causes if "Kanaker" in cause]
    assert gone
    assert all("is no more" in cause or "coded otherwise" in cause for cause in gone)
    assert any("coder of tomorrow, before by" in cause for cause in causes)


def test_edited_article_is_the_cause_that_is_named(pipeline: Pipeline) -> None:
    pipeline.poll()
    pipeline.process_all()
    pipeline.newsroom.move_to(3)
    batch_id = pipeline.poll()
    assert batch_id
    from syria_events.pipeline.fetch_pages import fetch_pages

    fetch_pages(pipeline.settings, Work.of_batch(batch_id), now=datetime.now(UTC))
    found = preview(pipeline.settings, days(), now=datetime.now(UTC))
    assert any(d.kind == "added" for d in found)
    assert any("its words changed" in cause for d in found for cause in d.causes)
    tolls = [c for d in found for c in d.shown_changes if c.field.startswith("toll.killed")]
    assert tolls


def test_counts_say_how_much_there_is(polled: Pipeline) -> None:
    today = datetime.now(UTC).date()
    counts = count_days(polled.settings, today - timedelta(days=30), today)
    assert sum(row["articles"] for row in counts) == polled.query("SELECT count(*) FROM core.article_version")[0][0]


def test_command_shows_counts_and_differences(polled: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    today = datetime.now(UTC).date()
    span = ["rebuild", "--from", str(today - timedelta(days=DAYS - 1)), "--to", str(today)]
    counted = CliRunner().invoke(commands, [*span, "--dry-run"], env=polled.environment, catch_exceptions=False)
    assert f"{DAYS} days, " in counted.stdout
    with better_code(monkeypatch):
        shown = CliRunner().invoke(commands, [*span, "--diff"], env=polled.environment, catch_exceptions=False)
    assert "nothing was written" in shown.stdout
    assert "because " in shown.stdout
    assert " → " in shown.stdout
    assert any(line.startswith("- e") for line in shown.stdout.splitlines())


def test_error_in_a_rehearsal_leaves_nothing(polled: Pipeline) -> None:
    before = everything(polled)

    def break_off() -> None:
        with rehearsal(polled.settings.dsn):
            assert polled.query("DELETE FROM core.event RETURNING event_id")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert everything(polled) == before
    polled.query("SELECT 1")  # the next transaction is one of its own again
