"""Arabic dates against the day of publication, Wednesday 5 March 2025."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from syria_events.coding.arabic.dates.dates import dates
from syria_events.coding.arabic.dates.publication import publication_day
from syria_events.coding.arabic.words.reading import read

WEDNESDAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("اليوم الأربعاء", date(2025, 3, 5), "day"),
        ("مساء أمس", date(2025, 3, 4), "day"),
        ("أول أمس", date(2025, 3, 3), "day"),
        ("الليلة الماضية", date(2025, 3, 4), "day"),
        ("يوم الجمعة", date(2025, 2, 28), "day"),
        ("الأربعاء الماضي", date(2025, 2, 26), "day"),
        ("في 27 شباط", date(2025, 2, 27), "day"),
        ("في 20 من كانون الأول الماضي", date(2024, 12, 20), "day"),
        ("14 تشرين الثاني/نوفمبر 2021", date(2021, 11, 14), "day"),
        ("8/12/2024", date(2024, 12, 8), "day"),
        ("قبل ثلاثة أيام", date(2025, 3, 2), "day"),
        ("في آذار 2011", date(2011, 3, 1), "month"),
        ("في 2 الشهر الجاري", date(2025, 3, 2), "day"),
        ("الأسبوع الماضي", date(2025, 2, 26), "week"),
        ("الشهر الماضي", date(2025, 2, 1), "month"),
        ("عام 2013", date(2013, 1, 1), "year"),
        ("العام الماضي", date(2024, 1, 1), "year"),
    ],
)
def test_dates(text: str, start: date, precision: str) -> None:
    reading = read(text)
    found = dates(reading, 0, len(reading.words), WEDNESDAY)
    assert [(when.date.start, when.date.precision) for when in found] == [(start, precision)]


def test_numbers_alone_are_no_dates() -> None:
    reading = read("قتل 14 مدنيا وأصيب 20 آخرون")
    assert dates(reading, 0, len(reading.words), WEDNESDAY) == []


def test_evening_in_utc_is_the_next_day_in_syria() -> None:
    assert publication_day(datetime(2025, 3, 4, 22, 30, tzinfo=UTC), read("عنوان\nنص")) == WEDNESDAY


def test_date_line_at_the_head_stands_before_the_publication_date() -> None:
    reading = read("عنوان\nوكالة\n04/03/2025\nقتل مدني اليوم.")
    assert publication_day(datetime(2025, 3, 5, 9, tzinfo=UTC), reading) == date(2025, 3, 4)


def test_an_old_date_at_the_head_is_no_date_line() -> None:
    reading = read("عنوان\nنشر في 04/03/2015\nقتل مدني اليوم.")
    assert publication_day(datetime(2025, 3, 5, 9, tzinfo=UTC), reading) == WEDNESDAY


def test_text_may_end_where_a_date_might_follow() -> None:
    reading = read("قتل اليوم ،")
    assert [when.last for when in dates(reading, 0, len(reading.words), WEDNESDAY)] == [2]
