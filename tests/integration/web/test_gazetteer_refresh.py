"""The gazetteer's publishers on loopback: taken when new and sound, left alone otherwise."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from syria_events.coding.places.imported import read_imported
from syria_events.coding.places.importing import import_gazetteer
from syria_events.pipeline.refresh_gazetteer import GazetteerRefreshError, refresh_gazetteer
from syria_events.settings import Settings
from tests.integration.web.publisher import Publisher, Reply, conditional, publisher, reply

MODIFIED = "Sat, 28 Nov 2026 04:00:00 GMT"
NAMES = ("Tell Amber", "Wadi Sarmak", "Ain Qitha", "Deir Mallouh")


def dump(names: Iterable[str]) -> bytes:
    """Return a country dump in GeoNames' layout, packed as GeoNames packs it."""
    rest = ["P", "PPL", "SY", "", "12", *[""] * 3, "0", *[""] * 4]
    rows = [[str(900 + n), name, name, "", f"35.{n}", f"36.{n}", *rest] for n, name in enumerate(names)]
    lines = ["\t".join(row) for row in rows]
    return packed({"readme.txt": "about this file", "SY.txt": "\n".join(lines) + "\n"})


def boundaries() -> bytes:
    """Return a governorate and a sub-district in the layout of OCHA's common operational datasets."""
    area = {"adm1_pcode": "SY07", "adm1_name": "Idleb", "adm1_name1": "ادلب", "center_lat": 35.8, "center_lon": 36.7}
    lower = {
        "adm3_pcode": "SY070301",
        "adm3_name": "Ariha",
        "adm3_name1": "أريحا",
        "center_lat": 35.8,
        "center_lon": 36.6,
    }
    levels = {"syr_admin0": {"adm0_pcode": "SY"}, "syr_admin1": area, "syr_admin3": {**area, **lower}}
    return packed({f"{name}.geojson": json.dumps({"features": [{"properties": p}]}) for name, p in levels.items()})


def packed(files: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)  # at a fixed time, so that the bytes are the same
    return data.getvalue()


@dataclass
class Site:
    """Publishers on loopback and the gazetteer that is refreshed from them."""

    settings: Settings
    publisher: Publisher

    def answer(self, path: str, body: Reply | bytes) -> None:
        self.publisher.routes[path] = body

    def names(self) -> set[str]:
        return {place.name for place in read_imported(self.settings.gazetteer_dir)}

    async def refresh(self) -> dict[str, int]:
        return await asyncio.to_thread(refresh_gazetteer, self.settings)


def played(tmp_path: Path, story: Callable[[Site], object]) -> None:
    """Play a story with both publishers at work."""

    async def run() -> None:
        async with publisher() as site:
            urls = f"{site.url('/dump/SY.zip')},{site.url('/hdx/syr_admin_boundaries.geojson.zip')}"
            environment = {
                "SYRIA_EVENTS_ALLOW_PRIVATE": "127.0.0.0/8",
                "SYRIA_EVENTS_GAZETTEER_URLS": urls,
                "SYRIA_EVENTS_HOST_SECONDS": "0",
                "SYRIA_EVENTS_VAR": str(tmp_path),
            }
            site.routes["/robots.txt"] = reply(b"")
            site.routes["/dump/SY.zip"] = conditional(dump(NAMES), '"one"', MODIFIED)
            site.routes["/hdx/syr_admin_boundaries.geojson.zip"] = conditional(boundaries(), '"b"', MODIFIED)
            await story(Site(Settings.from_environment(environment), site))

    asyncio.run(asyncio.wait_for(run(), 60))


def test_both_publishers_are_imported_and_asked_conditionally_afterwards(tmp_path: Path) -> None:
    async def story(site: Site) -> None:
        assert await site.refresh() == {"replaced": 2, "places": 6}
        assert site.names() == {*NAMES, "Idleb", "Ariha"}
        assert await site.refresh() == {"unchanged": 2}
        last = [asked for asked in site.publisher.asked if asked.path.endswith(".zip")][-2:]
        assert all("if-none-match" in asked.headers and "if-modified-since" in asked.headers for asked in last)

    played(tmp_path, story)


def test_new_dump_replaces_the_old_one_and_leaves_the_other_publisher_in(tmp_path: Path) -> None:
    async def story(site: Site) -> None:
        await site.refresh()
        site.answer("/dump/SY.zip", reply(dump([*NAMES[1:], "Kafr Zayta"])))
        assert await site.refresh() == {"replaced": 1, "unchanged": 1, "places": 6}
        assert "Kafr Zayta" in site.names()
        assert "Tell Amber" not in site.names()
        assert "Ariha" in site.names()

    played(tmp_path, story)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (dump(NAMES[:1]), "1 places where there were 4"),
        (dump(NAMES)[:120], "cannot be read"),
        (b"<html>Please log in</html>", "cannot be read"),
    ],
    ids=["half as large", "cut off", "a login page"],
)
def test_what_is_unsound_is_refused_and_the_rest_taken(tmp_path: Path, body: bytes, message: str) -> None:
    async def story(site: Site) -> None:
        await site.refresh()
        before = site.names()
        site.answer("/dump/SY.zip", reply(body))
        for _ in range(2):
            with pytest.raises(GazetteerRefreshError, match=message) as raised:
                await site.refresh()
            assert "/dump/SY.zip" in str(raised.value)
            assert "gazetteer import" in str(raised.value)
        assert site.names() == before
        site.answer("/dump/SY.zip", reply(dump(NAMES)))
        assert await site.refresh() == {"unchanged": 2}

    played(tmp_path, story)


def test_publishers_out_of_reach_lose_nothing(tmp_path: Path) -> None:
    async def story(site: Site) -> None:
        await site.refresh()
        site.answer("/dump/SY.zip", reply(status="503 Service Unavailable"))
        site.answer("/hdx/syr_admin_boundaries.geojson.zip", b"")
        assert await site.refresh() == {"unreachable": 2}
        assert len(site.names()) == 6

    played(tmp_path, story)


def test_robots_txt_is_obeyed(tmp_path: Path) -> None:
    async def story(site: Site) -> None:
        site.answer("/robots.txt", reply(b"User-agent: *\nDisallow: /hdx/\n"))
        assert await site.refresh() == {"replaced": 1, "unreachable": 1, "places": 4}

    played(tmp_path, story)


def test_import_made_by_hand_is_left_alone(tmp_path: Path) -> None:
    async def story(site: Site) -> None:
        await site.refresh()
        own = tmp_path / "SY.zip"
        own.write_bytes(dump(["My Own Village"]))
        import_gazetteer([own], site.settings.gazetteer_dir)
        asked = len(site.publisher.asked)
        assert await site.refresh() == {"by_hand": 1}
        assert site.names() == {"My Own Village"}
        assert len(site.publisher.asked) == asked

    played(tmp_path, story)


def test_address_that_nothing_can_read_is_named(tmp_path: Path) -> None:
    settings = Settings.from_environment({"SYRIA_EVENTS_VAR": str(tmp_path)})
    with pytest.raises(GazetteerRefreshError, match=r"table\.xlsx.*SYRIA_EVENTS_GAZETTEER_URLS"):
        refresh_gazetteer(replace(settings, gazetteer_urls=("https://publisher.example/table.xlsx",)))
