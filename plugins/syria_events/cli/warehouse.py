"""`syria-events migrate | checksum`."""

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


@click.command()
def checksum() -> None:
    """Print rows and checksum of every derived table: equal before and after a rebuild, unless the code changed."""
    from syria_events.warehouse.checksum import checksums
    from syria_events.warehouse.connection import transaction

    with transaction(Settings.from_environment().dsn) as connection:
        for name, (count, digest) in checksums(connection).items():
            click.echo(f"{name:32} {count:>9}  {digest}")
