"""Figures on news in which every report is noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy_news import NEWS, Coded, code_news, faults, news_figures
from syria_events.coding.places import Gazetteer

FLOORS = {"en": (0.8, 0.9), "ar": (0.9, 0.95)}
"""Language -> the precision and recall that its news has at least."""
STRIKE = """[[item]]
title = "Israeli drone hits car near Daraa, two killed"
text = "An Israeli drone struck a car near the city of Daraa on Tuesday, killing two men, residents said."
published = 2026-11-25T08:00:00Z
reports = [{ type = %s, day = "2026-11-24", admin1 = "SY12", actor1 = "israel", killed = %d }]
"""
MARKET = """[[item]]
title = "Prices of bread double in Aleppo"
text = "Bakers in Aleppo doubled the price of bread on Monday because flour has become dear."
published = 2026-11-25T08:00:00Z
reports = [{ type = "Armed clash", admin1 = "SY02" }]
"""


def coded(directory: Path, text: str) -> list[Coded]:
    path = directory / "en.toml"
    path.write_text(text, encoding="utf-8")
    return list(code_news(path, Gazetteer.shipped()))


def test_one_of_several_types_is_right_and_a_wrong_toll_is_told(tmp_path: Path) -> None:
    right = coded(tmp_path, STRIKE % ('["Attack", "Air/drone strike"]', 2))
    assert news_figures(right)["precision"] == news_figures(right)["killed"] == 1
    (wrong,) = coded(tmp_path, STRIKE % ('"Air/drone strike"', 3))
    assert len(faults(wrong)) == 1
    assert faults(wrong)[0].startswith("killed of Air/drone strike, Dar")


def test_what_is_too_much_lowers_precision_and_what_is_missed_recall(tmp_path: Path) -> None:
    figures = news_figures(coded(tmp_path, STRIKE % ('"Grenade"', 2) + MARKET))
    assert (figures["precision"], figures["recall"], figures["lead"]) == (0, 0, 0)


@pytest.mark.parametrize("path", sorted(NEWS.glob("*.toml")), ids=lambda path: path.stem)
def test_most_of_what_is_coded_in_news_is_right(path: Path) -> None:
    figures = news_figures(list(code_news(path, Gazetteer.shipped())))
    precision, recall = FLOORS[path.stem]
    assert figures["precision"] >= precision
    assert figures["recall"] >= recall
