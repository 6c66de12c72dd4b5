"""robots.txt is remembered for a day, also from one batch to the next."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from syria_events.web.robots import RobotsRecord
from syria_events.web.robots_file import read_robots, write_robots

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def record(origin: str, at: datetime = NOW, text: str | None = "User-agent: *\nDisallow: /ü\n") -> RobotsRecord:
    return RobotsRecord(origin, at, text)


def test_records_come_back_until_they_are_a_day_old(tmp_path: Path) -> None:
    path = tmp_path / "var" / "robots.jsonl"
    records = (record("https://a.org"), record("https://b.org", text=""))
    write_robots(path, records, NOW)

    assert read_robots(path, NOW + 23 * HOUR) == records
    assert read_robots(path, NOW + 24 * HOUR) == ()


def test_an_origin_that_could_not_be_reached_is_asked_again_soon(tmp_path: Path) -> None:
    path = tmp_path / "robots.jsonl"
    write_robots(path, [record("https://a.org", text=None)], NOW)

    assert read_robots(path, NOW + HOUR / 12)
    assert not read_robots(path, NOW + HOUR)


def test_writing_keeps_what_others_learned(tmp_path: Path) -> None:
    path = tmp_path / "robots.jsonl"
    write_robots(path, [record("https://a.org"), record("https://b.org")], NOW)
    write_robots(path, [record("https://b.org", NOW + HOUR)], NOW + HOUR)

    assert {r.origin: r.fetched_at for r in read_robots(path, NOW + HOUR)} == {
        "https://a.org": NOW,
        "https://b.org": NOW + HOUR,
    }


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "robots.jsonl"
    for damage in ("", "{", '{"origin": 1}\n', "\x00\xff"):
        path.write_text(damage)
        assert read_robots(path, NOW) == ()
    assert read_robots(tmp_path / "absent", NOW) == ()
