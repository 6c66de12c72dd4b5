"""`syria-events recover`: find what was missed, in the publishers' archives."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import click

from syria_events.cli.stages import days_between, derive, show
from syria_events.history.search import WAYS
from syria_events.settings import Settings


@click.command()
@click.option("--from", "first", required=True, help="First UTC day, YYYY-MM-DD.")
@click.option("--to", "last", required=True, help="Last UTC day, YYYY-MM-DD, included.")
@click.option("--feed", "slugs", multiple=True, help="Slug of a feed; may be given again. None: all that are polled.")
@click.option("--way", "ways", multiple=True, type=click.Choice(WAYS), help="How to search; may be given again.")
@click.option("--search-only", is_flag=True, help="Store what is found; process_batch takes it up later.")
def recover(first: str, last: str, slugs: tuple[str, ...], ways: tuple[str, ...], search_only: bool) -> None:
    """Find what was published on a range of days and missed, and take it to the end like every batch."""
    from syria_events.pipeline.fetch_pages import fetch_pages
    from syria_events.pipeline.recover import recover_day, recovery_of

    settings, started = Settings.from_environment(), datetime.now(UTC)
    for day in (replace(day, run_id=f"by hand {started:%Y%m%dT%H%M%S}") for day in days_between(first, last)):
        recovered = recover_day(settings, day, slugs=slugs, ways=ways, now=datetime.now(UTC))
        click.echo(day.key)
        for slug, way, verdict in recovered.verdicts:
            offered = {True: "offered", False: "not offered", None: "not known"}[verdict.is_offered]
            covers = ", shows the whole day" if verdict.covers_day else ""
            click.echo(f"  {slug:24}{way:11}{offered}{covers}: {verdict.evidence}")
        show("recover", recovered.counts)
        if recovered.counts["in_batch"] and not search_only:
            batch = recovery_of(day)
            show("fetch_pages", fetch_pages(settings, batch, now=datetime.now(UTC)))
            derive(settings, batch)
