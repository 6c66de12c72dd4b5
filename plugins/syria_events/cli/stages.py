"""`syria-events poll | process`: the stages without Airflow, for trying things out and for repairs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from syria_events.settings import Settings

if TYPE_CHECKING:
    from syria_events.pipeline.work import Work


@click.command()
@click.option("--all-feeds", is_flag=True, help="Ask every enabled feed, due or not.")
def poll(all_feeds: bool) -> None:
    """Poll the feeds that are due and open a batch for what is new."""
    from syria_events.pipeline.poll import poll_due_feeds

    show("poll", poll_due_feeds(Settings.from_environment(), now=datetime.now(UTC), all_feeds=all_feeds))


@click.command()
@click.argument("batch_ids", nargs=-1)
def process(batch_ids: tuple[str, ...]) -> None:
    """Take batches to the end: those named, or all that wait."""
    from syria_events.pipeline.fetch_pages import fetch_pages
    from syria_events.pipeline.sweep import batches_to_hand_over
    from syria_events.pipeline.work import Work

    settings = Settings.from_environment()
    for batch_id in batch_ids or batches_to_hand_over(settings, now=datetime.now(UTC)):
        work = Work.of_batch(batch_id)
        show("fetch_pages", fetch_pages(settings, work, now=datetime.now(UTC)))
        derive(settings, work)


def days_between(first: str, last: str) -> list[Work]:
    """Return the days of a range, both ends included. Raises WorkError for days that are none, or to come."""
    from syria_events.pipeline.work import Work, WorkError

    today = datetime.now(UTC).date()
    day, end = Work.of_day(first, today=today).day, Work.of_day(last, today=today).day
    if day is None or end is None or day > end:
        raise WorkError(f"--from {first} lies after --to {last}; give the earlier day first")
    return [Work(day=day + timedelta(days=number)) for number in range((end - day).days + 1)]


def derive(settings: Settings, work: Work) -> None:
    """Take a piece of work through all stages, and say what came of each."""
    from syria_events.pipeline import derive as stages

    click.echo(work.key)
    stages.derive(settings, work, now=datetime.now(UTC), tell=show)


def show(stage: str, counts: dict[str, int] | dict[str, object]) -> None:
    """Print the counts of a stage."""
    click.echo(f"  {stage:12}" + "  ".join(f"{name} {value}" for name, value in counts.items()))
