"""`syria-events migrate`."""

from __future__ import annotations

import click

from syria_events.settings import Settings


@click.command()
def migrate() -> None:
    """Bring the warehouse to the newest schema and write its reference tables; safe to repeat."""
    from syria_events.warehouse.migrations import migrate as run
    from syria_events.warehouse.reference import write_reference

    settings = Settings.from_environment()
    applied = run(settings.dsn)
    write_reference(settings.dsn)
    for name in applied:
        click.echo(f"applied {name}")
    click.echo("the warehouse is up to date")
