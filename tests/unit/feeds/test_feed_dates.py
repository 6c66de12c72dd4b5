"""Dates: zones that others read as UTC, months in seven languages, and no invention."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.feeds.dates import parse_date, read_date

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DAMASCUS = "Asia/Damascus"


def read(raw: str, zone: str = DAMASCUS) -> str | None:
    at = read_date(raw, zone, NOW).at
    return at.strftime("%Y-%m-%d %H:%M") if at else None


@pytest.mark.parametrize(
    ("zone", "utc"),
    [
        ("EET", "03:00"),
        ("EEST", "02:00"),
        ("TRT", "02:00"),
        ("IRST", "01:30"),
        ("MSK", "02:00"),
        ("CEST", "03:00"),
        ("CET", "04:00"),
        ("BST", "04:00"),
        ("UTC+3", "02:00"),
        ("GMT+3", "02:00"),
        ("GMT+03:00", "02:00"),
        ("+0330", "01:30"),
        ("+03:30", "01:30"),
        ("-0500", "10:00"),
        ("EST", "10:00"),
        ("GMT", "05:00"),
        ("Z", "05:00"),
        ("", "02:00"),
    ],
)
def test_zones_are_taken_at_their_word_and_the_publishers_where_there_is_none(zone: str, utc: str) -> None:
    assert read(f"Sun, 08 Dec 2024 05:00:00 {zone}".strip()) == f"2024-12-08 {utc}"


@pytest.mark.parametrize(
    ("zone", "utc"), [("Asia/Riyadh", "02:00"), ("America/Halifax", "09:00")], ids=["Arabia", "Atlantic"]
)
def test_an_ambiguous_abbreviation_is_settled_by_the_publisher(zone: str, utc: str) -> None:
    assert read("Sun, 08 Dec 2024 05:00:00 AST", zone) == f"2024-12-08 {utc}"


def test_a_publishers_zone_knows_its_summer_time() -> None:
    assert read("2021-07-01 12:00", DAMASCUS) == "2021-07-01 09:00"
    assert read("2021-12-01 12:00", DAMASCUS) == "2021-12-01 10:00"


@pytest.mark.parametrize(
    "raw",
    [
        "Sun, 08 Dec 2024 05:00:00 +0300",
        "2024-12-08T05:00:00",
        "2024-12-08T05:00:00.123+03:00",
        "2024-12-08T05:00:00+03:00[Europe/Istanbul]",
        "2024-12-08T05:00:00+0300",
        "20241208T020000Z",
        "2024/12/08 05:00",
        "08.12.2024 05:00",
        "08/12/2024 - 05:00",
        "1733623200",
        "1733623200000",
        "8 كانون الأول 2024 05:00",
        "الأحد، 8 ديسمبر 2024 - 05:00 ص",
        "٨ كانون الاول ٢٠٢٤ ٠٥:٠٠",
        "8 Aralık 2024 05:00",
        "08 Aralık 2024, Pazar 05:00",
        "dimanche 8 décembre 2024 à 05h00",
        "Вс, 8 декабря 2024 05:00:00 MSK",
        "8. Dezember 2024 05:00",
        "۸ دسامبر ۲۰۲۴ ۰۵:۰۰",
        "December 8, 2024 5:00 AM",
        "Sun Dec  8 05:00:00 2024",
        "Sun Dec  8 02:00:00 UTC 2024",
        "8-Dec-24 5:00",
        "\u200f8 Dec 2024 05:00\u200f",
    ],
)
def test_all_these_are_five_in_the_morning_in_damascus(raw: str) -> None:
    assert read(raw) == "2024-12-08 02:00"


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("كانون الثاني", 1),
        ("شباط", 2),
        ("آذار", 3),
        ("نيسان", 4),
        ("أيار", 5),
        ("حزيران", 6),
        ("تموز", 7),
        ("آب", 8),
        ("أيلول", 9),
        ("تشرين الأول", 10),
        ("تشرين الثاني", 11),
        ("كانون الأول", 12),
        ("يناير", 1),
        ("août", 8),
        ("Şubat", 2),
        ("KASIM", 11),
        ("Îlon", 9),
        ("сент", 9),
        ("Sept", 9),
    ],
)
def test_months_have_many_names(name: str, month: int) -> None:
    assert read(f"15 {name} 2024 12:00", "UTC") == f"2024-{month:02d}-15 12:00"


def test_day_and_month_stand_in_the_order_of_the_publishers_country() -> None:
    assert read("08/12/2024", "Europe/Paris") == "2024-12-07 23:00"
    assert read("12/08/2024", "America/New_York") == "2024-12-08 05:00"
    assert read("13/08/2024", "America/New_York") == "2024-08-13 04:00"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (None, "missing"),
        ("  ", "missing"),
        ("yesterday", "not a date"),
        ("Sun, 08 Foo 2024 05:00:00 GMT", "Foo is no known month"),
        ("Sun, 08 Dec 2024 05:00:00 XYZ", "XYZ is no known time zone"),
        ("2024-12", "no day"),
        ("2024-02-30", "no such day or time"),
        ("0000-00-00", "no such day or time"),
        ("1403-09-18", "year 1403 is not of the Gregorian calendar"),
        ("2099-01-01", "in the future"),
        ("Tue, 24 Nov 2026 01:00:01 GMT", "in the future"),
        ("1970-01-01T00:00:00Z", "before 2011"),
        ("9" * 1000, "not a date"),
    ],
)
def test_what_cannot_be_is_null_and_says_why(raw: str | None, reason: str) -> None:
    reading = read_date(raw, "UTC", NOW)

    assert reading.at is None
    assert reading.null_reason == reason


def test_a_clock_that_is_a_little_fast_is_believed() -> None:
    assert read("Tue, 24 Nov 2026 00:30:00 GMT", "UTC") == "2026-11-24 00:30"


@given(st.datetimes(min_value=datetime(2011, 1, 2), max_value=datetime(2026, 11, 1)), st.integers(-11, 14))
def test_rfc_822_dates_come_back_as_they_went(at: datetime, hours: int) -> None:
    raw = at.strftime("%a, %d %b %Y %H:%M:%S ") + f"{hours:+03d}00"

    assert (at.replace(microsecond=0) - parse_date(raw, "UTC").replace(tzinfo=None)).total_seconds() == hours * 3600


@given(st.text(max_size=120))
def test_no_text_breaks_the_reading(raw: str) -> None:
    reading = read_date(raw, DAMASCUS, NOW)

    assert (reading.at is None) == (reading.null_reason is not None)
