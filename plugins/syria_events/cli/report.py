"""`syria-events report`: the figures of the dashboards as one HTML file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from syria_events.settings import Settings


@click.command()
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The HTML file to write."
)
@click.option(
    "--days", type=click.IntRange(1, 3660), default=90, show_default=True, help="Days to tell of, today included."
)
def report(output: Path, days: int) -> None:
    """Write maps, trends, tolls, actors, sources and the latest events to one HTML file that needs no network.

    The rights of bi_reader suffice.
    """
    from syria_events.daily_report.writing import write_report

    write_report(Settings.from_environment().dsn, output, now=datetime.now(UTC), days=days)
    click.echo(f"wrote {output}", err=True)
