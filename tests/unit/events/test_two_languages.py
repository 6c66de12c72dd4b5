"""One strike told in Arabic and in English, both coded from their words, is one event; another strike is another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from syria_events.articles.duplicates import Text, find_copies
from syria_events.coding.coder import code_article
from syria_events.events.linkable import LinkableReport, linkable
from syria_events.events.linking import link
from syria_events.model import Article

DAY = datetime(2023, 10, 6, 15, tzinfo=UTC)
SARMIN = (
    (
        "Three killed in shelling of Sarmin",
        "Government artillery shelled the town of Sarmin in Idlib on Friday, killing three civilians and injuring 5.",
    ),
    (
        "مقتل ثلاثة مدنيين بقصف على مدينة سرمين",
        "قتل ثلاثة مدنيين وأصيب خمسة، اليوم الجمعة، بقصف مدفعي لقوات النظام على مدينة سرمين شرقي إدلب.",
    ),
)
AZAZ = (
    (
        "Car bomb kills two in Azaz",
        "A car bomb exploded in a market in Azaz, northern Aleppo, on Friday, killing two people and injuring seven.",
    ),
    (
        "قتيلان بانفجار سيارة مفخخة في اعزاز",
        "قتل شخصان وأصيب سبعة، اليوم الجمعة، بانفجار سيارة مفخخة في سوق مدينة اعزاز شمالي حلب.",
    ),
)
QAMISHLI = (
    (
        "Turkish drone strike kills SDF fighter in Qamishli",
        "A Turkish drone hit a car in the city of Qamishli on Friday, killing a fighter of the SDF.",
    ),
    (
        "مقتل عنصر من قسد باستهداف مسيرة تركية في القامشلي",
        "استهدفت طائرة مسيرة تركية، اليوم الجمعة، سيارة في مدينة القامشلي، ما أدى إلى مقتل عنصر من قسد.",
    ),
)


def lead(language: str, title: str, text: str) -> LinkableReport:
    article = Article(f"{language}-{title}", None, title, text, DAY, language)
    report = next(report for report in code_article(article) if report.realis == "actual")
    return linkable(
        report,
        article,
        report_id=article.article_id,
        source_code=language,
        family=language,
        original_article_id=None,
        first_seen_at=DAY,
    )


def events(*stories: tuple[tuple[str, str], tuple[str, str]]) -> dict[str, str]:
    """Report -> event, of stories told in English and in Arabic."""
    reports = [lead(language, *told) for story in stories for language, told in zip(("en", "ar"), story, strict=True)]
    return {found.report_id: found.cluster for found in link(reports)}


@pytest.mark.parametrize("story", [SARMIN, AZAZ, QAMISHLI], ids=["shelling", "car bomb", "drone"])
def test_arabic_and_english_report_of_one_happening_are_one_event(
    story: tuple[tuple[str, str], tuple[str, str]],
) -> None:
    assert len(set(events(story).values())) == 1


def test_happenings_of_one_day_stay_apart_in_two_languages() -> None:
    assert len(set(events(SARMIN, AZAZ, QAMISHLI).values())) == 3


def test_translation_is_no_copy() -> None:
    texts = [
        Text(language, text, f"{language}.example", language, DAY, language)
        for language, (_, text) in zip(("en", "ar"), SARMIN, strict=True)
    ]
    assert list(find_copies(texts)) == []
