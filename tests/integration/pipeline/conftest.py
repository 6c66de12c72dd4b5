"""The pipeline without Airflow, on a real warehouse and the demo newsroom over real HTTP."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from samples.edition import PHASES
from samples.server import Newsroom, serve
from syria_events.pipeline.check import check
from syria_events.pipeline.code_articles import code_articles
from syria_events.pipeline.extract import extract
from syria_events.pipeline.fetch_pages import fetch_pages
from syria_events.pipeline.link import link_reports
from syria_events.pipeline.load import load
from syria_events.pipeline.poll import poll_due_feeds
from syria_events.pipeline.sweep import batches_to_hand_over
from syria_events.pipeline.work import Work
from syria_events.settings import HOME, Settings
from syria_events.warehouse.checksum import checksums
from syria_events.warehouse.connection import transaction
from syria_events.warehouse.reference import write_reference
from syria_events.warehouse.rows import Row, fetch_rows
from tests.conftest import own_database


@dataclass(frozen=True)
class Pipeline:
    """One deployment: newsroom, landing and warehouse of its own."""

    newsroom: Newsroom
    environment: dict[str, str]

    @property
    def settings(self) -> Settings:
        return Settings.from_environment(self.environment)

    def poll(self) -> str | None:
        return poll_due_feeds(self.settings, now=datetime.now(UTC), all_feeds=True)["batch_id"]

    def waiting(self, *, everything: bool = False) -> list[str]:
        return batches_to_hand_over(self.settings, now=datetime.now(UTC), everything=everything)

    def process(self, batch_id: str) -> None:
        work = Work.of_batch(batch_id)
        fetch_pages(self.settings, work, now=datetime.now(UTC))
        self.derive(work)

    def process_all(self, *, everything: bool = False) -> None:
        for batch_id in self.waiting(everything=everything):
            self.process(batch_id)

    def rebuild(self, days: int) -> None:
        today = datetime.now(UTC).date()
        for back in range(days):
            self.derive(Work(day=today - timedelta(days=back)))

    def derive(self, work: Work) -> None:
        for stage in (extract, code_articles, check, load):
            stage(self.settings, work)
        link_reports(self.settings, work, now=datetime.now(UTC))

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start `syria-events …` in a process of its own."""
        environment = {**os.environ, **self.environment, "PYTHONPATH": str(HOME / "plugins")}
        command = [sys.executable, "-m", "syria_events.cli", *arguments]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def checksums(self) -> dict[str, tuple[int, str]]:
        with transaction(self.settings.dsn) as connection:
            return checksums(connection)

    def rows(self, statement: str, **parameters: object) -> list[Row]:
        with transaction(self.settings.dsn) as connection:
            return fetch_rows(connection, statement, parameters)

    def query(self, command: str) -> list[tuple[object, ...]]:
        with transaction(self.settings.dsn, role=None) as connection, connection.cursor() as cursor:
            cursor.execute(command)
            return cursor.fetchall() if cursor.description else []

    def play(self) -> None:
        """Let all phases of the newsroom pass, and try again what failed at first."""
        for phase in PHASES:
            self.newsroom.move_to(phase)
            self.poll()
            self.process_all()
        self.process_all()


@contextmanager
def deployed(dsn: str) -> Iterator[Pipeline]:
    """Yield a deployment on a migrated warehouse that has seen nothing yet, its newsroom in phase 1."""
    write_reference(dsn)
    directory = Path(tempfile.mkdtemp(prefix="syria-var-"))
    with serve(slow=0) as newsroom:
        registry = newsroom.write_registry(directory / "feeds.csv")
        environment = {
            "AIRFLOW_CONN_WAREHOUSE": dsn,
            "SYRIA_EVENTS_ALLOW_PRIVATE": "127.0.0.0/8",
            "SYRIA_EVENTS_FEEDS": str(registry),
            "SYRIA_EVENTS_HOST_SECONDS": "0",
            "SYRIA_EVENTS_ONLY_OWN_FEEDS": "1",
            "SYRIA_EVENTS_PAGE_RETRY_SECONDS": "0",
            "SYRIA_EVENTS_VAR": str(directory),
        }
        yield Pipeline(newsroom, environment)
    shutil.rmtree(directory)


@pytest.fixture
def pipeline(warehouse: str) -> Iterator[Pipeline]:
    """Yield a deployment of the test's own."""
    with deployed(warehouse) as own:
        yield own


@pytest.fixture
def newspaper(pipeline: Pipeline) -> Pipeline:
    """Return a deployment of the test's own that knows one newspaper alone, where a few articles are enough."""
    registry = Path(pipeline.environment["SYRIA_EVENTS_FEEDS"])
    head, *feeds = registry.read_text(encoding="utf-8").splitlines(keepends=True)
    registry.write_text(head + next(line for line in feeds if line.startswith("barada-courier")), encoding="utf-8")
    return pipeline


@pytest.fixture(scope="session")
def told(postgres: str) -> Iterator[Pipeline]:
    """Yield a deployment to which the newsroom has told its whole story, for tests that change nothing."""
    with own_database(postgres, template="warehouse") as dsn, deployed(dsn) as shared:
        shared.play()
        yield shared


@pytest.fixture
def told_again(told: Pipeline) -> Iterator[Pipeline]:
    """Yield a copy of `told`, warehouse and landing, for a test that changes it."""
    directory = Path(tempfile.mkdtemp(prefix="syria-var-"))
    with own_database(told.settings.dsn, template=told.settings.dsn.partition("@/")[2].partition("?")[0]) as dsn:
        shutil.copytree(told.settings.landing_url, directory / "landing")
        copied = {"AIRFLOW_CONN_WAREHOUSE": dsn, "SYRIA_EVENTS_VAR": str(directory)}
        yield Pipeline(told.newsroom, told.environment | copied)
    shutil.rmtree(directory)
