"""The landing: what is written comes back as it was, and what was cut off is never taken for whole."""

import gzip
import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsspec
import pytest
from warcio.archiveiterator import ArchiveIterator

from syria_events.landing.errors import LandingError
from syria_events.landing.reading import read_record
from syria_events.landing.writing import LandingWriter, sweep_unfinished
from syria_events.model import LandingRef
from syria_events.wire.exchange import FetchResponse

NOW = datetime(2026, 11, 24, 12, 30, 15, 123456, tzinfo=UTC)
BODY = "<html>قصف</html>".encode() * 100


def response(body: bytes = BODY, **more: object) -> FetchResponse:
    headers = {"Content-Type": "text/html; charset=utf-8", **more.pop("headers", {})}
    fields = {
        "url": "https://e.com/a",
        "final_url": "https://e.com/b?x=س",
        "started_at": NOW,
        "status": 200,
        "reason": "OK",
        "headers": tuple(headers.items()),
        "body": body,
        "wire_body": body,
    }
    return FetchResponse(**fields | more)


def land(root: Path, *responses: FetchResponse) -> list[LandingRef]:
    with LandingWriter(str(root), "feeds/2026/11/24/batch") as writer:
        return [writer.add(one) for one in responses]


def test_a_response_comes_back_as_it_was(tmp_path: Path) -> None:
    wire = gzip.compress(BODY)
    headers = {"Content-Encoding": "gzip", "X-Odd": "a; b=\u00e9", "ETag": 'W/"1"'}
    (ref,) = land(tmp_path, response(wire_body=wire, headers=headers))

    landed = read_record(str(tmp_path), ref)

    assert (landed.body, landed.status, landed.url) == (BODY, 200, "https://e.com/b?x=س")
    assert landed.content_type == "text/html; charset=utf-8"
    assert dict(landed.headers) | {"ETag": 'W/"1"', "X-Odd": "a; b=\u00e9"} == dict(landed.headers)
    assert ref.sha256 == hashlib.sha256(wire).hexdigest()


def test_each_of_many_records_is_read_by_its_own_range_alone(tmp_path: Path) -> None:
    bodies = [os.urandom(n * 1000) for n in range(1, 20)]
    refs = land(tmp_path, *(response(body) for body in bodies))
    whole = (tmp_path / refs[0].file).read_bytes()
    for ref in refs[:-1]:
        # all but this record is destroyed
        blind = b"\0" * ref.offset + whole[ref.offset : ref.offset + ref.length] + b"\0" * 10
        (tmp_path / ref.file).write_bytes(blind)
        assert read_record(str(tmp_path), ref).body == bodies[refs.index(ref)]


def test_the_file_is_a_warc_that_others_read(tmp_path: Path) -> None:
    (ref, _) = land(
        tmp_path, response(), response(b"cut", truncated="length", headers={"Transfer-Encoding": "chunked"})
    )

    with (tmp_path / ref.file).open("rb") as stream:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Truncated"), r.rec_headers.protocol, r.content_stream().read())
            for r in ArchiveIterator(stream, check_digests="raise")
        ]
    assert [(kind, cut) for kind, cut, _, _ in records[1:]] == [("response", None), ("response", "length")]
    assert {protocol for _, _, protocol, _ in records} == {"WARC/1.1"}
    assert records[2][3] == b"cut"


def test_the_time_of_the_request_is_kept_to_the_microsecond(tmp_path: Path) -> None:
    (ref,) = land(tmp_path, response())

    assert b"WARC-Date: 2026-11-24T12:30:15.123456Z" in gzip.decompress((tmp_path / ref.file).read_bytes())


def test_a_body_without_response_can_be_landed(tmp_path: Path) -> None:
    with LandingWriter(str(tmp_path), "x") as writer:
        ref = writer.add_resource("https://archive.org/x", BODY, "text/html", NOW)

    landed = read_record(str(tmp_path), ref)
    assert (landed.status, landed.body, landed.content_type) == (None, BODY, "text/html")


def test_nothing_stands_under_its_name_before_the_writer_is_closed(tmp_path: Path) -> None:
    with LandingWriter(str(tmp_path), "x") as writer:
        ref = writer.add(response())
        assert not (tmp_path / ref.file).exists()
        with pytest.raises(LandingError, match="missing"):
            read_record(str(tmp_path), ref)
    assert (tmp_path / ref.file).exists()


def test_a_writer_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(LandingError, match="nothing to land"):
        land(tmp_path, response(), response(status=None))
    assert list(tmp_path.rglob("*.warc*")) == []


def test_a_writer_without_records_leaves_no_file(tmp_path: Path) -> None:
    with LandingWriter(str(tmp_path), "a/b"):
        pass
    assert list(tmp_path.rglob("*.warc*")) == []


def test_two_writers_of_one_name_write_two_files(tmp_path: Path) -> None:
    (one,), (other,) = land(tmp_path, response(b"1")), land(tmp_path, response(b"2"))

    assert one.file != other.file
    assert read_record(str(tmp_path), one).body == b"1"


def test_what_dead_writers_left_is_swept_once_it_is_old(tmp_path: Path) -> None:
    writer = LandingWriter(str(tmp_path), "a/b").__enter__()
    writer.add(response())
    now = datetime.now(UTC)

    assert sweep_unfinished(str(tmp_path), older_than=now - timedelta(hours=1)) == 0
    assert sweep_unfinished(str(tmp_path), older_than=now + timedelta(hours=1)) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def damaged(tmp_path: Path, damage: str) -> LandingRef:
    ref, _ = land(tmp_path, response(), response(os.urandom(5000)))
    path, whole = tmp_path / ref.file, (tmp_path / ref.file).read_bytes()
    middle = ref.offset + ref.length // 2
    if damage == "truncated":
        path.write_bytes(whole[:middle])
    elif damage == "no readable record":
        path.write_bytes(whole[:middle] + b"\xff" * 40 + whole[middle + 40 :])
    elif damage == "mismatch":
        return LandingRef(ref.file, ref.offset, ref.length, "0" * 64)
    elif damage == "missing":
        path.unlink()
    return ref


@pytest.mark.parametrize("damage", ["truncated", "no readable record", "mismatch", "missing"])
def test_damage_is_told_with_the_name_of_the_file(tmp_path: Path, damage: str) -> None:
    ref = damaged(tmp_path, damage)

    with pytest.raises(LandingError, match=damage) as caught:
        read_record(str(tmp_path), ref)
    assert ref.file in str(caught.value)


@pytest.mark.parametrize("file", ["../x.warc.gz", "/etc/passwd", "a/../../x"])
def test_no_reference_leads_out_of_the_landing(tmp_path: Path, file: str) -> None:
    with pytest.raises(LandingError, match="not the name"):
        read_record(str(tmp_path / "landing"), LandingRef(file, 0, 1, ""))


def test_any_filesystem_that_fsspec_knows_will_do() -> None:
    with LandingWriter("memory://landing", "a/b") as writer:
        ref = writer.add(response())
        assert not fsspec.filesystem("memory").exists(f"/landing/{ref.file}")

    assert read_record("memory://landing", ref).body == BODY


def test_an_unknown_filesystem_is_named_with_the_remedy() -> None:
    with pytest.raises(LandingError, match="SYRIA_EVENTS_LANDING"):
        LandingWriter("nosuch://bucket", "x")
