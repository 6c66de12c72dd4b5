"""The registry: what is shipped, and what a user's own file may do."""

from pathlib import Path

import pytest

from syria_events.feeds.registry import RegistryError, load_feeds, shipped_feeds

HEADER = "slug,name,url,language,scope,timezone,status\n"


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(text, "utf-8")
    return path


def test_the_package_ships_checked_feeds_enabled_and_unchecked_ones_on_probation() -> None:
    by_status = {status: sum(feed.status == status for feed in shipped_feeds()) for status in ("enabled", "probation")}

    assert by_status == {"enabled": 154, "probation": 125}
    assert all(feed.note for feed in shipped_feeds() if feed.status == "disabled")
    assert {"ar", "en", "tr", "fr", "fa", "ku", "de", "ru"} == {feed.language for feed in shipped_feeds()}
    assert all(feed.family and feed.timezone and feed.homepage for feed in shipped_feeds())


def test_own_feeds_stand_beside_the_shipped_ones_on_probation(tmp_path: Path) -> None:
    path = write(tmp_path, "slug,name,url\nmine,Mine,https://example.org/feed\n")

    feeds = {feed.slug: feed for feed in load_feeds(path)}

    assert len(feeds) == len(shipped_feeds()) + 1
    assert feeds["mine"].status == "probation"
    assert feeds["mine"].family == "example.org"


def test_a_row_with_a_shipped_slug_replaces_that_feed(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "sana-en,SANA,https://sana.sy/en/feed/,en,syria,Asia/Damascus,disabled\n")

    feeds = {feed.slug: feed for feed in load_feeds(path)}

    assert len(feeds) == len(shipped_feeds())
    assert feeds["sana-en"].status == "disabled"


def test_the_shipped_feeds_can_be_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, "slug,name,url\nmine,Mine,https://example.org/feed\n")

    assert [feed.slug for feed in load_feeds(path, only_own=True)] == ["mine"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("My Feed,N,https://e.org/f,en,world,UTC,enabled", "own.csv:2: slug 'My Feed'"),
        ("mine,,https://e.org/f,en,world,UTC,enabled", "own.csv:2: name is empty"),
        ("mine,N,feed.xml,en,world,UTC,enabled", "own.csv:2: url 'feed.xml'"),
        ("mine,N,https://e.org/f,en,moon,UTC,enabled", "own.csv:2: scope 'moon'"),
        ("mine,N,https://e.org/f,en,world,Damascus,enabled", "own.csv:2: timezone 'Damascus'"),
        ("mine,N,https://e.org/f,en,world,UTC,on", "own.csv:2: status 'on'"),
        ("mine,N,https://e.org/f", "own.csv:2: the row has not as many cells"),
        ("mine,N,https://sana.sy/en/feed/,en,world,UTC,enabled", "mine has the address of sana-en"),
        ('mine,"N,https://e.org/f,en,world,UTC,enabled', "quotation mark"),
    ],
)
def test_every_fault_names_its_line_and_what_is_wrong(tmp_path: Path, row: str, fault: str) -> None:
    with pytest.raises(RegistryError, match=r"own\.csv") as caught:
        load_feeds(write(tmp_path, HEADER + row + "\n"))

    assert fault in str(caught.value)


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    rows = "a,A,nowhere,en,world,UTC,enabled\nb,,https://e.org,en,world,UTC,enabled\nb,B,https://e.org/b,en,x,UTC,on\n"

    with pytest.raises(RegistryError) as caught:
        load_feeds(write(tmp_path, HEADER + rows))

    assert [line.split(":")[1] for line in str(caught.value).splitlines()] == ["2", "3", "4", "4"]


def test_a_missing_file_and_a_wrong_header_are_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no such file"):
        load_feeds(tmp_path / "absent.csv")
    with pytest.raises(RegistryError, match="adress"):
        load_feeds(write(tmp_path, "slug,name,url,adress\n"))
