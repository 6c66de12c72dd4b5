"""What was turned back can be derived again once it is mended, or left at that; nothing is lost or counted twice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from syria_events.cli import commands
from syria_events.pipeline import code_articles
from syria_events.pipeline.rejections import (
    RejectionError,
    RejectionFilter,
    discard_rejected,
    list_rejected,
    restore_rejected,
    retry_rejected,
    show_rejected,
)
from syria_events.warehouse.rows import Row
from tests.integration.pipeline.conftest import Pipeline

NOW = datetime.now(UTC)
POISONED = "tests.integration.pipeline.poisoned_coder:{}"
SOUND = code_articles.TARGET


@pytest.fixture
def broken(newspaper: Pipeline, monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """Return a pipeline that asked one newspaper, and one article of that batch broke the coder."""
    monkeypatch.setattr(code_articles, "TARGET", POISONED.format("too_deep"))
    newspaper.poll()
    newspaper.process_all()
    return newspaper


def the_one(pipeline: Pipeline) -> Row:
    return list_rejected(pipeline.settings, RejectionFilter(expectation="can_be_coded"))[0]


def counts(pipeline: Pipeline) -> Row:
    return pipeline.rows("quality/sum_batch_counts")[0]


def retry(pipeline: Pipeline, *rejected_ids: int) -> list[object]:
    return list(retry_rejected(pipeline.settings, rejected_ids, acting_user="amal", now=NOW))


def test_rejected_row_is_kept_whole_with_reason_and_remedy(broken: Pipeline) -> None:
    row = show_rejected(broken.settings, the_one(broken)["rejected_id"])
    assert (row["suite"], row["observed"], row["state"]) == ("articles", "RecursionError: too deep", "open")
    assert "coder" in row["notes"]
    assert "mend coding/" in row["remedy"]
    assert row["batch_id"]
    assert row["code_version"]
    assert "Kanaker" in row["rejected_row"]["title"]
    assert len(row["rejected_row"]["body"]) > 100
    assert row["actions"] == []


def test_retry_before_the_mending_keeps_the_row_with_its_new_reason(
    broken: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    rejected_id, before, core = the_one(broken)["rejected_id"], counts(broken), broken.checksums()
    monkeypatch.setattr(code_articles, "TARGET", POISONED.format("deeper_still"))
    (result,) = retry_rejected(broken.settings, [rejected_id], acting_user="amal", now=NOW)
    assert not result.is_mended
    assert "fails again: articles can_be_coded" in result.message
    assert rejected_id in result.open_ids
    row = show_rejected(broken.settings, rejected_id)
    assert (row["state"], row["observed"], row["retries"]) == ("open", "RecursionError: deeper still", 1)
    assert [(a["action"], a["acted_by"]) for a in row["actions"]] == [("retry", "amal")]
    assert counts(broken) == before
    assert broken.checksums() == core


def test_retry_after_the_mending_loads_the_row_and_repeating_it_changes_nothing(
    broken: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    rejected_id, before = the_one(broken)["rejected_id"], counts(broken)
    monkeypatch.setattr(code_articles, "TARGET", SOUND)
    (result,) = retry_rejected(broken.settings, [rejected_id], acting_user="amal", now=NOW)
    assert (result.is_mended, result.outcome, result.open_ids) == (True, "loaded", ())
    after = counts(broken)
    assert (after["loaded"], after["rejected"]) == (before["loaded"] + 1, before["rejected"] - 1)
    assert after["is_conserved"]
    events = broken.query("SELECT count(*) FROM core.article_version WHERE title LIKE '%Kanaker%' AND is_current")
    assert events[0][0] >= 1
    core, row = broken.checksums(), show_rejected(broken.settings, rejected_id)
    assert row["state"] == "mended"
    assert retry_rejected(broken.settings, [rejected_id], acting_user="amal", now=NOW) == [result]
    broken.rebuild(6)
    assert broken.checksums() == core
    assert show_rejected(broken.settings, rejected_id) == row


def test_discarded_row_stays_so_when_it_fails_again_and_can_be_restored(broken: Pipeline) -> None:
    rejected_id, before = the_one(broken)["rejected_id"], counts(broken)
    discard = {"acting_user": "amal", "now": NOW, "reason": "a test page"}
    assert discard_rejected(broken.settings, [rejected_id], **discard) == [rejected_id]  # type: ignore[arg-type]
    assert discard_rejected(broken.settings, [rejected_id], **discard) == []  # type: ignore[arg-type]
    broken.rebuild(6)
    row = show_rejected(broken.settings, rejected_id)
    assert (row["state"], row["settled_by"], row["settled_at"]) == ("discarded", "amal", NOW)
    assert rejected_id not in [r["rejected_id"] for r in list_rejected(broken.settings)]
    assert counts(broken) == before
    with pytest.raises(RejectionError, match=f"rejected restore {rejected_id}"):
        retry(broken, rejected_id)
    assert restore_rejected(broken.settings, [rejected_id], acting_user="basil", now=NOW) == [rejected_id]
    row = show_rejected(broken.settings, rejected_id)
    assert (row["state"], row["settled_by"]) == ("open", None)
    assert [(a["action"], a["acted_by"], a["note"]) for a in row["actions"]] == [
        ("discard", "amal", "a test page"),
        ("restore", "basil", ""),
    ]


def test_unknown_row_is_named_and_nothing_is_done(broken: Pipeline) -> None:
    with pytest.raises(RejectionError, match="no rejected row 987654"):
        retry(broken, the_one(broken)["rejected_id"], 987654)
    assert the_one(broken)["retries"] == 0


def test_operator_lists_discards_restores_and_retries_by_command(
    broken: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(commands, ["rejected", *arguments], env=broken.environment, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    rejected_id = str(the_one(broken)["rejected_id"])
    monkeypatch.setattr(code_articles, "TARGET", SOUND)
    assert "RecursionError: too deep" in run("list", "--expectation", "can_be_coded")
    assert '"remedy"' in run("show", rejected_id)
    assert run("discard", rejected_id, "--reason", "for now", "--as", "amal") == "discarded 1 of 1\n"
    assert "no rejected rows" in run("list", "--expectation", "can_be_coded")
    assert run("restore", rejected_id) == "restored 1 of 1\n"
    assert "mended: the entry is loaded" in run("retry", rejected_id)
    assert "mended" in run("list", "--state", "all", "--expectation", "can_be_coded")
