"""The machine fails in the middle: a killed worker, a stopped server, a full disk, a clock set back."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import great_expectations  # noqa: F401 - here once, and not again in each worker that is forked
import psycopg2
import time_machine

from syria_events.pipeline.check import check
from syria_events.pipeline.code_articles import code_articles
from syria_events.pipeline.extract import extract
from syria_events.pipeline.fetch_pages import fetch_pages
from syria_events.pipeline.link import link_reports
from syria_events.pipeline.load import load
from syria_events.pipeline.work import Work
from syria_events.warehouse.connection import connect
from syria_events.warehouse.embedded import EmbeddedPostgres
from tests.integration.pipeline.conftest import Pipeline

SMALL_DISK = 20_000
"""Bytes; less than the pages and feeds of the newsroom."""


def stages(pipeline: Pipeline, batch_id: str) -> dict[str, Callable[[], object]]:
    work, settings = Work.of_batch(batch_id), pipeline.settings
    return {
        "fetch_pages": lambda: fetch_pages(settings, work, now=datetime.now(UTC)),
        "extract": lambda: extract(settings, work),
        "code": lambda: code_articles(settings, work),
        "check": lambda: check(settings, work),
        "load": lambda: load(settings, work),
        "link": lambda: link_reports(settings, work, now=datetime.now(UTC)),
    }


class Worker:
    """A task's process, as Airflow forks one; `error` is what it failed with."""

    def __init__(self, task: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> None:
        context = multiprocessing.get_context("fork")
        self._answer, answer = context.Pipe(duplex=False)
        self.process: BaseProcess = context.Process(target=_work, args=(task, prepare, answer), daemon=False)
        self.process.start()

    def kill(self) -> None:
        os.kill(self.process.pid or 0, signal.SIGKILL)
        self.process.join()

    def error(self) -> str | None:
        assert self._answer.poll(120), "the worker neither ended nor failed"
        found: str | None = self._answer.recv()
        self.process.join()
        return found


def _work(task: Callable[[], object], prepare: Callable[[], object], answer: Connection) -> None:
    try:
        prepare()
        task()
    except Exception as error:
        answer.send(f"{type(error).__name__}: {error}")
    else:
        answer.send(None)
    os._exit(0)  # nothing of the test session may be torn down from here


@contextmanager
def stopped_before_its_commit(pipeline: Pipeline, task: Callable[[], object]) -> Iterator[Worker]:
    """Yield a worker that has written everything of its stage and committed nothing of it."""
    blocker = connect(pipeline.settings.dsn, role=None)
    with blocker.cursor() as cursor:
        cursor.execute("LOCK TABLE quality.stage_run IN ACCESS EXCLUSIVE MODE")  # a stage's last statement
    worker = Worker(task)
    wait_till_blocked(pipeline.settings.dsn, worker)
    yield worker
    blocker.close()


def wait_till_blocked(dsn: str, worker: Worker) -> None:
    connection = psycopg2.connect(dsn)
    connection.autocommit = True  # within a transaction PostgreSQL shows the activity of its first look again and again
    deadline = time.monotonic() + 120
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    with connection.cursor() as cursor:
        while cursor.execute(waiting) or not cursor.fetchone():
            assert worker.process.is_alive(), worker.error()
            assert time.monotonic() < deadline, "the worker never came to the end of its stage"
            time.sleep(0.05)
    connection.close()


def test_killed_in_each_stage_and_swept(pipeline: Pipeline) -> None:
    batch_id = pipeline.poll()
    assert batch_id
    for name, task in stages(pipeline, batch_id).items():
        before = written(pipeline)
        with stopped_before_its_commit(pipeline, task) as worker:
            worker.kill()
        assert written(pipeline) == before, f"{name} left something behind"
        assert pipeline.waiting(everything=True) == [batch_id], f"the sweep does not find what died in {name}"
        if name != "link":
            task()
            assert written(pipeline) != before
    pipeline.process_all(everything=True)
    counts = pipeline.rows("quality/sum_batch_counts")[0]
    assert counts["is_conserved"]
    assert counts["loaded"] > 40
    assert pipeline.checksums()["core.event"][0] > 10


def written(pipeline: Pipeline) -> tuple[object, ...]:
    """Return what stages write: all of core and mart, and how much of the rest."""
    tables = ("raw.page", "raw.derived_article", "raw.derived_report", "quality.check_result", "quality.stage_run")
    counts = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)
    coded = "SELECT 'coded', count(*) FROM raw.derived_article WHERE coding_status = 'coded'"
    return pipeline.checksums(), sorted(pipeline.query(f"{counts} UNION ALL {coded}"))


