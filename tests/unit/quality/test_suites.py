"""Each expectation turns back the rows that it is about, all of them and no others."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest

from syria_events.quality.articles import article_columns, article_suite
from syria_events.quality.batches import batch_suite
from syria_events.quality.core import core_suite
from syria_events.quality.entries import entry_columns, entry_suite
from syria_events.quality.feeds import feed_suite
from syria_events.quality.mart import mart_suite
from syria_events.quality.report_measures import report_columns
from syria_events.quality.reports import report_suite
from syria_events.quality.suite import Suite
from syria_events.quality.validation import BrokenCheckError, validate

SEEN = datetime(2026, 11, 24, 12, tzinfo=UTC)
ENTRY = {
    "title": "Title",
    "url": "https://o.example/1",
    "published_at": SEEN,
    "updated_at": SEEN,
    "seen_at": SEEN,
    "language": "en-GB",
}
ARTICLE = {
    "title": "Title",
    "body": "Two people were killed when a mine went off near Kobani on Monday.",
    "body_length": 66,
    "language": "en",
    "published_at": SEEN,
    "modified_at": None,
    "seen_at": SEEN,
    "coding_error": None,
    "text_from": "page",
    "wall": None,
}
TEXT = "Mine kills two near Kobani\nTwo people were killed by a mine near Kobani."
ALEPPO = [[36.4, 35.7], [38.5, 35.7], [38.5, 37.0], [36.4, 37.0], [36.4, 35.7]]
"""About the governorate of Aleppo: longitudes and latitudes of a box."""
REPORT = {
    "full_text": TEXT,
    "evidence": [{"start": 0, "end": 26, "quote": TEXT[:26]}],
    "actors": [],
    "casualties": [{"kind": "killed", "victims": "unknown", "low": 2, "best": 2, "high": 2, "cumulative": False}],
    "realis": "actual",
    "event_start_date": date(2026, 11, 23),
    "event_end_date": date(2026, 11, 23),
    "date_precision": "day",
    "claimed_by_status": None,
    "type_is_known": True,
    "seen_at": SEEN,
    "country": "SY",
    "lat": 36.89,
    "lon": 38.35,
    "admin1_pcode": "SY02",
    "place_name": "Kobani",
    "place_start": 20,
    "place_end": 26,
    "place_null_reason": None,
    "governorate_geojson": json.dumps({"type": "Polygon", "coordinates": [ALEPPO]}),
}


BEFORE_THE_WAR = {"event_start_date": date(2004, 3, 12), "event_end_date": date(2004, 3, 12)}


def claim(**changed: Any) -> dict[str, Any]:
    return {"casualties": [{**REPORT["casualties"][0], **changed}]}


CASES = [
    (entry_suite, entry_columns, ENTRY, {"title": " ", "url": None}, "has_title_or_link"),
    (entry_suite, entry_columns, ENTRY, {"url": "file:///etc/passwd"}, "link_is_web_address"),
    (entry_suite, entry_columns, ENTRY, {"url": "/relative"}, "link_is_web_address"),
    (entry_suite, entry_columns, ENTRY, {"published_at": SEEN + timedelta(hours=25)}, "published_not_in_future"),
    (entry_suite, entry_columns, ENTRY, {"published_at": SEEN.replace(year=1970)}, "published_year_plausible"),
    (entry_suite, entry_columns, ENTRY, {"title": "\ufffd\ufffd\ufffd"}, "title_is_readable"),
    (entry_suite, entry_columns, ENTRY, {"published_at": None}, "is_dated"),
    (entry_suite, entry_columns, ENTRY, {"url": "https://o.example/" + "x" * 2000}, "link_not_endless"),
    (entry_suite, entry_columns, ENTRY, {"updated_at": SEEN - timedelta(days=2)}, "edited_after_published"),
    (entry_suite, entry_columns, ENTRY, {"title": "Two &amp; three"}, "title_is_plain"),
    (entry_suite, entry_columns, ENTRY, {"title": "<b>Two</b>"}, "title_is_plain"),
    (entry_suite, entry_columns, ENTRY, {"title": "word " * 200}, "title_not_endless"),
    (entry_suite, entry_columns, ENTRY, {"language": "English (UK)"}, "language_is_a_code"),
    (article_suite, article_columns, ARTICLE, {"wall": "list"}, "is_an_article"),
    (article_suite, article_columns, ARTICLE, {"title": ""}, "has_title"),
    (article_suite, article_columns, ARTICLE, {"published_at": SEEN + timedelta(days=3)}, "published_not_in_future"),
    (article_suite, article_columns, ARTICLE, {"body_length": 300_000}, "body_not_endless"),
    (article_suite, article_columns, ARTICLE, {"body_length": 10}, "body_long_enough"),
    (article_suite, article_columns, ARTICLE, {"language": None}, "has_language"),
    (article_suite, article_columns, ARTICLE, {"body": "<div>" * 20}, "text_is_plain"),
    (article_suite, article_columns, ARTICLE, {"coding_error": "ValueError: x"}, "can_be_coded"),
    (article_suite, article_columns, ARTICLE, {"modified_at": SEEN - timedelta(days=2)}, "edited_after_published"),
    (article_suite, article_columns, ARTICLE, {"title": "word " * 200}, "title_not_endless"),
    (article_suite, article_columns, ARTICLE, {"text_from": "hearsay"}, "text_has_an_origin"),
    (article_suite, article_columns, ARTICLE, {"published_at": None}, "is_dated"),
    (article_suite, article_columns, ARTICLE, {"language": "ar"}, "arabic_is_in_arabic_letters"),
    (article_suite, article_columns, ARTICLE, {"body": "\ufffd" * 60}, "text_is_readable"),
    (report_suite, report_columns, REPORT, {"full_text": TEXT.upper()}, "evidence_equals_slice"),
    (report_suite, report_columns, REPORT, {"evidence": []}, "has_evidence"),
    (report_suite, report_columns, REPORT, claim(low=5), "tolls_in_order"),
    (report_suite, report_columns, REPORT, claim(low=-2, best=2), "tolls_in_order"),
    (report_suite, report_columns, REPORT, claim(best=260_000, high=None), "toll_plausible"),
    (
        report_suite,
        report_columns,
        REPORT,
        {"event_start_date": date(2026, 11, 26), "event_end_date": None},
        "actual_not_in_future",
    ),
    (report_suite, report_columns, REPORT, {"lat": 40.9}, "coordinates_in_syria"),
    (report_suite, report_columns, REPORT, {"admin1_pcode": "SY99"}, "governorate_exists"),
    (report_suite, report_columns, REPORT, {"place_name": None, "place_null_reason": "abroad"}, "has_place"),
    (report_suite, report_columns, REPORT, {"place_name": None}, "null_place_has_reason"),
    (report_suite, report_columns, REPORT, {"place_start": 900, "place_end": 906}, "place_is_in_text"),
    (report_suite, report_columns, REPORT, {"realis": "certain"}, "realis_in_codebook"),
    (report_suite, report_columns, REPORT, {"date_precision": "hour"}, "date_precision_in_codebook"),
    (report_suite, report_columns, REPORT, {"claimed_by_status": "rumoured"}, "status_in_codebook"),
    (report_suite, report_columns, REPORT, {"type_is_known": False}, "type_in_codebook"),
    (report_suite, report_columns, REPORT, claim(kind="hungry"), "claims_in_codebook"),
    (report_suite, report_columns, REPORT, claim(victims="children"), "claims_in_codebook"),
    (report_suite, report_columns, REPORT, {"event_end_date": date(2026, 11, 20)}, "dates_in_order"),
    (report_suite, report_columns, REPORT, {"event_start_date": date(2025, 1, 1)}, "not_a_period"),
    (report_suite, report_columns, REPORT, BEFORE_THE_WAR, "within_the_war"),
    (report_suite, report_columns, REPORT, {"lat": 35.0, "lon": 40.1}, "coordinates_in_governorate"),
]


def failing(suite: Any, prepare: Any, rows: list[dict[str, Any]]) -> dict[str, tuple[int, ...]]:
    results = validate(suite(), pd.DataFrame([prepare(row) for row in rows]))
    return {r.expectation: r.unexpected_rows for r in results if not r.is_met}


@pytest.mark.parametrize(
    ("suite", "prepare", "good"),
    [
        (entry_suite, entry_columns, ENTRY),
        (article_suite, article_columns, ARTICLE),
        (report_suite, report_columns, REPORT),
    ],
)
def test_good_row_meets_everything(suite: Any, prepare: Any, good: dict[str, Any]) -> None:
    assert failing(suite, prepare, [good]) == {}


@pytest.mark.parametrize(("suite", "prepare", "good", "change", "expectation"), CASES, ids=[c[4] for c in CASES])
def test_bad_row_fails_its_expectation_and_leaves_its_neighbours(
    suite: Any, prepare: Any, good: dict[str, Any], change: dict[str, Any], expectation: str
) -> None:
    found = failing(suite, prepare, [good, {**good, **change}, good])
    assert found[expectation] == (1,)
    assert all(rows == (1,) for rows in found.values())


def test_cumulative_toll_may_be_that_of_the_whole_war() -> None:
    row = {**REPORT, **claim(low=260_000, best=260_000, high=None, cumulative=True)}
    assert failing(report_suite, report_columns, [row]) == {}


def test_what_is_planned_may_lie_ahead() -> None:
    row = {**REPORT, "realis": "planned", "event_start_date": date(2026, 12, 25), "event_end_date": None}
    assert failing(report_suite, report_columns, [row]) == {}


def test_every_failing_row_is_named_however_many() -> None:
    rows = [{**ENTRY, "url": "gopher://x"} for _ in range(5000)]
    assert failing(entry_suite, entry_columns, rows)["link_is_web_address"] == tuple(range(5000))


def test_broken_check_is_an_error_and_no_verdict() -> None:
    frame = pd.DataFrame([entry_columns(ENTRY)]).drop(columns=["url"])
    with pytest.raises(BrokenCheckError, match="link_is_web_address"):
        validate(entry_suite(), frame)


def test_no_rows_no_failures() -> None:
    results = validate(entry_suite(), pd.DataFrame())
    assert results
    assert all(r.is_met and r.evaluated_count == 0 for r in results)


class Unrendered:
    """Makes expectations of statements that are not run."""

    def none(self, name: str, **said: Any) -> Any:
        import great_expectations.expectations as gxe

        meta = {"name": name.partition("_")[2], "remedy": said.pop("remedy")}
        return gxe.UnexpectedRowsExpectation(unexpected_rows_query="SELECT 1", meta=meta, **said)


def every_suite() -> list[Suite]:
    rows: Any = Unrendered()
    by_rows = [entry_suite(), article_suite(), report_suite(), batch_suite(), feed_suite()]
    return [*by_rows, core_suite(rows), mart_suite(rows)]


def test_every_expectation_says_what_it_means_and_what_to_do() -> None:
    suites = every_suite()
    assert [suite.name for suite in suites] == ["entries", "articles", "reports", "batches", "feeds", "core", "mart"]
    for suite in suites:
        names = [expectation.meta["name"] for expectation in suite.expectations]
        assert len(set(names)) == len(names)
        for expectation in suite.expectations:
            assert expectation.notes.endswith(".")
            assert expectation.meta["remedy"].endswith(".")


def test_every_row_level_expectation_is_tested_on_a_bad_row() -> None:
    by_rows = [entry_suite, article_suite, report_suite]
    expected = {(suite, e.meta["name"]) for suite in by_rows for e in suite().expectations}
    assert expected - {(suite, name) for suite, _, _, _, name in CASES} == set()
