"""`syria-events rebuild`: derive days again, or say beforehand what that would change."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from syria_events.cli.stages import days_between, derive
from syria_events.settings import Settings

if TYPE_CHECKING:
    from syria_events.pipeline.difference import EventDifference
    from syria_events.warehouse.rows import Row

SIGNS = {"added": "+", "removed": "-", "changed": "~"}


@click.command()
@click.option("--from", "first", required=True, help="First UTC day, YYYY-MM-DD.")
@click.option("--to", "last", required=True, help="Last UTC day, YYYY-MM-DD, included.")
@click.option("--dry-run", is_flag=True, help="Only count what there is to derive.")
@click.option("--diff", "is_diff", is_flag=True, help="Derive, say which events would change and why, write nothing.")
def rebuild(first: str, last: str, dry_run: bool, is_diff: bool) -> None:
    """Derive a range of days again from the landing, without the network."""
    from syria_events.pipeline.preview import count_days, preview

    settings, days = Settings.from_environment(), days_between(first, last)
    if dry_run or is_diff:
        _show_counts(count_days(settings, date.fromisoformat(first), date.fromisoformat(last)), len(days))
    if is_diff:
        found = preview(settings, days, now=datetime.now(UTC), tell=lambda line: click.echo(line, err=True))
        _show_differences(found)
    if not dry_run and not is_diff:
        for work in days:
            derive(settings, work)


def _show_counts(rows: list[Row], days: int) -> None:
    names = ("entry_versions", "landed_pages", "articles")
    for row in rows:
        click.echo(f"{row['day']}  " + "  ".join(f"{name.replace('_', ' ')} {row[name]}" for name in names))
    sums = ", ".join(f"{sum(row[name] for row in rows)} {name.replace('_', ' ')}" for name in names)
    click.echo(f"{days} days, {len(rows)} of them with entries: {sums}")


def _show_differences(found: list[EventDifference]) -> None:
    for difference in found:
        click.echo(f"{SIGNS[difference.kind]} {difference.event_id}  {_sketch(difference.sketch)}")
        for change in difference.shown_changes:
            click.echo(f"    {change.field}: {change.old} → {change.new}")
        hidden = len(difference.changes) - len(difference.shown_changes)
        if difference.kind == "changed" and hidden:
            click.echo(f"    {hidden} other fields, such as {_other(difference)}")
        for cause in difference.causes:
            click.echo(f"    because {cause}")
    kinds = Counter(difference.kind for difference in found)
    click.echo(", ".join(f"{kinds[kind]} {kind}" for kind in SIGNS) + "; nothing was written")


def _sketch(event: Row) -> str:
    where = ", ".join(filter(None, (event["place_name"], event["admin1_pcode"]))) or "no place"
    bounds = [event[f"killed_{bound}"] for bound in ("low", "best", "high")]
    toll = "" if bounds == [None] * 3 else f", killed {'/'.join('–' if b is None else str(b) for b in bounds)}"
    return f"{event['event_start_date'] or 'undated'}  {event['event_type']}, {where}{toll}"


def _other(difference: EventDifference) -> str:
    return next(change.field for change in difference.changes if change not in difference.shown_changes)
