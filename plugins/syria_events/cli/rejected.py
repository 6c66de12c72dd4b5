"""`syria-events rejected`: rows that a critical expectation turned back, and what to do about them."""

from __future__ import annotations

import getpass
import json
from datetime import UTC, datetime

import click

from syria_events.settings import Settings

ACTING_USER = click.option(
    "--as", "acting_user", default=getpass.getuser, help="Who acts; your login unless given.", metavar="NAME"
)
IDS = click.argument("rejected_ids", type=int, nargs=-1, required=True, metavar="ID...")


@click.group()
def rejected() -> None:
    """Look at rejected rows, derive them again, or leave them at that."""


@rejected.command("list")
@click.option("--suite", type=click.Choice(["entries", "articles", "reports"]), help="Only of this suite.")
@click.option("--expectation", help="Only those that failed this expectation.")
@click.option("--feed", "feed_slug", help="Only of this feed.")
@click.option("--batch", "batch_id", help="Only of this batch.")
@click.option("--state", type=click.Choice(["open", "discarded", "mended", "all"]), default="open", show_default=True)
@click.option("--limit", default=50, show_default=True, help="At most so many, latest first.")
def list_rows(
    suite: str | None,
    expectation: str | None,
    feed_slug: str | None,
    batch_id: str | None,
    state: str,
    limit: int,
) -> None:
    """List rejected rows, latest first."""
    from syria_events.pipeline.rejections import RejectionFilter, list_rejected

    chosen = RejectionFilter(None if state == "all" else state, suite, expectation, feed_slug, batch_id)
    rows = list_rejected(Settings.from_environment(), chosen, limit=limit)
    for row in rows:
        head = f"{row['rejected_id']:>6}  {row['state']:9} {row['suite']:9} {row['expectation']:26}"
        click.echo(f"{head} {row['observed'] or '':20} {row['headline']}")
    click.echo(f"{len(rows)} of {rows[0]['matching']} rejected rows" if rows else "no rejected rows")


@rejected.command()
@click.argument("rejected_id", type=int)
def show(rejected_id: int) -> None:
    """Show one rejected row whole, with what to do about it and what was done."""
    from syria_events.pipeline.rejections import show_rejected

    row = show_rejected(Settings.from_environment(), rejected_id)
    click.echo(json.dumps(row, ensure_ascii=False, indent=2, default=str))


@rejected.command()
@IDS
@ACTING_USER
def retry(rejected_ids: tuple[int, ...], acting_user: str) -> None:
    """Derive rows again from the landing, once what made them fail is mended."""
    from syria_events.pipeline.rejections import retry_rejected

    settings = Settings.from_environment()
    for row in retry_rejected(settings, rejected_ids, acting_user=acting_user, now=datetime.now(UTC)):
        click.echo(f"{row.rejected_id:>6}  {row.message}")


@rejected.command()
@IDS
@click.option("--reason", default="", help="Why; kept with the row.")
@ACTING_USER
def discard(rejected_ids: tuple[int, ...], reason: str, acting_user: str) -> None:
    """Leave open rows at that: they stay rejected and leave the list of open ones."""
    from syria_events.pipeline.rejections import discard_rejected

    settings, now = Settings.from_environment(), datetime.now(UTC)
    changed = discard_rejected(settings, rejected_ids, acting_user=acting_user, now=now, reason=reason)
    click.echo(f"discarded {len(changed)} of {len(set(rejected_ids))}")


@rejected.command()
@IDS
@click.option("--reason", default="", help="Why; kept with the row.")
@ACTING_USER
def restore(rejected_ids: tuple[int, ...], reason: str, acting_user: str) -> None:
    """Open discarded rows again."""
    from syria_events.pipeline.rejections import restore_rejected

    settings, now = Settings.from_environment(), datetime.now(UTC)
    changed = restore_rejected(settings, rejected_ids, acting_user=acting_user, now=now, reason=reason)
    click.echo(f"restored {len(changed)} of {len(set(rejected_ids))}")
