"""Times as pages of the region write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.articles.dates import parse_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الاثنين 17 آب 2024 - 14:05", "2024-08-17T14:05:00+03:00"),
        ("١٧ آب/أغسطس ٢٠٢٤", "2024-08-17T00:00:00+03:00"),
        ("17 تشرين الثاني 2023", "2023-11-17T00:00:00+03:00"),
        ("5 كانون الأول 2024 10:30 م", "2024-12-05T22:30:00+03:00"),
        ("20 أيار, 2024", "2024-05-20T00:00:00+03:00"),
        ("24 نوفمبر 2023 | 12:10 GMT", "2023-11-24T12:10:00+00:00"),
        ("12 جانفي 2022", "2022-01-12T00:00:00+02:00"),
        ("15 Ağustos 2024 Perşembe 13:45", "2024-08-15T13:45:00+03:00"),
        ("Publié le 3 août 2023 à 18h02", "2023-08-03T18:02:00+03:00"),
        ("le 1er février 2024", "2024-02-01T00:00:00+03:00"),
        ("3 мая 2024, 12:30 (МСК)", "2024-05-03T12:30:00+03:00"),
        ("۲۴ مه ۲۰۲۴", "2024-05-24T00:00:00+03:00"),
        ("7 Nîsan 2024", "2024-04-07T00:00:00+03:00"),
        ("Jan. 5, 2024 3:45 p.m. EST", "2024-01-05T15:45:00-05:00"),
        ("2024-05-03T12:00:00+0300", "2024-05-03T12:00:00+03:00"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03T10:00:00+00:00"),
        ("03.04.2024 17:20", "2024-04-03T17:20:00+03:00"),
        ("1714730400", "2024-05-03T10:00:00+00:00"),
        ("20240503T101500Z", "2024-05-03T10:15:00+00:00"),
    ],
)
def test_forms_of_the_press(text: str, expected: str) -> None:
    moment = parse_time(text, "Asia/Damascus")
    assert moment is not None
    assert moment.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    ["2 hours ago", "yesterday", "August 2024", "03/04/2024", "17 آب", "31 شباط 2024", "", "0001-01-01", None, 7],
)
def test_a_day_that_is_not_written_out_is_not_guessed(text: object) -> None:
    assert parse_time(text) is None


def test_day_first_settles_figures() -> None:
    moment = parse_time("03/04/2024", day_first=True)
    assert moment is not None
    assert moment.date() == date(2024, 4, 3)


@given(st.text(max_size=60))
def test_nothing_raises(text: str) -> None:
    moment = parse_time(text)
    assert moment is None or moment.tzinfo is not None


@given(st.dates(min_value=date(1996, 1, 1), max_value=date(2030, 12, 31)))
def test_iso_days_come_back(day: date) -> None:
    moment = parse_time(day.isoformat(), "Asia/Damascus")
    assert moment is not None
    assert moment.date() == day
