"""The task group that makes events of landed entries: extract, code, check, load, link; and what comes before it.

It is shared by every DAG that derives: the work differs (a batch, a day), what is done to it does not. Each task opens
its own transaction and finds its rows in our tables; only counts travel between tasks.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from airflow.sdk import get_current_context, task, task_group
from airflow.sdk.exceptions import AirflowSkipException

from syria_airflow.assets import EVENTS
from syria_airflow.metrics import count

if TYPE_CHECKING:
    from syria_events.pipeline.work import Work
    from syria_events.settings import Settings

Counts = dict[str, int]


def current_work() -> Work:
    """Return what this run is about: its partition key, or the param of that meaning where it was started by hand.

    A run that searches for a day works on the batch of what it found.
    """
    from syria_events.pipeline.recover import recovery_of
    from syria_events.pipeline.work import Work

    context = get_current_context()
    run, params = context["dag_run"], context["params"]
    if "batch_id" in params:
        return Work.of_batch(run.partition_key or params["batch_id"], run_id=run.run_id)
    return recovery_of(current_day()) if "ways" in params else current_day()


def current_day() -> Work:
    """Return the day that this run is about."""
    from datetime import UTC, datetime

    from syria_events.pipeline.work import Work

    context = get_current_context()
    run, params = context["dag_run"], context["params"]
    return Work.of_day(run.partition_key or params["day"], today=datetime.now(UTC).date(), run_id=run.run_id)


def run_stage(use_case: Callable[[Settings, Work], Counts]) -> Counts:
    """Run one stage on this run's work; where a later run does the same work, this one is skipped."""
    from syria_airflow.page_links import work_url
    from syria_events.pipeline.work import SupersededError
    from syria_events.settings import Settings

    work = current_work()
    print(f"Results: {work_url(work.key)}")
    try:
        return use_case(Settings.from_environment(), work)
    except SupersededError as error:
        raise AirflowSkipException(str(error)) from error


@task(pool="pages", execution_timeout=timedelta(hours=1))
def fetch_pages() -> Counts:
    """Fetch the pages of the run's batch that are about Syria."""
    from datetime import UTC, datetime

    from syria_events.pipeline.fetch_pages import fetch_pages as run
    from syria_events.settings import Settings

    return count("fetch_pages", run(Settings.from_environment(), current_work(), now=datetime.now(UTC)))


@task
def extract() -> Counts:
    """Make articles of landed pages and decide on relevance and duplicates."""
    from syria_events.pipeline import extract as stage

    return run_stage(stage.extract)


@task
def code() -> Counts:
    """Read reports of happenings out of the articles."""
    from syria_events.pipeline import code_articles as stage

    return run_stage(stage.code_articles)


@task
def check() -> Counts:
    """Hold entries, articles and reports against their expectations; turn back the rows that fail."""
    from syria_events.pipeline import check as stage

    return count("check", run_stage(stage.check))


@task(pool="load")
def load() -> Counts:
    """Write what passed into core and account for every entry."""
    from syria_events.pipeline import load as stage

    return count("load", run_stage(stage.load))


@task(pool="load", outlets=[EVENTS])
def link() -> Counts:
    """Link reports into events around the days that changed."""
    from datetime import UTC, datetime
    from functools import partial

    from syria_events.pipeline import link as stage

    return count("link", run_stage(partial(stage.link_reports, now=datetime.now(UTC))))


@task_group
def derive() -> None:
    """Extract, code, check, load, link."""
    extract() >> code() >> check() >> load() >> link()
