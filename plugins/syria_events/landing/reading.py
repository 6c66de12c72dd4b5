"""Reading one record of the landing: one seek, one range."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader

from syria_events.landing.errors import LandingError
from syria_events.landing.location import file_path, open_root
from syria_events.model import LandingRef
from syria_events.wire.decompression import BodyError, decode_body

MOST_BYTES = 64 << 20
"""No body in the landing is larger when decoded; the client's limits are far below."""


@dataclass(frozen=True, slots=True)
class LandedResponse:
    """A response as it was received, `body` without its content encoding; `status` is null where there was none."""

    url: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    content_type: str | None
    body: bytes


def read_record(root_url: str, ref: LandingRef) -> LandedResponse:
    """Read one record back. Raises LandingError where the file is missing, cut off, or not what was written."""
    fs, root = open_root(root_url)
    try:
        member = fs.cat_file(file_path(root, ref.file), start=ref.offset, end=ref.offset + ref.length)
    except FileNotFoundError:
        raise LandingError(f"{ref.file}: missing in the landing {root_url}; restore it from its backup") from None
    except OSError as error:
        raise LandingError(f"{ref.file}: cannot be read: {error}") from error
    if len(member) != ref.length:
        raise LandingError(f"{ref.file}: truncated: {len(member)} of {ref.length} bytes at {ref.offset}")
    return _read_member(member, ref)


def _read_member(member: bytes, ref: LandingRef) -> LandedResponse:
    where = f"{ref.file} at {ref.offset}"
    try:
        record = ArcWarcRecordLoader().parse_record_stream(io.BytesIO(zlib.decompress(member, zlib.MAX_WBITS | 16)))
        wire = record.raw_stream.read()
    except (zlib.error, ArchiveLoadFailed, ValueError, EOFError, AttributeError) as error:
        raise LandingError(f"{where}: no readable record: {error}") from error
    if hashlib.sha256(wire).hexdigest() != ref.sha256:
        raise LandingError(f"{where}: mismatch: the body is not the one that was written (SHA-256 differs)")
    http = record.http_headers
    headers = tuple(http.headers) if http else ()
    encoding = http.get_header("Content-Encoding") if http else None
    return LandedResponse(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        status=int(http.get_statuscode()) if http else None,
        headers=headers,
        content_type=http.get_header("Content-Type") if http else record.content_type,
        body=_decode(wire, encoding, where, is_cut=record.rec_headers.get_header("WARC-Truncated") is not None),
    )


def _decode(wire: bytes, encoding: str | None, where: str, *, is_cut: bool) -> bytes:
    try:
        return decode_body(wire, encoding, MOST_BYTES)
    except BodyError as error:
        if is_cut:
            return b""
        raise LandingError(f"{where}: body cannot be decoded: {error}") from error
