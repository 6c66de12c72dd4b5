"""The daily report from a real warehouse to a real browser."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg2
import pytest

from syria_events.daily_report.figures import read_figures
from syria_events.daily_report.page import page
from syria_events.daily_report.writing import ReportFileError, write_daily, write_report
from syria_events.warehouse.reference import write_reference
from tests.integration.marts.press import START, Press
from tests.unit.daily_report.made_figures import made_figures
from tests.unit.events.made_reports import killed, made

NOW = datetime(2021, 12, 13, 4, 30, tzinfo=UTC)
HOSTILE = """</script><img src=x onerror="document.title='gone'"><script>document.title='gone'</script>"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)")


@pytest.fixture
def press(warehouse: str) -> Press:
    write_reference(warehouse)
    return Press(warehouse)


@pytest.fixture
def reader(press: Press) -> str:
    """The warehouse as bi_reader meets it."""
    return press.dsn.replace("postgres@", "bi_reader@", 1)


def test_figures_are_those_of_the_dashboards(press: Press, reader: str) -> None:
    press.publish(made("a", claims=(killed(3),), text="Rima Salloum bakery"))
    press.publish(made("b", hour=15, claims=(killed(5),), text="Rima Salloum bakery"))
    figures = read_figures(reader, START.date().replace(day=1), NOW.date(), now=NOW)
    columns = ("events", "killed_low", "killed_best", "killed_high")
    with psycopg2.connect(reader) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(event_count), sum(killed_low), sum(killed_best), sum(killed_high) FROM mart.daily_event"
        )
        expected = dict(zip(columns, map(int, cursor.fetchone()), strict=True))
    assert {"events": figures.totals["event_count"]} | {c: figures.totals[c] for c in columns[1:]} == expected
    assert sum(row["event_count"] for row in figures.days) == expected["events"]
    assert len(figures.governorates) == 14
    assert [row["article_url"] for row in figures.latest] == ["https://example.org/article-b"]


def test_events_before_the_span_are_left_out(press: Press, reader: str) -> None:
    press.publish(made("a", claims=(killed(3),)))
    figures = read_figures(reader, NOW.date(), NOW.date(), now=NOW)
    assert figures.totals["event_count"] == 0
    assert figures.latest == figures.days == []


def test_report_is_written_by_the_day_and_written_again(press: Press, reader: str, tmp_path: Path) -> None:
    file = write_daily(reader, tmp_path / "reports", now=NOW)
    assert write_daily(reader, tmp_path / "reports", now=NOW) == file
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["2021-12-13.html", "latest.html"]
    assert file.read_bytes() == (tmp_path / "reports" / "2021-12-13.html").read_bytes()


def test_file_that_cannot_be_written_is_named(press: Press, reader: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a directory")
    with pytest.raises(ReportFileError, match=r"taken/report\.html.*-o"):
        write_report(reader, tmp_path / "taken" / "report.html", now=NOW)


def test_command_writes_the_file(press: Press, reader: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "syria_events.cli", "report", "-o", str(tmp_path / "r.html"), "--days", "7"]
    environment = {"AIRFLOW_CONN_WAREHOUSE": reader, "PYTHONPATH": "plugins", "PATH": ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "wrote" in done.stderr
    assert (tmp_path / "r.html").stat().st_size > 1_000_000


@needs_chromium
def test_page_draws_all_charts_and_asks_nobody(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    file = tmp_path / "report.html"
    figures = made_figures(text=HOSTILE)
    event = figures.latest[0]
    file.write_text(page(replace(figures, latest=[event, event | {"article_url": "javascript:alert(1)"}])), "utf-8")
    asked: list[str] = []
    trouble: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: trouble.append(message.text))
        tab.on("pageerror", lambda error: trouble.append(str(error)))
        tab.goto(file.as_uri())
        tab.wait_for_selector("html[data-drawn='8']", state="attached")
        assert tab.locator(".chart svg").count() == 8
        tab.locator("#map-events path").first.hover(force=True)
        assert tab.title().startswith("Syria Events")
        assert HOSTILE in tab.locator("#latest").inner_text()
        browser.close()
    assert asked == [file.as_uri()]
    assert trouble == []
