"""Coverage of Syria, background, and the rest."""

from __future__ import annotations

import pytest

from benchmarks.relevance import labelled_entries, measure
from syria_events.articles.relevance import judge_article, judge_entry
from syria_events.model import Article


def judged(text: str, scope: str = "world", summary: str = "") -> str:
    return judge_entry(text, summary, language=None, scope=scope).decision


def test_labelled_set_is_large_and_covers_eight_languages() -> None:
    languages = [language for language, _, _ in labelled_entries()]
    assert len(languages) >= 400
    assert min(languages.count(language) for language in set(languages)) >= 40
    assert set(languages) == {"en", "ar", "tr", "fr", "ku", "ru", "fa", "de"}


def test_labelled_set_is_judged_well_in_every_language() -> None:
    scores = measure()
    assert scores["all"][2] >= 0.97
    assert min(f1 for _, _, f1, _ in scores.values()) >= 0.93


@pytest.mark.parametrize("scope", ["world", "region", "syria"])
def test_kitchen_sport_and_antiquity_are_background_whatever_the_feed(scope: str) -> None:
    assert judged("A Syrian chef in Berlin opens a second restaurant", scope) == "background"
    assert judged("Syria beat India in World Cup qualifier after late goal", scope) == "background"
    assert judged("Museum shows coins of the Roman province of Syria", scope) == "background"


def test_what_the_entry_does_not_tell_is_left_open_where_the_feed_makes_it_likely() -> None:
    assert judged("Hezbollah moves fighters across the border", "region") == "undecided"
    assert judged("Hezbollah moves fighters across the border", "world") == "irrelevant"
    assert judged("Three killed in clashes", "syria") == "undecided"
    assert judged("Stock markets close higher", "region") == "irrelevant"


def test_summary_decides_where_the_headline_is_silent() -> None:
    assert (
        judged("Nine killed in strike", summary="<p>Jets hit a market in <b>Idlib</b>, medics in Aleppo said.</p>")
        == "relevant"
    )


def test_names_inside_other_words_do_not_count() -> None:
    for text in ("Assyrian reliefs on show", "Hamas rejects the offer", "All on the same street", "Syracuse snow"):
        assert judged(text) == "irrelevant"


def test_judgement_gives_its_reasons() -> None:
    found = judge_entry("Car bomb in Azaz", "", language="en", scope="world")
    assert any("azaz (place)" in reason for reason in found.reasons)
    assert 0 < found.score <= 1


def article(title: str, text: str, language: str = "en") -> Article:
    return Article("a1", None, title, text, None, language)


def test_article_that_names_syria_once_far_down_is_background() -> None:
    filler = "The committee discussed the budget for schools and roads in the coming year. " * 40
    assert (
        judge_article(
            article("Budget talks drag on", filler + "One member fled Syria in 2014."), scope="world"
        ).decision
        == "background"
    )
    assert judge_article(article("Budget talks drag on", filler), scope="world").decision == "irrelevant"


def test_article_about_syria_under_a_silent_headline_is_coverage() -> None:
    text = "Rebels shelled the road to Aleppo. In Idlib a hospital closed. Damascus sent troops. Homs stayed calm. " * 3
    assert judge_article(article("What we know so far", text), scope="world").decision == "relevant"
