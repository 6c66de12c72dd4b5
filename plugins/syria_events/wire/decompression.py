"""Content encodings (RFC 9110, 8.4) taken off piece by piece, so that no bomb ever unfolds in memory."""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

from syria_events.model import SyriaEventsError

ACCEPTED = "gzip, deflate, br"
"""What we ask for: encodings whose decoders can stop in the middle."""
STEP = 65536
MOST_LAYERS = 2


class BodyError(SyriaEventsError):
    """A body that cannot be decoded; `kind` is `encoding`, `damaged`, `truncated` or `too_large`."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class _Layer(Protocol):
    def feed(self, data: bytes, room: int) -> bytes: ...

    def is_complete(self) -> bool: ...


class BoundedDecoder:
    """Decodes a body given in pieces; raises BodyError as soon as more than `max_bytes` would come out."""

    def __init__(self, content_encoding: str | None, max_bytes: int) -> None:
        self._layers = _layers(content_encoding)
        self._max_bytes = max_bytes
        self._out = bytearray()
        self._is_empty = True

    def feed(self, data: bytes) -> None:
        """Decode one piece. Raises BodyError `too_large` or `damaged`."""
        self._is_empty = self._is_empty and not data
        for layer in self._layers:
            # one byte more than allowed is enough to know
            data = layer.feed(data, self._max_bytes - len(self._out) + 1)
        self._out += data
        if len(self._out) > self._max_bytes:
            raise BodyError("too_large", f"body is larger than {self._max_bytes} bytes when decoded")

    def finish(self) -> bytes:
        """Return the decoded body. Raises BodyError `truncated` where an encoding did not come to its end."""
        if not self._is_empty and not all(layer.is_complete() for layer in self._layers):
            raise BodyError("truncated", "compressed body ends before its end")
        return self.decoded

    @property
    def decoded(self) -> bytes:
        """What has been decoded so far, at most `max_bytes`."""
        return bytes(self._out[: self._max_bytes])


def decode_body(body: bytes, content_encoding: str | None, max_bytes: int) -> bytes:
    """Decode a whole body. Raises BodyError."""
    decoder = BoundedDecoder(content_encoding, max_bytes)
    for start in range(0, len(body), STEP):
        decoder.feed(body[start : start + STEP])
    return decoder.finish()


def _layers(content_encoding: str | None) -> list[_Layer]:
    names = [name.strip().lower() for name in (content_encoding or "").split(",")]
    names = [name for name in names if name not in {"", "identity"}]
    if len(names) > MOST_LAYERS:
        raise BodyError("encoding", f"body is encoded {len(names)} times over ({content_encoding})")
    # encodings are listed in the order applied, so the last one comes off first
    return [_layer(name) for name in reversed(names)]


def _layer(name: str) -> _Layer:
    if name in {"gzip", "x-gzip", "deflate"}:
        return _Inflate(is_gzip=name != "deflate")
    if name == "br":
        return _Brotli()
    raise BodyError("encoding", f"content encoding {name} was not asked for and is not read")


class _Inflate:
    """Gzip (RFC 1952, several members allowed) and deflate (RFC 1950, or 1951 as some servers send it)."""

    def __init__(self, *, is_gzip: bool) -> None:
        self._is_gzip = is_gzip
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16 if is_gzip else zlib.MAX_WBITS)
        self._is_fresh = True

    def feed(self, data: bytes, room: int) -> bytes:
        out = bytearray()
        while data and len(out) < room:
            if self._inflate.eof and not self._restart(data):
                break
            out += self._step(data, room - len(out))
            data = self._inflate.unconsumed_tail or self._inflate.unused_data
        return bytes(out)

    def _step(self, data: bytes, room: int) -> bytes:
        try:
            return self._inflate.decompress(data, room)
        except zlib.error as error:
            if self._is_fresh and not self._is_gzip:
                self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
                self._is_fresh = False
                return self._step(data, room)
            raise BodyError("damaged", f"compressed body is damaged: {error}") from error
        finally:
            self._is_fresh = False

    def _restart(self, data: bytes) -> bool:
        """Begin another gzip member; whatever else stands behind the end is padding."""
        if not self._is_gzip or data[:1] != b"\x1f":
            return False
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return True

    def is_complete(self) -> bool:
        return self._inflate.eof


class _Brotli:
    """Brotli (RFC 7932)."""

    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()

    def feed(self, data: bytes, room: int) -> bytes:
        if self._decoder.is_finished():
            return b""
        try:
            out = self._decoder.process(data, output_buffer_limit=room)
            while len(out) < room and not self._decoder.can_accept_more_data():
                out += self._decoder.process(b"", output_buffer_limit=room - len(out))
        except brotli.error as error:
            raise BodyError("damaged", f"compressed body is damaged: {error}") from error
        return out

    def is_complete(self) -> bool:
        return self._decoder.is_finished()
