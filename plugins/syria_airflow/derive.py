"""The task group that makes events of landed entries: extract, code, check, load, link.

It is shared by every DAG that derives: the work differs (a batch, a day), what is done to it does not. Each task
opens its own transaction and finds its rows in our tables; only counts travel between tasks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from airflow.sdk import get_current_context, task, task_group

from syria_airflow.assets import EVENTS

if TYPE_CHECKING:
    from syria_events.pipeline.work import Work


def current_work() -> Work:
    """Return what this run is about: its partition key, or the param of that meaning where it was started by hand."""
    from datetime import UTC, datetime

    from syria_events.pipeline.work import Work

    context = get_current_context()
    key = context["dag_run"].partition_key
    params = context["params"]
    if "day" in params:
        return Work.of_day(key or params["day"], today=datetime.now(UTC).date())
    return Work.of_batch(key or params["batch_id"])


@task
def extract() -> dict[str, Any]:
    """Make articles of landed pages and decide on relevance and duplicates."""
    from syria_events.pipeline.extract import extract as run
    from syria_events.settings import Settings

    return run(Settings.from_environment(), current_work())


@task
def code() -> dict[str, Any]:
    """Read reports of happenings out of the articles."""
    from syria_events.pipeline.code_articles import code_articles
    from syria_events.settings import Settings

    return code_articles(Settings.from_environment(), current_work())


@task
def check() -> dict[str, Any]:
    """Hold entries, articles and reports against their expectations; turn back the rows that fail."""
    from syria_events.pipeline.check import check as run
    from syria_events.settings import Settings

    return run(Settings.from_environment(), current_work())


@task(pool="load")
def load() -> dict[str, Any]:
    """Write what passed into core and account for every entry."""
    from syria_events.pipeline.load import load as run
    from syria_events.settings import Settings

    return run(Settings.from_environment(), current_work())


@task(pool="load", outlets=[EVENTS])
def link() -> dict[str, Any]:
    """Link reports into events around the days that changed."""
    from datetime import UTC, datetime

    from syria_events.pipeline.link import link_reports
    from syria_events.settings import Settings

    return link_reports(Settings.from_environment(), current_work(), now=datetime.now(UTC))


@task_group
def derive() -> None:
    """Extract, code, check, load, link."""
    extract() >> code() >> check() >> load() >> link()
