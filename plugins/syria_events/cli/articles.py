"""`syria-events extract`: one page as the pipeline would read it."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path

import click

from syria_events.articles.page import PageInput
from syria_events.model import Article, Entry, SyriaEventsError
from syria_events.settings import Settings


class PageError(SyriaEventsError):
    """A page that cannot be had."""


@click.command()
@click.argument("source")
@click.option("--url", default="", help="Address of the page in FILE; settles relative links and the site's name.")
@click.option("--zone", default="UTC", show_default=True, help="IANA zone of times that the page gives without one.")
def extract(source: str, url: str, zone: str) -> None:
    """Print the article of a page, FILE or URL, as JSON: text, metadata with their sources, language, relevance."""
    from syria_events.articles.extraction import extract_article
    from syria_events.articles.relevance import judge_article

    page = _fetched(source) if source.startswith(("http://", "https://")) else _read(Path(source), url)
    entry = Entry("", source, None, page.url or None, None, "", "", "")
    article = extract_article(page, entry, fetched_at=datetime.now(UTC), zone=zone)
    relevance = dataclasses.asdict(judge_article(article, scope="world"))
    click.echo(json.dumps({**_shown(article), "relevance": relevance}, ensure_ascii=False, indent=2))


def _shown(article: Article) -> dict[str, object]:
    times = {name: moment.isoformat() for name in ("published_at", "modified_at") if (moment := getattr(article, name))}
    return dataclasses.asdict(article) | {"content_hash": article.content_hash} | times


def _read(path: Path, url: str) -> PageInput:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise PageError(f"{path}: {error.strerror}; give a file with a page, or a URL that begins with http") from error
    return PageInput(body=body, content_type=None, url=url, status=200)


def _fetched(url: str) -> PageInput:
    from syria_events.pipeline.client import polite_client
    from syria_events.wire.exchange import FetchRequest, FetchResponse

    async def fetch() -> FetchResponse:
        async with polite_client(Settings.from_environment()) as client:
            return await client.fetch(FetchRequest(url=url, purpose="page"))

    response = asyncio.run(fetch())
    if response.status is None:
        raise PageError(f"{url}: {response.error}; nothing was fetched, give a saved page as FILE")
    return PageInput(
        body=response.body,
        content_type=response.header("content-type"),
        url=response.final_url,
        status=response.status,
    )
