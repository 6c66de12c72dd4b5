"""The shipped tables of places hold together."""

import re
from collections import Counter

from syria_events.coding.places.place import ADMIN, KINDS
from syria_events.coding.places.table import shipped_places

PLACES = shipped_places()
SYRIAN = [place for place in PLACES if place.country == "SY"]
BOX = (32.2, 37.4, 35.5, 42.5)
"""South, north, west and east of Syria, in degrees."""


def test_ids_are_unique() -> None:
    assert [i for i, n in Counter(place.place_id for place in PLACES).items() if n > 1] == []


def test_there_are_the_governorates_and_enough_places() -> None:
    assert sorted(p.place_id for p in PLACES if p.kind == "governorate") == [f"SY{n:02}" for n in range(1, 15)]
    assert len([p for p in PLACES if p.kind == "district"]) >= 60
    assert len([p for p in SYRIAN if p.kind not in ADMIN]) >= 1_000


def test_kinds_and_pcodes_are_valid() -> None:
    for place in PLACES:
        assert place.kind in KINDS, place
        assert re.fullmatch(r"[A-Z]{2}", place.country or "") or place.kind == "region", place
        if place.admin1_pcode:
            assert re.fullmatch(r"SY(0[1-9]|1[0-4])", place.admin1_pcode), place
            assert place.country == "SY", place
        if place.admin2_pcode:
            assert place.admin2_pcode.startswith(place.admin1_pcode or "-"), place


def test_every_place_of_syria_but_vague_ones_has_a_governorate() -> None:
    assert [p.name for p in SYRIAN if not p.admin1_pcode and p.kind not in {"country", "region", "site"}] == []


def test_points_lie_in_syria_and_near_their_district() -> None:
    south, north, west, east = BOX
    seats = {place.place_id: place for place in PLACES if place.kind == "district"}
    for place in SYRIAN:
        if place.lat is None or place.lon is None:
            assert place.kind in {"region", "site"}, place
            continue
        assert south < place.lat < north, place
        assert west < place.lon < east, place
        if place.admin2_pcode:
            assert place.kilometres_to(seats[place.admin2_pcode]) < 185, place


def test_every_name_can_be_indexed() -> None:
    for place in PLACES:
        for name in place.names:
            assert name.strip() == name, place
            assert re.search(r"[^\W\d_]", name), place
