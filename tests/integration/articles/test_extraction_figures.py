"""On pages with known text, extraction keeps the figures that it was built for."""

from __future__ import annotations

import pytest

from benchmarks.article_pages import SHARED, body_scores, read_pages
from benchmarks.articles import ours

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason=f"no pages with known articles in {SHARED}")


@pytest.mark.parametrize(("set_name", "least"), [("scrapinghub", 0.970), ("mena", 0.970)])
def test_text_of_known_pages(set_name: str, least: float) -> None:
    pairs = [(ours(page).text, page.gold["body"]) for page in read_pages(set_name)]
    assert body_scores(pairs)[2] >= least


def test_day_and_language_of_known_pages() -> None:
    pages = list(read_pages("fundus"))[::4]
    found = [(ours(page), page.gold) for page in pages]
    days = [f.day == gold["date"] for f, gold in found if gold.get("date")]
    languages = [f.language[:2] == gold["lang"][:2] for f, gold in found if gold.get("lang")]
    assert sum(days) >= len(days) - 1
    assert sum(languages) >= len(languages) - 1
