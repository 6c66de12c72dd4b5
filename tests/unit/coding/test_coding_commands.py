"""`syria-events code` and `explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from syria_events.cli.coding import code, explain
from syria_events.coding.coder import CODER_VERSION

STRIKE = {
    "article_id": "strike",
    "title": "Air strike kills six in Ariha",
    "text": "An air strike by Russian jets on the town of Ariha killed six civilians on Tuesday, rescuers said.",
    "published_at": "2016-09-14",
    "language": None,
}
BLAST = {
    "article_id": "blast",
    "title": "Car bomb in Azaz",
    "text": "A car bomb killed four people in Azaz on Monday.",
    "published_at": "2016-09-14T08:00:00Z",
    "language": "en",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(map(json.dumps, (STRIKE, BLAST))) + "\n\n")
    return path


def test_code_prints_a_line_for_each_article(articles: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(code, [str(articles), "--gazetteer", str(tmp_path)])
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert [row["article_id"] for row in rows] == ["strike", "blast"]
    assert {row["coder_version"] for row in rows} == {CODER_VERSION}
    report = rows[0]["reports"][0]
    assert report["acled_sub_event_type"] == "Air/drone strike"
    assert report["event_date"]["start"] == "2016-09-13"
    assert report["place"]["admin1_pcode"] == "SY07"
    text = f"{STRIKE['title']}\n{STRIKE['text']}"
    assert all(text[span["start"] : span["end"]] == span["quote"] for span in report["evidence"])


def test_code_reads_standard_input(tmp_path: Path) -> None:
    result = CliRunner().invoke(code, ["-", "--gazetteer", str(tmp_path)], input=json.dumps(BLAST))
    assert json.loads(result.output)["reports"][0]["acled_sub_event_type"] == "Remote explosive/landmine/IED"


def test_code_names_the_line_that_is_no_article(tmp_path: Path) -> None:
    result = CliRunner().invoke(code, ["-", "--gazetteer", str(tmp_path)], input='{"title": "no text"}')
    assert result.exit_code == 1
    assert "line 1" in result.output


def test_explain_shows_words_and_rules(articles: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(explain, [f"{articles}:blast", "--gazetteer", str(tmp_path)])
    assert result.exit_code == 0
    assert "A car bomb killed four people" in result.output
    assert "Remote explosive/landmine/IED" in result.output
    assert "harm/killed" in result.output or "triggers/" in result.output


def test_explain_as_html_marks_each_field(articles: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(explain, [str(articles), "--html", "--gazetteer", str(tmp_path)])
    assert '<mark class="evidence actor1" title="report 1">' in result.output
    assert "<h2>1. Air/drone strike" in result.output


def test_explain_says_which_article_is_missing(articles: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(explain, [f"{articles}:none", "--gazetteer", str(tmp_path)])
    assert result.exit_code == 1
    assert "no article none" in result.output
