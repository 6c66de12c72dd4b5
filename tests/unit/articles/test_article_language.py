"""Languages of the region's press, by running text and by headlines."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from syria_events.articles.language import detect_language

LABELLED = Path(__file__).parents[2] / "data" / "articles"


@pytest.mark.parametrize(
    ("text", "code", "script"),
    [
        ("Hêzên Sûriya Demokratîk li Reqayê operasyonek kirin û sê kes girtin", "ku", "Latn"),
        ("هێزەکانی سوریای دیموکرات لە ڕەقە ئۆپەراسیۆنێکیان ئەنجامدا", "ku", "Arab"),
        ("نیروهای سوری در حلب پیشروی کردند و چند روستا را گرفتند", "fa", "Arab"),
        ("القوات السورية تتقدم في ريف حلب وتسيطر على قرى عدة", "ar", "Arab"),
        ("Suriye'nin kuzeyinde çatışmalar sürüyor, köyler boşaltıldı", "tr", "Latn"),
        ("Правительственные войска вошли в город после боев", "ru", "Cyrl"),
        ("Les forces syriennes avancent au nord d'Alep", "fr", "Latn"),
        ("Syrische Truppen rücken im Norden von Aleppo vor", "de", "Latn"),
        ("Syrian troops advance north of Aleppo after a week of fighting", "en", "Latn"),
    ],
)
def test_languages(text: str, code: str, script: str) -> None:
    found = detect_language(text)
    assert (found.code, found.script) == (code, script)


def test_mixed_page_is_what_most_of_it_is() -> None:
    text = "Reuters – " + "قال المتحدث إن القوات انسحبت من البلدة بعد اتفاق مع الوجهاء. " * 3 + "Copyright 2024"
    assert detect_language(text).code == "ar"


def test_too_little_text_has_no_language() -> None:
    assert detect_language("AFP 12").code is None
    assert detect_language("").script is None


def test_headlines_in_eight_languages() -> None:
    rows = [
        row for path in sorted(LABELLED.glob("relevance_*.csv")) for row in csv.DictReader(path.open(encoding="utf-8"))
    ]
    right = sum(detect_language(row["text"]).code == row["language"] for row in rows)
    assert right / len(rows) > 0.9
