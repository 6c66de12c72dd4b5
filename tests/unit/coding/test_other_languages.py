"""Languages that are not coded: their articles are placed and their actors known, but no report is made."""

from __future__ import annotations

import pytest

from syria_events.coding.actors import find_actors
from syria_events.coding.coder import code_article
from syria_events.coding.places import Gazetteer
from syria_events.model import Article

TOLD = {
    "tr": (
        "Rus savaş uçakları İdlib'in Eriha ilçesini vurdu, SDG Halep'te ve Münbiç'te ateş açtı.",
        {"Idlib", "Ariha", "Aleppo", "Manbij"},
        {"russia", "sdf"},
    ),
    "fr": (
        "Des avions russes ont bombardé Idleb et Alep, selon les Casques blancs ; combats à Raqqa et à Deir ez-Zor.",
        {"Idlib", "Aleppo", "Ar-Raqqah", "Deir ez-Zor"},
        {"russia", "white_helmets"},
    ),
    "ku": (
        "Balafirên Rûsyayê Idlib bombebaran kirin; HSD li Kobanê û Reqa; Tirkiyê Efrîn û Serêkaniyê topbaran kirin.",
        {"Idlib", "Kobani", "Ar-Raqqah", "Afrin", "Ras al-Ayn"},
        {"russia", "sdf", "turkey"},
    ),
    "ckb": (
        "هێزەکانی سووریای دیموکرات لە کۆبانێ و ڕەققە و حەسەکە؛ تورکیا عەفرینی تۆپباران کرد لە عەفرین.",
        {"Kobani", "Ar-Raqqah", "Al-Hasakah", "Afrin"},
        {"sdf", "turkey"},
    ),
    "ru": (
        "Российская авиация нанесла удары по Идлибу; СДС в Ракке и Дейр-эз-Зоре; боевики ХТШ в Пальмире и Латакии.",
        {"Idlib", "Ar-Raqqah", "Deir ez-Zor", "Palmyra", "Latakia"},
        {"russia", "sdf", "hts"},
    ),
    "fa": (
        "جنگنده‌های روسیه ادلب و حلب را بمباران کردند؛ ارتش سوریه در درعا و شهر رقه، داعش در پالمیرا.",
        {"Idlib", "Aleppo", "Daraa", "Ar-Raqqah", "Palmyra"},
        {"russia", "syrian_government", "islamic_state"},
    ),
}
"""Language -> text, places and groups named in it."""


@pytest.mark.parametrize("language", TOLD)
def test_places_and_actors_are_found(language: str) -> None:
    text, places, groups = TOLD[language]
    gazetteer = Gazetteer.shipped()
    named = {candidate.name for mention in gazetteer.find(text, language) for candidate in mention.candidates}
    assert places <= named | {_SEATS.get(name, name) for name in named}
    assert groups <= {actor.group for actor in find_actors(text, language, None)}


_SEATS = {"Raqqa": "Ar-Raqqah", "Hasakah": "Al-Hasakah", "As-Suwayda": "Suwayda"}
"""Cities whose governorates are spelt another way."""


@pytest.mark.parametrize("language", TOLD)
def test_offsets_refer_to_the_text_as_given(language: str) -> None:
    text = TOLD[language][0]
    for mention in (*Gazetteer.shipped().find(text, language), *find_actors(text, language, None)):
        assert text[mention.start : mention.end] == mention.name


@pytest.mark.parametrize("language", TOLD)
def test_nothing_is_coded(language: str) -> None:
    assert code_article(Article("a", None, "", TOLD[language][0], None, language)) == ()
