"""Bodies that are too long, too slow, cut off, or a bomb."""

import gzip
import resource
import zlib
from time import monotonic

import brotli
import pytest

from tests.integration.web.polite import fetch, run
from tests.integration.web.publisher import Reply, drip, publisher, reply

TEXT = b"<rss version='2.0'><channel><title>Syria</title></channel></rss>" * 50
CHUNK = bytes(1 << 24)
CHUNKS = 16


def deflated(compressor: "zlib._Compress") -> bytes:
    return b"".join(compressor.compress(CHUNK) for _ in range(CHUNKS)) + compressor.flush()


def brotli_bomb() -> bytes:
    compressor = brotli.Compressor(quality=5)
    return b"".join(compressor.process(CHUNK) for _ in range(CHUNKS)) + compressor.finish()


@pytest.fixture(scope="module")
def bombs() -> dict[str, tuple[str, bytes]]:
    """A quarter of a gigabyte of zeros, in every encoding that we read."""
    once = deflated(zlib.compressobj(9, zlib.DEFLATED, 31))
    return {
        "gzip": ("gzip", once),
        "deflate": ("deflate", deflated(zlib.compressobj(9))),
        "br": ("br", brotli_bomb()),
        "twice": ("gzip, gzip", gzip.compress(once)),
    }


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "twice"])
def test_a_bomb_does_not_unfold(name: str, bombs: dict[str, tuple[str, bytes]]) -> None:
    encoding, bomb = bombs[name]

    async def scenario() -> None:
        async with publisher(bomb=reply(bomb, Content_Encoding=encoding)) as site:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            response = await fetch(site.url("/bomb"))
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before

        assert (response.error_class, response.truncated) == ("hard", "length")
        assert len(response.body) <= 8 << 20
        assert grown < 64 * 1024

    run(scenario())


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    async def scenario() -> None:
        async with publisher(zstd=reply(b"\x28\xb5\x2f\xfd rest", Content_Encoding="zstd")) as site:
            response = await fetch(site.url("/zstd"))

        assert site.asked[0].headers["accept-encoding"] == "gzip, deflate, br"
        assert (response.error_class, response.body) == ("hard", b"")

    run(scenario())


@pytest.mark.parametrize(
    ("encoding", "wire"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
        ("gzip", gzip.compress(TEXT) + b"\0" * 64),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("br", brotli.compress(TEXT)),
        ("gzip, br", brotli.compress(gzip.compress(TEXT))),
        ("identity", TEXT),
    ],
    ids=["gzip", "members", "padding", "zlib", "raw deflate", "brotli", "two layers", "identity"],
)
def test_bodies_are_decoded_and_kept_as_received(encoding: str, wire: bytes) -> None:
    async def scenario() -> None:
        async with publisher(feed=reply(wire, Content_Encoding=encoding)) as site:
            response = await fetch(site.url("/feed"))

        assert (response.error, response.body, response.wire_body) == (None, TEXT, wire)

    run(scenario())


@pytest.mark.parametrize(
    ("wire", "encoding", "error_class"),
    [
        (gzip.compress(TEXT)[:-20], "gzip", "passing"),
        (brotli.compress(TEXT)[:-4], "br", "passing"),
        (b"no gzip at all", "gzip", "soft"),
        (b"\xff" * 50, "br", "soft"),
        (TEXT, "gzip, gzip, gzip", "hard"),
    ],
    # said here, since bytes as names would change with the time of compression, and workers collect by name
    ids=["gzip cut off", "brotli cut off", "no gzip", "no brotli", "too many layers"],
)
def test_damaged_bodies_are_errors(wire: bytes, encoding: str, error_class: str) -> None:
    async def scenario() -> None:
        async with publisher(feed=reply(wire, Content_Encoding=encoding)) as site:
            response = await fetch(site.url("/feed"))

        assert (response.status, response.error_class) == (200, error_class)

    run(scenario())


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
    ],
    ids=["wrong length", "cut chunks"],
)
def test_a_body_that_ends_early_is_not_taken_for_whole(raw: bytes) -> None:
    async def scenario() -> None:
        async with publisher(feed=raw) as site:
            response = await fetch(site.url("/feed"))

        assert (response.status, response.error_class, response.truncated) == (200, "passing", "disconnect")

    run(scenario())


NO_HTTP = [
    b"",
    b"\r\n\r\n",
    b"SSH-2.0-OpenSSH\r\n",
    b"HTTP/1.1 two hundred\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nshort\r\n",
    b"\xff" * 99,
]


@pytest.mark.parametrize("raw", NO_HTTP)
def test_what_is_no_http_is_an_error(raw: bytes) -> None:
    async def scenario() -> None:
        async with publisher(feed=raw) as site:
            response = await fetch(site.url("/feed"))

        assert (response.status, response.error_class) == (None, "passing")

    run(scenario())


def test_a_body_without_end_is_cut_at_the_limit() -> None:
    async def scenario() -> None:
        async with publisher(feed=drip(b"HTTP/1.1 200 OK\r\n\r\n", bytes(1 << 20), 0)) as site:
            response = await fetch(site.url("/feed"), feed_max_bytes=3 << 20)

        assert (response.error_class, response.truncated) == ("hard", "length")
        assert len(response.wire_body) <= (3 << 20) + 1

    run(scenario())


@pytest.mark.parametrize(
    "slow",
    [reply(delay=19), drip(b"HTTP/1.1 200 OK\r\nX-A: ", b"x"), drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x")],
    ids=["silence", "headers", "body"],
)
def test_a_slow_server_is_bounded_in_time(slow: Reply) -> None:
    async def scenario() -> None:
        async with publisher(feed=slow) as site:
            started = monotonic()
            response = await fetch(site.url("/feed"), total_seconds=0.5)

        assert monotonic() - started < 5
        assert (response.error_class, response.truncated) == ("passing", "time")

    run(scenario())
