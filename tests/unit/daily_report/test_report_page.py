"""The daily report as text: everything in it is escaped, nothing in it asks for anything."""

from __future__ import annotations

import re

import pytest
from lxml import html

from syria_events.daily_report.charts import charts
from syria_events.daily_report.page import page
from tests.unit.daily_report.made_figures import made_figures

HOSTILE = """</script><script>document.title = "gone"</script><img src="https://evil.example/x.png"> '"&\u2028"""


def test_hostile_words_are_shown_as_words() -> None:
    tree = html.fromstring(page(made_figures(text=HOSTILE)))
    assert len(tree.xpath("//script")) == 2
    assert not tree.xpath("//img | //iframe | //object | //link | //*[@onerror or @onload]")
    assert HOSTILE in tree.xpath("string(//table[@id='latest'])")
    assert tree.xpath("string(//title)") == "Syria Events, 2026-11-22 to 2026-11-23"


def test_hostile_words_do_not_end_a_script() -> None:
    drawing = page(made_figures(text=HOSTILE)).rsplit("<script>", 1)[1].split("</script>")[0]
    assert "registerMap" in drawing
    assert "dataset.drawn" in drawing
    assert "<" not in drawing.replace("=>", "")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://example.org", "//example.org", "", None]
)
def test_only_http_and_https_become_links(url: str | None) -> None:
    tree = html.fromstring(page(made_figures(url=url)))
    assert not tree.xpath("//a")
    assert "Words" in tree.xpath("string(//table[@id='latest'])")


def test_article_is_linked() -> None:
    (link,) = html.fromstring(page(made_figures())).xpath("//a")
    assert link.get("href") == "https://example.org/a"
    assert link.get("rel") == "noopener noreferrer"


def test_toll_is_shown_with_its_range_and_null_as_a_dash() -> None:
    text = html.fromstring(page(made_figures())).text_content()
    assert "5 (3–8)" in text
    assert re.search(r"–\s*injured", text)
    assert re.search(r"25%\s*told by independent", text)


def test_empty_warehouse_makes_a_report_too() -> None:
    none: dict[str, list] = {
        name: [] for name in ("days", "types", "latest", "dyads", "doings", "outlets", "lags", "feeds")
    }
    assert html.fromstring(page(made_figures(**none))).xpath("//div[@id='dyads']")


def test_every_chart_has_its_place() -> None:
    figures = made_figures()
    tree = html.fromstring(page(figures))
    assert {place.get("id") for place in tree.xpath("//div[@class='chart']")} == set(charts(figures))


def test_range_of_claims_is_stacked_on_the_lowest() -> None:
    low, spread, best = charts(made_figures())["days-killed"]["series"]
    assert (low["data"], spread["data"], best["data"]) == ([3, 0], [5, 0], [5, 0])
