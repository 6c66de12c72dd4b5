"""`syria-events events show | split | join`: look at an event, and correct what linking made of its reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import click

from syria_events.model import SyriaEventsError
from syria_events.settings import Settings

SHOWN = (
    "event_start_date", "date_precision", "acled_sub_event_type", "plover_root", "governorate", "place_name",
    "actor1_names", "actor2_names", "killed_low", "killed_best", "killed_high", "injured_best", "confidence",
    "is_contested",
)  # fmt: skip


@click.group()
def events() -> None:
    """Look at events, part them and join them."""


def _said(command: Callable[..., None]) -> Callable[..., None]:
    by = click.option("--by", "made_by", help="Who rules so.")
    note = click.option("--note", help="Why.")
    return by(note(command))


@events.command()
@click.argument("event_id")
def show(event_id: str) -> None:
    """Show an event, the reports it was linked from with the reasons, and what changed in it."""
    from syria_events.warehouse.connection import transaction
    from syria_events.warehouse.rows import fetch_rows

    with transaction(Settings.from_environment().dsn) as connection:
        living = fetch_rows(connection, "core/select_living_events", {"event_ids": [event_id]})
        if not living:
            raise SyriaEventsError(f"no event {event_id}; ids stand in mart.event")
        key = {"event_id": living[0]["living_id"]}
        event = fetch_rows(connection, "mart/select_event", key)[0]
        reports = fetch_rows(connection, "mart/select_event_reports", key)
        revisions = fetch_rows(connection, "mart/select_event_revisions", key)
    if key["event_id"] != event_id:
        click.echo(f"{event_id} was merged into {key['event_id']}")
    click.echo(key["event_id"])
    _lines(f"{name:22}{event[name]}" for name in SHOWN if event[name] is not None)
    click.echo(f"\n{len(reports)} reports")
    for report in reports:
        copy = ", a copy" if report["is_copy"] else ""
        click.echo(f"  {report['report_id']}  {report['source_name']}{copy}, {report['published_at'] or 'undated'}")
        _lines([report["title"], f"“{report['quote']}”", f"{report['score']:.2f}  {'; '.join(report['reasons'])}"], 6)
    click.echo(f"\n{len(revisions)} changes")
    _lines(f"{r['revised_at']:%Y-%m-%d %H:%M}  {r['field']}: {r['old']} → {r['new']}" for r in revisions)


@events.command()
@click.argument("event_id")
@click.argument("report_ids", nargs=-1, required=True)
@_said
def split(event_id: str, report_ids: tuple[str, ...], made_by: str | None, note: str | None) -> None:
    """Rule that REPORT_IDS of an event tell another happening than its other reports. Rebuilding keeps it so."""
    from syria_events.pipeline.rule_events import split_event

    settings = Settings.from_environment()
    after = split_event(settings, event_id, report_ids, now=datetime.now(UTC), made_by=made_by, note=note)
    click.echo(f"the reports are now in {', '.join(after)}")


@events.command()
@click.argument("event_ids", nargs=-1, required=True)
@_said
def join(event_ids: tuple[str, ...], made_by: str | None, note: str | None) -> None:
    """Rule that EVENT_IDS are one happening. Rebuilding keeps it so."""
    from syria_events.pipeline.rule_events import join_events

    settings = Settings.from_environment()
    after = join_events(settings, event_ids, now=datetime.now(UTC), made_by=made_by, note=note)
    click.echo(f"the reports are now in {', '.join(after)}")


def _lines(texts: Iterable[str], indent: int = 2) -> None:
    for text in texts:
        click.echo(" " * indent + text)
