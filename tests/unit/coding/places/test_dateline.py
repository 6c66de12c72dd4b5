"""Datelines say where a report was written."""

import pytest

from syria_events.coding.places import dateline_span


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("BEIRUT (Reuters) - Warplanes hit Idlib.", "BEIRUT (Reuters) -"),
        ("Headline\nAMMAN/GENEVA, Feb 3 (Reuters) - Warplanes hit.", "AMMAN/GENEVA, Feb 3 (Reuters) -"),
        ("Damascus, SANA – The army advanced.", "Damascus, SANA –"),
        ("Headline\n\nDAMASCUS, Syria (AP) — Rebels fired.", "DAMASCUS, Syria (AP) —"),
        ("BEIRUT — Rebels fired.", "BEIRUT —"),
        ("دمشق-سانا\nأعلنت الوزارة", "دمشق-سانا"),
        ("بيروت (رويترز) - قالت مصادر", "بيروت (رويترز) -"),
    ],
)
def test_a_dateline_is_found(text: str, dateline: str) -> None:
    span = dateline_span(text)
    assert span is not None
    assert text[slice(*span)].strip() == dateline


@pytest.mark.parametrize(
    "text",
    [
        "Warplanes hit Idlib on Monday.",
        "Idlib: three civilians were killed in shelling.",
        "Aleppo residents flee - again - as shells fall",
        "US - Russia talks on Syria resume",
        "قصف على إدلب يوقع قتلى",
    ],
)
def test_ordinary_openings_are_no_dateline(text: str) -> None:
    assert dateline_span(text) is None
