"""What every report of a coder keeps to, whatever the text (the codebook's output contract)."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_events.coding.codebook import (
    CASUALTY_KINDS,
    DATE_PRECISIONS,
    REALIS,
    STATUSES,
    VICTIMS,
    acled_types,
    plover_roots,
)
from syria_events.coding.coder import code_article
from syria_events.coding.report_json import report_from_dict, report_to_dict
from syria_events.model import Article, Report
from tests.unit.coding.contrast import article, cases, sets

WORDS = (
    "the army shelled Douma killed at least 12 people on Monday , . rebels Russian air strikes near Aleppo said not"
    " will since 2011 between and 15 wounded by in Idlib province \n Islamic State captured “ ” Syria's war barrel"
    " bombs"
)


def keeps_to_the_contract(text: str, reports: tuple[Report, ...]) -> None:
    assert [report.rank for report in reports] == list(range(1, len(reports) + 1))
    for report in reports:
        assert report.evidence
        assert all(text[span.start : span.end] == span.quote for span in report.evidence)
        assert all(text[actor.start : actor.end] == actor.name for actor in report.actors)
        assert all(0 <= claim.start < claim.end <= len(text) for claim in report.casualties)
        assert report.realis in REALIS
        root = plover_roots()[report.plover_root]
        assert report.plover_mode is None or report.plover_mode in root.modes
        if report.acled_sub_event_type:
            assert acled_types()[report.acled_sub_event_type].event_type == report.acled_event_type
        assert {claim.kind for claim in report.casualties} <= set(CASUALTY_KINDS)
        assert {claim.victims for claim in report.casualties} <= set(VICTIMS)
        day = report.event_date
        assert day.precision in DATE_PRECISIONS
        assert (day.start is None) == (day.precision == "unknown")
        assert day.start is None or day.end is None or day.start <= day.end
        assert report.place is not None or report.place_null_reason
        assert report.claimed_by is None or report.claimed_by.status in STATUSES
        assert report_from_dict(report_to_dict(report)) == report


@pytest.mark.parametrize("path", [*sets("en"), *sets("ar")], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_contrast_sets_keep_to_the_contract(path: Path) -> None:
    for case in cases(path):
        told = article(case)
        keeps_to_the_contract(told.full_text, code_article(told))


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS.split(" ")), max_size=60))
def test_any_order_of_words_keeps_to_the_contract(words: list[str]) -> None:
    told = Article("a", None, " ".join(words[:8]), " ".join(words[8:]), datetime(2016, 6, 5, tzinfo=UTC), "en")
    keeps_to_the_contract(told.full_text, code_article(told))


@settings(max_examples=40, deadline=None)
@given(title=st.text(max_size=40), text=st.text(max_size=200))
def test_any_text_is_survived(title: str, text: str) -> None:
    told = Article("a", None, title, text, None, "en")
    keeps_to_the_contract(told.full_text, code_article(told))


def test_same_article_is_coded_the_same_again() -> None:
    every = itertools.chain.from_iterable(cases(path) for path in sets("en")[:3])
    for case in every:
        assert code_article(article(case)) == code_article(article(case))


def test_languages_without_a_coder_give_no_reports() -> None:
    told = Article("a", None, "Drei Tote in Aleppo", "Bei einem Luftangriff starben drei Menschen.", None, "de")
    assert code_article(told) == ()
