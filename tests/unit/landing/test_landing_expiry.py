"""Which files of a landing are of days long gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from syria_events.landing.expiry import delete_days_before


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")


def test_files_of_earlier_days_go_and_are_counted(tmp_path: Path) -> None:
    old = ("feeds/2026/11/01/a-1.warc.gz", "pages/2026/10/31/b-2.warc.gz")
    kept = (
        "feeds/2026/11/02/c-3.warc.gz",
        "pages/2026/11/01/readme.txt",
        "pages/2026/11/01/d-4.warc.gz.open",
        "x.warc.gz",
    )
    put(tmp_path, *old, *kept)
    assert delete_days_before(str(tmp_path), date(2026, 11, 2)) == (2, 10)
    assert [name for name in (*old, *kept) if (tmp_path / name).exists()] == list(kept)
    assert delete_days_before(str(tmp_path), date(2026, 11, 2)) == (0, 0)


def test_landing_that_is_not_there_yet_has_nothing_to_delete(tmp_path: Path) -> None:
    assert delete_days_before(str(tmp_path / "none"), date(2026, 11, 2)) == (0, 0)


def test_other_filesystems_are_cleaned_as_well() -> None:
    import fsspec

    fs = fsspec.filesystem("memory")
    fs.pipe_file("/expiry/feeds/2026/01/01/a.warc.gz", b"1")
    fs.pipe_file("/expiry/feeds/2026/11/03/b.warc.gz", b"1")
    assert delete_days_before("memory://expiry", date(2026, 11, 2)) == (1, 1)
    assert fs.find("/expiry") == ["/expiry/feeds/2026/11/03/b.warc.gz"]
