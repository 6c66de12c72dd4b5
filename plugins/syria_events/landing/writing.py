"""Writing the landing: WARC 1.1 (ISO 28500:2017), one gzip member per record, one file per writer."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import posixpath
import secrets
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Self

import fsspec
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from syria_events.landing.errors import LandingError
from syria_events.landing.location import SUFFIX, UNFINISHED, file_path, is_local, open_root
from syria_events.model import LandingRef
from syria_events.wire.exchange import FetchResponse

SOFTWARE = "syria-events"
OUT_OF_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class LandingWriter:
    """A context manager that writes one file; the references it gives hold once it is closed.

    A local file is written under a temporary name beside its place, synced, and renamed at the end; on any other
    filesystem it is uploaded whole. So a file that was cut off is never seen under its name. After an exception nothing
    is kept. Two writers of one name do not meet: every file gets a suffix of its own. A writer that nothing was added
    to leaves no file.
    """

    def __init__(self, root_url: str, name: str) -> None:
        self._fs, self._root = open_root(root_url)
        self.file = f"{name}-{secrets.token_hex(4)}{SUFFIX}"
        self._path = file_path(self._root, self.file)
        self._out: IO[bytes] | None = None
        self._records = 0

    def __enter__(self) -> Self:
        """Open the file."""
        self._out = _open(self._fs, self._path)
        self._warc = WARCWriter(self._out, gzip=True, warc_version="WARC/1.1")
        info = {"software": SOFTWARE, "format": "WARC File Format 1.1"}
        self._warc.write_record(self._warc.create_warcinfo_record(posixpath.basename(self.file), info))
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close the file: published where all went well, thrown away otherwise."""
        if kind is None and self._records:
            self.close()
        else:
            self._discard()

    def add(self, response: FetchResponse) -> LandingRef:
        """Write a response as it was received. Raises LandingError for one without a status: nothing was received."""
        if response.status is None:
            raise LandingError(f"{self.file}: no response came from {response.url}; there is nothing to land")
        headers = _HeadersAsReceived(
            f"{response.status} {response.reason}".strip(), _stored_headers(response), protocol="HTTP/1.1"
        )
        extra = {"WARC-Truncated": response.truncated} if response.truncated else {}
        return self._write("response", response.final_url, response.wire_body, response.started_at, headers, extra)

    def add_resource(self, url: str, body: bytes, content_type: str, at: datetime) -> LandingRef:
        """Write a body that came without an HTTP response of its own, for example from an archive."""
        return self._write("resource", url, body, at, None, {"Content-Type": content_type})

    def _write(
        self,
        kind: str,
        url: str,
        body: bytes,
        at: datetime,
        http_headers: StatusAndHeaders | None,
        extra: dict[str, str],
    ) -> LandingRef:
        if self._out is None:
            raise LandingError(f"{self.file}: is not open for writing")
        sha256 = hashlib.sha256(body).hexdigest()
        record: ArcWarcRecord = self._warc.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=http_headers,
            warc_content_type=extra.pop("Content-Type", ""),
            warc_headers_dict={
                "WARC-Date": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                "WARC-Payload-Digest": f"sha256:{sha256}",
                **extra,
            },
        )
        try:
            offset = self._out.tell()
            self._warc.write_record(record)
            end = self._out.tell()
        except OSError as error:
            raise _unwritable(self.file, error) from error
        self._records += 1
        return LandingRef(self.file, offset, end - offset, sha256)

    def close(self) -> None:
        """Publish the file. Raises LandingError where it cannot be."""
        out, self._out = self._out, None
        if out is None:
            return
        try:
            with out:
                out.flush()
                os.fsync(out.fileno())
            if is_local(self._fs):
                os.rename(out.name, self._path)
                _sync_directory(posixpath.dirname(self._path))
            else:
                self._fs.put_file(out.name, self._path)
                Path(out.name).unlink()
        except OSError as error:
            Path(out.name).unlink(missing_ok=True)
            raise _unwritable(self.file, error) from error

    def _discard(self) -> None:
        out, self._out = self._out, None
        if out is not None:
            with suppress(OSError):  # closing writes what is buffered, which a full disk refuses once more
                out.close()
            Path(out.name).unlink(missing_ok=True)


class _HeadersAsReceived(StatusAndHeaders):
    """Headers that warcio does not percent-encode: publishers do send letters beyond ASCII."""

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Set the bytes of the status line and the headers."""
        self.headers_buff = self.to_bytes(header_filter)


def sweep_unfinished(root_url: str, *, older_than: datetime) -> int:
    """Remove what writers that died have left behind; nothing refers to it. Returns the number of files."""
    fs, root = open_root(root_url)
    if not is_local(fs):
        return 0
    abandoned = [
        path
        for path in Path(root).rglob(f"*{SUFFIX}{UNFINISHED}")
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) < older_than
    ]
    for path in abandoned:
        path.unlink(missing_ok=True)
    return len(abandoned)


def _open(fs: fsspec.AbstractFileSystem, path: str) -> IO[bytes]:
    try:
        if not is_local(fs):
            return tempfile.NamedTemporaryFile(suffix=SUFFIX + UNFINISHED, delete=False)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return open(path + UNFINISHED, "xb")
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(file: str, error: OSError) -> LandingError:
    remedy = "make the landing writable, or name another by SYRIA_EVENTS_LANDING"
    if error.errno in OUT_OF_SPACE:
        remedy = "make room where the landing lies, or name another by SYRIA_EVENTS_LANDING"
    return LandingError(f"{file}: cannot be written: {error.strerror or error}; nothing of it was kept; {remedy}")


def _sync_directory(path: str) -> None:
    """Make a rename survive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stored_headers(response: FetchResponse) -> list[tuple[str, str]]:
    """Return the headers as received; transfer coding is off the body, so its header goes under another name."""
    return [
        ("X-Archive-Orig-" + name if name.lower() == "transfer-encoding" else name, value)
        for name, value in response.headers
    ]
