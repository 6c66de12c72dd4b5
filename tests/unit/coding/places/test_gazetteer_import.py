"""Importing a gazetteer: good rows arrive, bad lines are told with file, number and reason, output is stable."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from syria_events.cli.gazetteer import gazetteer as command
from syria_events.coding.places import Gazetteer, PlaceContext, default_gazetteer
from syria_events.coding.places.imported import GazetteerImportError, read_imported
from syria_events.coding.places.importing import import_gazetteer


def geonames_row(**changes: str) -> str:
    row = {
        "id": "900001",
        "name": "Tall Zumurrud",
        "ascii": "Tall Zumurrud",
        "alternates": "Tel Zmurrud,تل زمرد",
        "lat": "35.90",
        "lon": "36.95",
        "class": "P",
        "code": "PPL",
        "country": "SY",
        "cc2": "",
        "admin1": "12",
        **dict.fromkeys(("admin2", "admin3", "admin4"), ""),
        "population": "1200",
        **dict.fromkeys(("elevation", "dem"), ""),
        "zone": "Asia/Damascus",
        "modified": "2026-01-01",
    } | changes
    return "\t".join(row.values())


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "SY.txt"
    path.write_text(geonames_row() + "\n", encoding="utf-8")
    return path


def area(pcode: str, name: str, **more: object) -> dict[str, object]:
    return {
        "name": {"en": name, "ar": "ناحية الزمرد"},
        "aliases": [{"value": f"{name} Subdistrict"}],
        "centroid": {"latitude": 35.9, "longitude": 36.9},
        "externalIds": {"ochaPcode": pcode},
        **more,
    }


def test_an_imported_village_is_found_and_resolved(dump: Path, tmp_path: Path) -> None:
    import_gazetteer([dump], tmp_path / "into")
    places = Gazetteer.shipped().with_import(tmp_path / "into")
    (mention,) = places.find("A mine exploded in the village of Tel Zumurrud")
    place = places.resolve(mention, PlaceContext())
    assert place is not None
    assert (place.place_id, place.admin1_pcode, place.lat, place.lon) == ("gn900001", "SY07", 35.9, 36.95)
    assert [m.name for m in places.find("قصف على قرية تل زمرد", "ar")] == ["تل زمرد"]


def test_a_zipped_dump_is_read_too(dump: Path, tmp_path: Path) -> None:
    archive = tmp_path / "SY.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.write(dump, "SY.txt")
        out.writestr("readme.txt", "about")
    assert import_gazetteer([archive], tmp_path / "into").places == 1


def test_bad_lines_are_told_and_good_ones_kept(dump: Path, tmp_path: Path) -> None:
    bad = [
        "too\tshort",
        geonames_row(lat="north"),
        geonames_row(admin1="77"),
        geonames_row(population="many"),
        geonames_row(id="x"),
    ]
    dump.write_text("\n".join([geonames_row(), *bad]) + "\n", encoding="utf-8")
    result = import_gazetteer([dump], tmp_path / "into")
    assert result.places == 1
    told = [str(problem) for problem in result.problems]
    assert [line.split(": ")[0] for line in told] == [f"SY.txt:{n}" for n in range(2, 7)]
    for words, line in zip(["2 columns", "latitude 'north'", "'77'", "population 'many'", "id 'x'"], told, strict=True):
        assert words in line


def test_the_same_input_gives_the_same_bytes(dump: Path, tmp_path: Path) -> None:
    first = import_gazetteer([dump], tmp_path / "one").written.read_bytes()
    assert import_gazetteer([dump], tmp_path / "two").written.read_bytes() == first


def test_a_place_that_is_shipped_gains_names_and_stays_one_place(dump: Path, tmp_path: Path) -> None:
    dump.write_text(geonames_row(name="Saraqib", ascii="Saraqib", alternates="Zaraqopolis", lat="35.86", lon="36.81"))
    import_gazetteer([dump], tmp_path / "into")
    places = Gazetteer.shipped().with_import(tmp_path / "into")
    assert len(places.places) == len(Gazetteer.shipped().places)
    (mention,) = places.find("in Zaraqopolis")
    assert mention.candidates[0].place_id == "sy07-saraqib"


def test_pcode_tables_in_json(tmp_path: Path) -> None:
    path = tmp_path / "subdistricts.json"
    wrong = area("SY990000", "Nowhere")
    path.write_text(json.dumps([area("SY070099", "Zumurrud"), wrong, {"name": {}}]), encoding="utf-8")
    result = import_gazetteer([path], tmp_path / "into")
    (place,) = read_imported(tmp_path / "into")
    assert (place.place_id, place.kind, place.admin1_pcode, place.admin2_pcode) == (
        *("SY070099", "subdistrict", "SY07"),
        "SY0700",
    )
    assert [problem.line for problem in result.problems] == [2, 3]


@pytest.mark.parametrize(
    "header",
    [
        "ADM1_PCODE,ADM2_PCODE,ADM3_PCODE,ADM3_EN,ADM3_AR,lat,lon",
        "admin1Pcode,admin2Pcode,admin3Pcode,admin3Name_en,admin3Name_ar,latitude,longitude",
    ],
)
def test_pcode_tables_in_csv(tmp_path: Path, header: str) -> None:
    path = tmp_path / "adm3.csv"
    path.write_text(f"{header}\nSY07,SY0700,SY070098,Zumurrud,الزمرد,35.9,36.9\nSY07,SY0700,XX,Bad,,1,1\n")
    result = import_gazetteer([path], tmp_path / "into")
    assert [place.place_id for place in read_imported(tmp_path / "into")] == ["SY070098"]
    assert "adm3.csv:3" in str(result.problems[0])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("SY.txt", "nothing\n", "no place in it"),
        ("areas.json", "{", "cannot be read as JSON"),
        ("areas.json", "{}", "expected a list"),
        ("areas.csv", "a,b\n1,2\n", "no column of P-codes"),
        ("SY.zip", "no archive", "cannot be read as an archive"),
        ("SY.geojson", "{}", "cannot be read as GeoJSON"),
        ("areas.xlsx", "", "expected one of"),
    ],
)
def test_a_file_that_cannot_serve_stops_the_import(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(GazetteerImportError, match=words):
        import_gazetteer([path], tmp_path / "into")
    assert not (tmp_path / "into").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerImportError, match=r"absent\.txt"):
        import_gazetteer([tmp_path / "absent.txt"], tmp_path / "into")


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b broken", b"plain"])
def test_a_damaged_import_names_the_remedy(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "places.tsv.gz").write_bytes(content)
    with pytest.raises(GazetteerImportError, match="import the gazetteer again"):
        read_imported(tmp_path)


def test_without_an_import_the_default_is_what_is_shipped(tmp_path: Path) -> None:
    assert default_gazetteer(tmp_path / "empty") is Gazetteer.shipped()
    assert default_gazetteer() is Gazetteer.shipped()
    with pytest.raises(GazetteerImportError, match="gazetteer import"):
        Gazetteer.shipped().with_import(tmp_path / "empty")


def test_the_command_tells_what_it_did(dump: Path, tmp_path: Path) -> None:
    dump.write_text(geonames_row() + "\nbad line\n", encoding="utf-8")
    into = tmp_path / "into"
    result = CliRunner().invoke(command, ["import", str(dump), "--into", str(into)])
    assert result.exit_code == 0
    assert "1 places written" in result.output
    assert "SY.txt:2: 1 columns" in result.output
    strict = CliRunner().invoke(command, ["import", str(dump), "--into", str(into), "--strict"])
    assert strict.exit_code == 1
    found = CliRunner().invoke(command, ["find", "near the village of Tall Zumurrud", "--from", str(into)])
    assert "SY07" in found.output


def test_the_command_fails_with_the_reason(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["import", str(tmp_path / "absent.txt"), "--into", str(tmp_path)])
    assert result.exit_code == 1
    assert "no such file" in result.output
