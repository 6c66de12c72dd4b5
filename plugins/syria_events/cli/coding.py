"""`syria-events code | explain`: what the coder makes of articles, for people and for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import click

from syria_events.coding.article_lines import read_articles
from syria_events.coding.coder import CODER_VERSION, code_article
from syria_events.coding.places import Gazetteer, default_gazetteer
from syria_events.coding.report_json import report_to_dict
from syria_events.model import Article, SyriaEventsError
from syria_events.settings import Settings

_gazetteer = click.option(
    "--gazetteer",
    "directory",
    type=click.Path(path_type=Path),
    help="Where an imported gazetteer lies (default: SYRIA_EVENTS_GAZETTEER or var/gazetteer).",
)


@click.command()
@click.argument("articles", type=click.File(encoding="utf-8"))
@_gazetteer
def code(articles: TextIO, directory: Path | None) -> None:
    """Code ARTICLES (JSON lines, - for standard input) and print their reports as JSON lines."""
    places = _places(directory)
    for article in _articles(articles):
        reports = [report_to_dict(report) for report in code_article(article, places)]
        row = {"article_id": article.article_id, "coder_version": CODER_VERSION, "reports": reports}
        click.echo(json.dumps(row, ensure_ascii=False))


@click.command()
@click.argument("article")
@click.option("--html", is_flag=True, help="Print a page of HTML instead of colours.")
@_gazetteer
def explain(article: str, html: bool, directory: Path | None) -> None:
    """Show what was coded from which words of ARTICLE, by which rules.

    ARTICLE is a file of JSON lines, FILE:ID for one of several articles, - for standard input.
    """
    from rich.console import Console

    from syria_events.coding import explain_html, explain_terminal
    from syria_events.coding.explain import explain as explained

    explanation = explained(_chosen(article), _places(directory))
    if html:
        click.echo(explain_html.render(explanation))
    else:
        Console().print(explain_terminal.render(explanation))


def _places(directory: Path | None) -> Gazetteer:
    return default_gazetteer(directory or Settings.from_environment().gazetteer_dir)


def _articles(lines: Iterable[str]) -> Iterator[Article]:
    try:
        for article in read_articles(lines):
            yield article if article.language else replace(article, language=_language(article))
    except SyriaEventsError as error:
        raise click.ClickException(str(error)) from error


def _language(article: Article) -> str | None:
    from syria_events.articles.language import detect_language

    return detect_language(article.full_text).code


def _chosen(name: str) -> Article:
    """The article that FILE or FILE:ID names; a colon may be part of the file's own name."""
    path, _, article_id = (name, "", "") if name == "-" or Path(name).exists() else name.rpartition(":")
    try:
        with click.open_file(path, encoding="utf-8") as lines:
            for article in _articles(lines):
                if not article_id or article.article_id == article_id:
                    return article
    except OSError as error:
        raise click.ClickException(f"{name}: {error.strerror}; give FILE or FILE:ARTICLE_ID") from error
    raise click.ClickException(f"{path} has no article {article_id or 'at all'}")
