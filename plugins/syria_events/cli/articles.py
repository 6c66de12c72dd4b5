"""`syria-events extract`: one page as the pipeline would read it."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path

import click

from syria_events.model import Entry


@click.command()
@click.argument("source")
def extract(source: str) -> None:
    """Print the article of a FILE as JSON."""
    from syria_events.articles.extraction import PageInput, extract_article

    page = PageInput(body=Path(source).read_bytes(), content_type="text/html", url=f"file://{source}", status=200)
    entry = Entry("cli", source, None, None, None, "", "", "")
    article = extract_article(page, entry, fetched_at=datetime.now(UTC))
    click.echo(json.dumps(dataclasses.asdict(article), ensure_ascii=False, indent=2, default=str))