def test_postgres_stopped_and_started_in_the_middle_of_a_batch(
    pipeline: Pipeline, postgres_server: EmbeddedPostgres
) -> None:
    batch_id = pipeline.poll()
    assert batch_id
    with stopped_before_its_commit(pipeline, stages(pipeline, batch_id)["fetch_pages"]) as worker:
        address = postgres_server.dsn("warehouse")
        postgres_server.stop()
        failure = worker.error()
        refused = Worker(pipeline.poll).error()
        postgres_server.start()
        assert postgres_server.dsn("warehouse") == address
    assert failure
    assert failure.startswith("WarehouseUnavailableError: the warehouse went away")
    assert refused
    assert "is it running" in refused
    assert pipeline.query("SELECT count(*) FROM raw.page") == [(0,)]
    assert pipeline.waiting(everything=True) == [batch_id]
    pipeline.process(batch_id)
    counts = pipeline.rows("quality/sum_batch_counts")[0]
    assert counts["is_conserved"]
    assert counts["loaded"] > 40


def test_full_disk_is_named_and_loses_nothing(pipeline: Pipeline) -> None:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_DISK, SMALL_DISK))

    failure = Worker(pipeline.poll, fill).error()
    assert failure
    assert failure.startswith("LandingError: feeds/")
    assert "make room where the landing lies" in failure
    assert pipeline.query("SELECT 1 FROM raw.fetch UNION ALL SELECT 1 FROM raw.entry") == []
    assert landed(pipeline) == []

    batch_id = pipeline.poll()
    assert batch_id
    failure = Worker(stages(pipeline, batch_id)["fetch_pages"], fill).error()
    assert failure
    assert failure.startswith("LandingError: pages/")
    assert pipeline.query("SELECT 1 FROM raw.page") == []
    assert all("feeds/" in file for file in landed(pipeline))
    assert pipeline.waiting(everything=True) == [batch_id]
    fetch_pages(pipeline.settings, Work.of_batch(batch_id), now=datetime.now(UTC))
    assert pipeline.query("SELECT count(*) > 40 FROM raw.page WHERE state = 'landed'") == [(True,)]


def landed(pipeline: Pipeline) -> list[str]:
    """Return all files of the landing, unfinished ones among them."""
    return [str(path) for path in Path(pipeline.settings.landing_url).rglob("*") if path.is_file()]


def test_clock_back_by_an_hour_loses_nothing_and_confuses_no_version(pipeline: Pipeline) -> None:
    now = datetime.now(UTC)
    for phase, hours in ((1, 0), (2, -1), (3, 0)):
        pipeline.newsroom.move_to(phase)
        with time_machine.travel(now + timedelta(hours=hours, minutes=phase)):
            batch_id = pipeline.poll()
            assert batch_id, f"phase {phase} brought nothing"
            waiting = pipeline.waiting()
            assert batch_id in waiting
            for each in waiting:
                pipeline.process(each)
    pipeline.process_all(everything=True)
    counts = pipeline.rows("quality/sum_batch_counts")[0]
    assert counts["is_conserved"]
    assert counts["pending"] == 0
    assert counts["seen"] == pipeline.newsroom.truth()["totals"]["entries"]
    edits = "SELECT killed_before, killed_after FROM mart.article_change WHERE killed_before = 4 AND killed_after = 6"
    assert pipeline.query(edits)
