"""`syria-events feeds`: the registry, a look at one feed, the health of all."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from syria_events.feeds.discovery import announced_feeds
from syria_events.feeds.registry import COLUMNS, load_feeds
from syria_events.feeds.schedule import FeedState, Settled, plan, settle
from syria_events.model import Feed, SyriaEventsError
from syria_events.settings import Settings
from syria_events.urls import host_of, registered_domain
from syria_events.wire.exchange import FetchResponse


class FeedCheckError(SyriaEventsError):
    """An address that is no usable feed."""


@click.group()
def feeds() -> None:
    """Look after the feeds."""


@feeds.command("list")
@click.option("--status", type=click.Choice(["enabled", "probation", "disabled"]), help="Only feeds of this status.")
@click.option("--language", help="Only feeds in this language, for example ar.")
def list_feeds(status: str | None, language: str | None) -> None:
    """Show the registry: the feeds of the package and your own."""
    settings = Settings.from_environment()
    shown = [
        (feed.slug, feed.status, feed.language, feed.scope, feed.family, feed.name, feed.url)
        for feed in load_feeds(settings.feeds_file, only_own=settings.only_own_feeds)
        if status in (None, feed.status) and language in (None, feed.language)
    ]
    _show(("slug", "status", "language", "scope", "family", "name", "url"), shown)
    click.echo(f"{len(shown)} feeds")


@feeds.command()
@click.argument("url")
def check(url: str) -> None:
    """Fetch URL once and say what was found there; feeds that a page announces are tried as well."""
    for response, settled in _look(url):
        _describe(response, settled)


@feeds.command()
@click.argument("url")
@click.option("--slug", help="Short name; made from the address where it is not given.")
@click.option("--language", help="ISO 639-1 code; what the feed says where it is not given.")
@click.option("--timezone", default="UTC", show_default=True, help="IANA zone in which dates without a zone are meant.")
@click.option("--scope", type=click.Choice(["syria", "region", "world"]), default="world", show_default=True)
def add(url: str, slug: str | None, language: str | None, timezone: str, scope: str) -> None:
    """Check URL and add its feed to your own file (SYRIA_EVENTS_FEEDS), on probation."""
    path = Settings.from_environment().feeds_file
    if path is None:
        raise FeedCheckError("SYRIA_EVENTS_FEEDS is not set; set it to the file that your own feeds shall stand in")
    if path.exists():
        load_feeds(path)
    response, settled = _first_feed(url)
    _describe(response, settled)
    row = {
        "slug": slug or _slug(response.url),
        "name": (settled.parsed.title if settled.parsed else None) or host_of(response.url),
        "url": response.url,
        "language": language or ((settled.parsed.language if settled.parsed else None) or "")[:2].lower(),
        "scope": scope,
        "family": registered_domain(response.url),
        "timezone": timezone,
        "status": "probation",
    }
    _append(path, row)
    click.echo(f"added {row['slug']} to {path}")


@feeds.command()
@click.option("--ill", is_flag=True, help="Only feeds with failures, lost entries, or nothing in seven days.")
def status(ill: bool) -> None:
    """Show how the feeds are: last answers, failures, entries, and when they are asked next."""
    from syria_events.warehouse.connection import transaction
    from syria_events.warehouse.rows import fetch_rows

    with transaction(Settings.from_environment().dsn) as connection:
        rows = fetch_rows(connection, "mart/select_feed_health")
    columns = (
        "feed_slug",
        "status",
        "last_outcome",
        "last_good_at",
        "failures",
        "entries_7d",
        "lost_overlap_7d",
        "next_check_at",
        "next_reason",
    )
    kept = [row for row in rows if not ill or row["failures"] or row["lost_overlap_7d"] or not row["entries_7d"]]
    _show(columns, [tuple(row[column] for column in columns) for row in kept])
    click.echo(f"{len(kept)} of {len(rows)} feeds")


def _first_feed(url: str) -> tuple[FetchResponse, Settled]:
    for response, settled in _look(url):
        if settled.parsed and settled.parsed.entries:
            return response, settled
        _describe(response, settled)
    raise FeedCheckError(f"{url}: no feed with entries was found; `syria-events feeds check` says more")


def _look(url: str) -> Iterator[tuple[FetchResponse, Settled]]:
    """Yield what stands at the address and, where that is a page, at the feeds that it announces."""
    response, settled = asyncio.run(_fetch(url))
    yield response, settled
    if settled.outcome.kind == "not_a_feed":
        for found in announced_feeds(response.body, response.final_url):
            click.echo(f"\nthe page announces {found}")
            yield asyncio.run(_fetch(found))


async def _fetch(url: str) -> tuple[FetchResponse, Settled]:
    from syria_events.pipeline.client import polite_client

    feed, now = Feed(slug="check", name=url, url=url), datetime.now(UTC)
    state = FeedState.of_feed(feed)
    async with polite_client(Settings.from_environment()) as client:
        response = await client.fetch(plan(state, now))
    return response, settle(state, response, now, feed)


def _describe(response: FetchResponse, settled: Settled) -> None:
    parsed, outcome = settled.parsed, settled.outcome
    hops = "".join(f"\n  {hop.status} to {hop.url}" for hop in response.redirects)
    click.echo(f"{response.url}{hops}")
    click.echo(f"  {outcome.kind}: {outcome.error or response.error or f'{response.status} {response.reason}'}")
    if parsed is None:
        return
    dated = sum(entry.published_at is not None for entry in parsed.entries)
    facts = (
        ("format", parsed.format),
        ("title", parsed.title),
        ("language", parsed.language),
        ("encoding", parsed.encoding),
        ("entries", f"{len(parsed.entries)}, {dated} with a date" if parsed.entries else None),
        ("identity", parsed.identity_mode if parsed.entries else None),
        ("newest", parsed.entries[0].title if parsed.entries else None),
        ("hub", parsed.hub),
        ("interval", settled.reason),
        ("warnings", "; ".join(parsed.warnings)),
    )
    for name, value in facts:
        if value:
            click.echo(f"  {name:9} {value}")


def _slug(url: str) -> str:
    parts = registered_domain(url).split(".")[0], url.rstrip("/").rpartition("/")[2].partition("?")[0].partition(".")[0]
    text = "-".join(
        "".join(c if c.isalnum() and c.isascii() else "-" for c in part.lower()).strip("-") for part in parts
    )
    return text.strip("-")[:63]


def _append(path: Path, row: dict[str, str]) -> None:
    """Add the row once it is proven that the file can still be read with it."""
    before = path.read_text("utf-8-sig") if path.exists() else ""
    rows = [*csv.DictReader(before.splitlines(keepends=True)), row]
    with TemporaryDirectory(dir=path.parent) as directory:
        written = Path(directory) / path.name
        with written.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        load_feeds(written)
        written.replace(path)


def _show(columns: tuple[str, ...], rows: list[tuple]) -> None:
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    console = Console()
    # in a pipe, a row is a line
    (console if console.is_terminal else Console(width=1000)).print(table)


def _cell(value: object) -> str:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else "" if value is None else str(value)
