"""`syria-events rejected`: rows that a critical expectation turned back."""

from __future__ import annotations

import json

import click

from syria_events.model import SyriaEventsError
from syria_events.settings import Settings


@click.group()
def rejected() -> None:
    """Look at rejected rows."""


@rejected.command("list")
@click.option("--suite", type=click.Choice(["entries", "articles", "reports"]), help="Only of this suite.")
@click.option("--limit", default=50, show_default=True, help="At most so many, latest first.")
def list_rows(suite: str | None, limit: int) -> None:
    """List rejected rows, latest first."""
    from syria_events.warehouse.connection import transaction
    from syria_events.warehouse.rows import fetch_rows

    with transaction(Settings.from_environment().dsn) as connection:
        rows = fetch_rows(connection, "quality/select_rejected_rows", {"suite": suite, "limit": limit})
    for row in rows:
        head = f"{row['rejected_id']:>6}  {row['suite']:9} {row['expectation']:26}"
        click.echo(f"{head} {row['observed'] or '':20} {row['headline']}")
    click.echo(f"{len(rows)} rejected rows" if rows else "no rejected rows")


@rejected.command()
@click.argument("rejected_id", type=int)
def show(rejected_id: int) -> None:
    """Show one rejected row whole, with what to do about it."""
    from syria_events.warehouse.connection import transaction
    from syria_events.warehouse.rows import fetch_rows

    with transaction(Settings.from_environment().dsn) as connection:
        rows = fetch_rows(connection, "quality/select_rejected_row", {"rejected_id": rejected_id})
    if not rows:
        raise SyriaEventsError(f"no rejected row {rejected_id}; see `syria-events rejected list`")
    click.echo(json.dumps(rows[0], ensure_ascii=False, indent=2, default=str))
