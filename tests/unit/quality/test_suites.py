"""Each expectation turns back the rows that it is about, all of them and no others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest

from syria_events.quality.articles import article_columns, article_suite
from syria_events.quality.entries import entry_columns, entry_suite
from syria_events.quality.reports import report_columns, report_suite
from syria_events.quality.validation import BrokenCheckError, validate

SEEN = datetime(2026, 11, 24, 12, tzinfo=UTC)
ENTRY = {"title": "Title", "url": "https://o.example/1", "published_at": SEEN, "seen_at": SEEN}
ARTICLE = {
    "title": "Title",
    "body": "Two people were killed when a mine went off near Kobani on Monday.",
    "body_length": 66,
    "language": "en",
    "published_at": SEEN,
    "seen_at": SEEN,
    "coding_error": None,
    "text_from": "page",
    "wall": None,
}
TEXT = "Mine kills two near Kobani\nTwo people were killed by a mine near Kobani."
REPORT = {
    "full_text": TEXT,
    "evidence": [{"start": 0, "end": 26, "quote": TEXT[:26]}],
    "actors": [],
    "casualties": [{"kind": "killed", "low": 2, "best": 2, "high": 2, "cumulative": False}],
    "realis": "actual",
    "event_start_date": date(2026, 11, 23),
    "seen_at": SEEN,
    "country": "SY",
    "lat": 36.89,
    "lon": 38.35,
    "admin1_pcode": "SY02",
    "place_name": "Kobani",
}


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
    (article_suite, article_columns, ARTICLE, {"wall": "list"}, "is_an_article"),
    (article_suite, article_columns, ARTICLE, {"title": ""}, "has_title"),
    (article_suite, article_columns, ARTICLE, {"published_at": SEEN + timedelta(days=3)}, "published_not_in_future"),
    (article_suite, article_columns, ARTICLE, {"body_length": 300_000}, "body_not_endless"),
    (article_suite, article_columns, ARTICLE, {"body_length": 10}, "body_long_enough"),
    (article_suite, article_columns, ARTICLE, {"language": None}, "has_language"),
    (article_suite, article_columns, ARTICLE, {"body": "<div>" * 20}, "text_is_plain"),
    (article_suite, article_columns, ARTICLE, {"coding_error": "ValueError: x"}, "can_be_coded"),
    (report_suite, report_columns, REPORT, {"full_text": TEXT.upper()}, "evidence_equals_slice"),
    (report_suite, report_columns, REPORT, {"evidence": []}, "has_evidence"),
    (report_suite, report_columns, REPORT, claim(low=5), "tolls_in_order"),
    (report_suite, report_columns, REPORT, claim(low=-2, best=2), "tolls_in_order"),
    (report_suite, report_columns, REPORT, claim(best=260_000, high=None), "toll_plausible"),
    (report_suite, report_columns, REPORT, {"event_start_date": date(2026, 11, 26)}, "actual_not_in_future"),
    (report_suite, report_columns, REPORT, {"lat": 40.9}, "coordinates_in_syria"),
    (report_suite, report_columns, REPORT, {"admin1_pcode": "SY99"}, "governorate_exists"),
    (report_suite, report_columns, REPORT, {"place_name": None}, "has_place"),
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
    row = {**REPORT, "realis": "planned", "event_start_date": date(2026, 12, 25)}
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


@pytest.mark.parametrize("suite", [entry_suite, article_suite, report_suite])
def test_every_expectation_says_what_it_means_and_what_to_do(suite: Any) -> None:
    for expectation in suite().expectations:
        assert expectation.notes.endswith(".")
        assert expectation.meta["remedy"].endswith(".")
