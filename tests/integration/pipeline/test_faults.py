"""What goes wrong: nothing is lost, nothing is counted twice, and the next run ends at the same place."""

from __future__ import annotations

import signal
import threading

import pytest

from syria_events.pipeline.fetch_pages import fetch_pages
from syria_events.pipeline.work import SupersededError, Work, WorkError
from syria_events.warehouse.connection import WarehouseUnavailableError
from tests.integration.pipeline.conftest import Pipeline


def test_polls_while_nobody_processes_lose_nothing(pipeline: Pipeline) -> None:
    for phase in (1, 2, 3):
        pipeline.newsroom.move_to(phase)
        pipeline.poll()
        pipeline.waiting()  # handed over, and lost, because the consumer is paused
    waiting = pipeline.waiting(everything=True)
    assert len(waiting) == 3
    for batch_id in waiting:
        pipeline.process(batch_id)
    pipeline.process_all()
    counts = pipeline.rows("quality/sum_batch_counts")[0]
    assert counts["is_conserved"]
    assert counts["pending"] == 0
    assert counts["seen"] == pipeline.newsroom.truth()["totals"]["entries"]


def test_batch_handed_over_just_now_is_not_handed_over_again(pipeline: Pipeline) -> None:
    batch_id = pipeline.poll()
    assert pipeline.waiting() == [batch_id]
    assert pipeline.waiting() == []


def test_two_polls_at_once_ask_no_feed_twice(pipeline: Pipeline) -> None:
    errors: list[Exception] = []

    def poll() -> None:
        try:
            pipeline.poll()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=poll) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert pipeline.query("SELECT feed_slug FROM raw.fetch GROUP BY 1 HAVING count(*) > 1") == []


def test_later_run_of_the_same_work_supersedes_an_older_one(pipeline: Pipeline) -> None:
    from syria_events.pipeline.code_articles import code_articles
    from syria_events.pipeline.extract import extract

    batch_id = pipeline.poll()
    assert batch_id
    older, later = Work.of_batch(batch_id, run_id="older"), Work.of_batch(batch_id, run_id="later")
    extract(pipeline.settings, older)
    extract(pipeline.settings, later)
    with pytest.raises(SupersededError, match="later"):
        code_articles(pipeline.settings, older)
    pipeline.derive(later)


def test_stage_before_its_time_says_what_to_run(pipeline: Pipeline) -> None:
    from syria_events.pipeline.load import load

    batch_id = pipeline.poll()
    assert batch_id
    with pytest.raises(WorkError, match="check has to be run before load"):
        load(pipeline.settings, Work.of_batch(batch_id))


def test_pages_are_fetched_for_batches_only(pipeline: Pipeline) -> None:
    from datetime import UTC, date, datetime

    with pytest.raises(WorkError, match="derived from the landing alone"):
        fetch_pages(pipeline.settings, Work(day=date(2026, 11, 23)), now=datetime.now(UTC))


@pytest.mark.parametrize(
    ("way", "says"),
    [
        ("too_deep", "RecursionError: too deep"),
        ("dies", f"died: the worker ended with code {-signal.SIGSEGV}"),
        ("hangs", "timeout: no answer within 10 s"),
        ("swallows_memory", "memory: out of the memory allowed"),
    ],
)
def test_article_that_breaks_the_coder_is_rejected_and_the_others_go_on(
    newspaper: Pipeline, monkeypatch: pytest.MonkeyPatch, way: str, says: str
) -> None:
    from syria_events.pipeline import code_articles

    monkeypatch.setattr(code_articles, "TARGET", f"tests.integration.pipeline.poisoned_coder:{way}")
    monkeypatch.setattr(code_articles, "SECONDS", 10.0)
    newspaper.poll()
    newspaper.process_all()
    assert newspaper.query("SELECT observed FROM quality.rejected_row WHERE expectation = 'can_be_coded'") == [(says,)]
    assert newspaper.query("SELECT count(*) FROM core.article")[0][0] > 3
    assert newspaper.query("SELECT count(*) FROM core.event")[0][0] > 0
    monkeypatch.undo()
    newspaper.rebuild(6)
    states = newspaper.query("SELECT state FROM quality.rejected_row WHERE expectation = 'can_be_coded'")
    assert states == [("mended",)]


def test_counts_that_do_not_add_up_stop_the_load_and_write_nothing(pipeline: Pipeline) -> None:
    from syria_events.pipeline.check import check
    from syria_events.pipeline.code_articles import code_articles
    from syria_events.pipeline.extract import extract
    from syria_events.pipeline.load import ConservationError, load

    batch_id = pipeline.poll()
    assert batch_id
    for stage in (extract, code_articles, check):
        stage(pipeline.settings, Work.of_batch(batch_id))
    pipeline.query("UPDATE raw.fetch SET new_count = new_count + 1, entry_count = entry_count + 1 WHERE new_count > 0")
    with pytest.raises(ConservationError, match=batch_id):
        load(pipeline.settings, Work.of_batch(batch_id))
    assert pipeline.query("SELECT count(*) FROM core.article") == [(0,)]


def test_warehouse_out_of_reach_is_a_passing_error(pipeline: Pipeline) -> None:
    pipeline.environment["AIRFLOW_CONN_WAREHOUSE"] = "postgresql://nobody@127.0.0.1:1/none"
    with pytest.raises(WarehouseUnavailableError):
        pipeline.poll()
