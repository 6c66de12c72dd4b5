"""`syria-events extract FILE`: what an operator sees of one page."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from made_pages import PARAGRAPHS, URL, page

from syria_events.cli.articles import PageError, extract


def test_article_of_a_file_as_json(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(head="<meta property='article:published_time' content='2024-08-27T09:30:00+03:00'>"))
    result = CliRunner().invoke(extract, [str(path), "--url", URL])
    assert result.exit_code == 0, result.output
    shown = json.loads(result.output)
    assert shown["text"] == "\n".join(PARAGRAPHS)
    assert shown["published_at"] == "2024-08-27T09:30:00+03:00"
    assert shown["url"] == "https://orontes-post.example/news/2024/bridge"
    assert shown["relevance"]["decision"] == "irrelevant"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(extract, [str(tmp_path / "none.html")])
    assert isinstance(result.exception, PageError)
    assert "none.html" in str(result.exception)
