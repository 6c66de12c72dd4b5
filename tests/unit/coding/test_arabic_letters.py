"""Folding Arabic letters keeps the way back to the text as given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.coding.arabic_letters import fold, fold_word, stems


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إدلب", "ادلب"),
        ("الرَّقَّة", "الرقه"),
        ("حـــلب", "حلب"),
        ("منبجى", "منبجي"),
        ("١٢ و۳", "12 و3"),
        ("ﻻﺟﺊ", "لاجي"),
        ("کوبانی", "كوباني"),
        ("السويداء", "السويداء"),
    ],
)
def test_writers_habits_are_folded(written: str, folded: str) -> None:
    assert fold_word(written) == folded


def test_a_span_leads_back_to_the_text_as_given() -> None:
    text = "في مَدِينةِ الرَّقَّـةِ أمس"
    folded = fold(text)
    start = folded.text.index("الرقه")
    first, last = folded.span(start, start + len("الرقه"))
    assert text[first:last] == "الرَّقَّـةِ"


def test_text_without_marks_keeps_its_offsets() -> None:
    folded = fold("قصف على إدلب")
    assert folded.span(8, 12) == (8, 12)


@given(st.text(alphabet="اأإبحلﻻة ًّـ\u200f1٢xy", max_size=40))
def test_every_slice_leads_to_a_slice_of_the_text(text: str) -> None:
    folded = fold(text)
    for start in range(len(folded.text)):
        first, last = folded.span(start, start + 1)
        assert 0 <= first < last <= len(text)
        assert fold_word(folded.text[start]) in fold_word(text[first:last])


@pytest.mark.parametrize(
    ("word", "stem"),
    [("وبالرقه", "رقه"), ("للرقه", "رقه"), ("بحلب", "حلب"), ("ولحلب", "حلب"), ("والحسكه", "حسكه"), ("حماه", "حماه")],
)
def test_clitics_are_cut(word: str, stem: str) -> None:
    assert stem in [found for _, found in stems(word)]


def test_short_words_are_not_cut_to_nothing() -> None:
    assert list(stems("وفد")) == [(0, "وفد")]
