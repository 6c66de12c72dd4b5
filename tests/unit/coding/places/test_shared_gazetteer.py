"""The shipped places beside a full dump from elsewhere: points and governorates agree, and the dump imports whole."""

import os
import time
from pathlib import Path

import pytest

from syria_events.coding.names import NameIndex
from syria_events.coding.places import Gazetteer, GazetteerPlace
from syria_events.coding.places.geonames import read_geonames
from syria_events.coding.places.importing import import_gazetteer
from syria_events.coding.places.place import POPULATED

SHARED = Path(os.environ.get("SYRIA_EVENTS_SHARED") or Path(__file__).resolve().parents[5] / "shared") / "gazetteer"
pytestmark = pytest.mark.skipif(not (SHARED / "SY.txt").exists(), reason="no full gazetteer: SYRIA_EVENTS_SHARED")


def test_points_and_governorates_agree_with_the_dump() -> None:
    index: NameIndex[GazetteerPlace] = NameIndex()
    for row in read_geonames(SHARED / "SY.txt")[0]:
        for name in row.names:
            index.add(name, row)
    near = far = elsewhere = 0
    for place in Gazetteer.shipped().places:
        if place.country != "SY" or place.kind not in POPULATED - {"neighbourhood", "camp"} or "(" in place.name:
            continue
        rows = [row for hit in index.scan(place.name) if hit.surface == place.name for row in hit.values]
        if rows:
            closest = min(rows, key=place.kilometres_to)
            near += place.kilometres_to(closest) < 10
            far += place.kilometres_to(closest) >= 10
            elsewhere += place.kilometres_to(closest) < 10 and closest.admin1_pcode not in {place.admin1_pcode, None}
    assert near > 500
    assert near / (near + far) > 0.9
    assert elsewhere / near < 0.01


def test_the_dump_imports_whole_and_loads_fast(tmp_path: Path) -> None:
    result = import_gazetteer([SHARED], tmp_path)
    assert result.places > 10_900
    assert result.problems == ()
    started = time.process_time()
    places = Gazetteer.shipped().with_import(tmp_path)
    assert places.find("قصف على إدلب")
    assert time.process_time() - started < 3.0
