"""`syria-events export`: events for other people's tools."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from syria_events.settings import Settings

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.option(
    "--format",
    "layout",
    type=click.Choice(["csv", "parquet", "geojson", "acled", "gdelt"]),
    default="csv",
    show_default=True,
    help="acled and gdelt are the layouts of these data sets.",
)
@click.option("--from", "first", type=DAY, help="First day of events, YYYY-MM-DD; open by default.")
@click.option("--to", "last", type=DAY, help="Last day, included.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; standard output else.")
def export(layout: str, first: datetime | None, last: datetime | None, output: Path | None) -> None:
    """Write events to a file. The rights of bi_reader suffice."""
    from syria_events.export.exporting import export_events

    dsn = Settings.from_environment().dsn
    days = [day.date() if day else None for day in (first, last)]
    if output is None:
        done = export_events(dsn, layout, *days, sys.stdout.buffer)
    else:
        # Under another name until it is whole: a file that is there is complete.
        partial = output.with_name(f"{output.name}.partial")
        with partial.open("wb") as out:
            done = export_events(dsn, layout, *days, out)
        partial.replace(output)
    left_out = f", {done.left_out} left out that the layout has no code for" if done.left_out else ""
    click.echo(f"{done.written} events{left_out}", err=True)
