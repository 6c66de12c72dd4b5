"""`syria-events articles diff`: what a publisher changed in an article."""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.console import Console
from rich.text import Text

from syria_events.articles.changes import Changes, Piece, Wording, changes
from syria_events.model import SyriaEventsError
from syria_events.settings import Settings
from syria_events.urls import canonical_url
from syria_events.warehouse.rows import Row

STYLES = {"same": "", "removed": "red strike", "added": "green"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
"""Beside the colours, so that a file or a colour-blind reader sees the same."""


class ArticleVersionError(SyriaEventsError):
    """An article that is not there, or a version that it does not have."""


@click.group()
def articles() -> None:
    """Look at articles and their versions."""


@articles.command()
@click.argument("article", metavar="URL|ARTICLE_ID")
@click.option("--from", "first", type=int, help="Version before; by default the one before the other.")
@click.option("--to", "last", type=int, help="Version after; by default the latest.")
def diff(article: str, first: int | None, last: int | None) -> None:
    """Show what changed between two versions of an article: title, sentences, toll."""
    from syria_events.warehouse.connection import transaction
    from syria_events.warehouse.rows import fetch_rows

    with transaction(Settings.from_environment().dsn) as connection:
        parameters = {"article": article, "url": canonical_url(article)}
        rows = fetch_rows(connection, "core/select_article_wordings", parameters)
    before, after = _chosen(article, {row["number"]: row for row in rows}, first, last)
    console = Console(soft_wrap=True, highlight=False)
    console.print(
        f"{after['article_id']}: version {before['number']}, seen {before['seen_at']:%Y-%m-%d %H:%M} UTC,"
        f" to version {after['number']}, seen {after['seen_at']:%Y-%m-%d %H:%M} UTC"
    )
    for line in _lines(changes(_wording(before), _wording(after))):
        console.print(line)


def _chosen(article: str, versions: dict[int, Row], first: int | None, last: int | None) -> tuple[Row, Row]:
    if not versions:
        raise ArticleVersionError(f"{article}: no such article; ids and addresses stand in mart.article_change")
    last = last or max(versions)
    first = first or last - 1
    missing = [number for number in (first, last) if number not in versions]
    if missing:
        raise ArticleVersionError(f"{article}: has no version {missing[0]}, only {', '.join(map(str, versions))}")
    return versions[first], versions[last]


def _wording(row: Row) -> Wording:
    return Wording(row["title"], row["body"], row["killed"], row["injured"])


def _lines(found: Changes) -> list[Text]:
    if not found:
        return [Text("nothing changed")]
    lines = [Text(f"{kind}: {_number(old)} to {_number(new)}", "bold") for kind, old, new in found.tolls]
    if found.title:
        lines.append(Text.assemble(("title  ", "bold"), _marked(found.title)))
    return lines + [Text.assemble(("text   ", "bold"), _marked(sentence)) for sentence in found.sentences]


def _number(toll: int | None) -> str:
    return "no number" if toll is None else str(toll)


def _marked(pieces: Sequence[Piece]) -> Text:
    return Text(" ").join(Text(MARKS[piece.kind].format(piece.text), STYLES[piece.kind]) for piece in pieces)
