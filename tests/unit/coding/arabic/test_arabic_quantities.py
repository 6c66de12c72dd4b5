"""Arabic numbers as a reader understands them."""

from __future__ import annotations

import pytest

from syria_events.coding.arabic.words.quantities import Quantity, quantity_at
from syria_events.coding.arabic.words.reading import read


def stated(text: str) -> Quantity | None:
    reading = read(text)
    return quantity_at(reading, 0, len(reading.words))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7 مدنيين", 7),
        ("٤٠ جريحا", 40),
        ("1,200 شخص", 1200),
        ("ثلاثة قتلى", 3),
        ("ثلاث نساء", 3),
        ("أحد عشر طفلا", 11),
        ("اثنتي عشرة امرأة", 12),
        ("خمسة عشر عنصرا", 15),
        ("خمسة وعشرين مدنيا", 25),
        ("مئة وعشرون قتيلا", 120),
        ("ثلاثمئة معتقل", 300),
        ("مئتي شخص", 200),
        ("ألفي نازح", 2000),
        ("ثلاثة آلاف نازح", 3000),
        ("12 ألف نازح", 12000),
    ],
)
def test_number_words_and_digits(text: str, number: int) -> None:
    quantity = stated(text)
    assert quantity is not None
    assert (quantity.low, quantity.best, quantity.high) == (number, number, number)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("ما لا يقل عن 12 مدنيا", (12, 12, None)),
        ("أكثر من عشرين قتيلا", (20, 20, None)),
        ("12 على الأقل", (12, 12, None)),
        ("عشرات القتلى", (10, 10, None)),
        ("مئات الجرحى", (100, 100, None)),
        ("نحو 30 شخصا", (None, 30, None)),
        ("بين 12 و15 مسلحا", (12, 12, 15)),
    ],
)
def test_bounds_follow_the_codebook(text: str, bounds: tuple[int | None, ...]) -> None:
    quantity = stated(text)
    assert quantity is not None
    assert (quantity.low, quantity.best, quantity.high) == bounds


@pytest.mark.parametrize("text", ["قوات النظام", "الأحد الماضي", "والدته", "من بلدة"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert stated(text) is None
