"""`syria-events alerts`: what is the matter, and whether the notifiers get through."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from syria_events.model import SyriaEventsError
from syria_events.settings import Settings


@click.group()
def alerts() -> None:
    """Look at alerts, and try the notifiers."""


@alerts.command("list")
@click.option("--all", "everything", is_flag=True, help="Those that are over as well.")
@click.option("--limit", default=50, show_default=True, help="At most so many.")
def list_alerts(everything: bool, limit: int) -> None:
    """List alerts that last."""
    from syria_events.warehouse.connection import transaction
    from syria_events.warehouse.rows import fetch_rows

    with transaction(Settings.from_environment().dsn) as connection:
        parameters = {"is_open": None if everything else True, "limit": limit}
        rows = fetch_rows(connection, "quality/select_alerts", parameters)
    for row in rows:
        state = "over" if row["cleared_at"] else "open"
        untold = f"  not told yet: {', '.join(row['untold'])}" if row["untold"] else ""
        click.echo(
            f"{state}  {row['last_at']:%Y-%m-%d %H:%M}  {row['kind']:15}"
            f" {row['subject']}  x{row['repetitions']}{untold}"
        )
        click.echo("      " + row["message"].splitlines()[0])
    click.echo(f"{len(rows)} alerts")


@alerts.command()
def watch() -> None:
    """Look for signs of trouble now, as sweep_batches does."""
    from syria_events.pipeline.alerts import watch as look

    counts = look(Settings.from_environment(), now=datetime.now(UTC))
    click.echo(f"{counts['signs']} signs of trouble, {counts['news']} of them news")


@alerts.command()
def test() -> None:
    """Send a test notice to every notifier that is set up; stores nothing."""
    from syria_events.alerts.deciding import Alert, Sign
    from syria_events.alerts.notifiers import NotifierError, notifiers

    now = datetime.now(UTC)
    sign = Sign("notifier", "test", "This is a test: the notifier gets through.")
    failed = []
    for notifier in notifiers(Settings.from_environment().alerting):
        try:
            notifier.tell(Alert(sign, 1, first_at=now, last_at=now, told_at=now))
            click.echo(f"{notifier.name}: told")
        except NotifierError as error:
            failed.append(f"{notifier.name}: {error}")
    if failed:
        raise SyriaEventsError("; ".join(failed))
