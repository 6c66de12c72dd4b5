"""`syria-events gazetteer`: import a full gazetteer, and ask it about a text."""

from __future__ import annotations

from pathlib import Path

import click

from syria_events.coding.places.importing import import_gazetteer
from syria_events.model import SyriaEventsError
from syria_events.settings import Settings

SHOWN_PROBLEMS = 20


@click.group()
def gazetteer() -> None:
    """Places: import a full gazetteer, look up names."""


@gazetteer.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="Where the import lies (default: var/gazetteer).")
@click.option("--strict", is_flag=True, help="Fail if a single line is wrong.")
def import_(paths: tuple[Path, ...], into: Path | None, strict: bool) -> None:
    """Import GeoNames dumps (SY.txt, SY.zip) and P-code tables (.json, .csv); directories stand for their files."""
    try:
        result = import_gazetteer(paths, into or Settings.from_environment().gazetteer_dir)
    except SyriaEventsError as error:
        raise click.ClickException(str(error)) from error
    for problem in result.problems[:SHOWN_PROBLEMS]:
        click.echo(str(problem), err=True)
    if len(result.problems) > SHOWN_PROBLEMS:
        click.echo(f"… and {len(result.problems) - SHOWN_PROBLEMS} lines more", err=True)
    for name, count in result.per_file:
        click.echo(f"{name}: {count} places")
    click.echo(f"{result.places} places written to {result.written}, {len(result.problems)} lines left out")
    if strict and result.problems:
        raise SystemExit(1)


@gazetteer.command("find")
@click.argument("text")
@click.option("--language", default=None, help="Two-letter code; matters for Turkish and Kurdish endings.")
@click.option("--from", "directory", type=click.Path(path_type=Path), help="Where the import lies.")
def find(text: str, language: str | None, directory: Path | None) -> None:
    """Print the places named in TEXT, what each means, and why."""
    from syria_events.coding.places import PlaceContext, default_gazetteer

    places = default_gazetteer(directory or Settings.from_environment().gazetteer_dir)
    mentions = places.find(text, language)
    for mention in mentions:
        place, reason = places.resolve_with_reason(mention, PlaceContext(mentions, mentions))
        where = f"{place.name} {place.admin1_pcode or place.country} precision {place.precision}" if place else "null"
        click.echo(f"{mention.name} [{mention.qualifier or '-'}] -> {where}: {reason}")
