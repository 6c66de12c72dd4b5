"""From the wire into the landing and back."""

import gzip
from pathlib import Path

from syria_events.landing.reading import read_record
from syria_events.landing.writing import LandingWriter
from syria_events.web.client import FetchRequest
from tests.integration.web.polite import client, run
from tests.integration.web.publisher import publisher, reply

ODD = b"HTTP/1.1 200 Tr\xe8s bien\r\nX-Odd: caf\xe9 \xd8\xb3\r\nContent-Length: 3\r\n\r\nodd"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\nhello\r\n0\r\n\r\n"


def test_what_a_publisher_sent_is_read_back_as_it_sent_it(tmp_path: Path) -> None:
    async def scenario() -> None:
        page = "<p>قصف</p>".encode()
        routes = {
            "a": reply(gzip.compress(page), Content_Encoding="gzip", Content_Type="text/html; charset=utf-8"),
            "b": reply(b"no", status="403 Forbidden"),
            "c": CHUNKED,
            "d": ODD,
        }
        async with publisher(**routes) as site:
            requests = [FetchRequest(site.url(f"/{name}"), key=name) for name in routes]
            with LandingWriter(str(tmp_path), "batch") as writer:
                async with client() as polite:
                    refs = {request.key: writer.add(answer) async for request, answer in polite.fetch_all(requests)}

        landed = {name: read_record(str(tmp_path), ref) for name, ref in refs.items()}
        assert {name: (record.status, record.body) for name, record in landed.items()} == {
            "a": (200, page),
            "b": (403, b"no"),
            "c": (200, b"hello"),
            "d": (200, b"odd"),
        }
        assert landed["a"].content_type == "text/html; charset=utf-8"

    run(scenario())


def test_an_address_with_line_breaks_forges_no_header_of_the_record(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with publisher(ax=reply(b"x")) as site:
            async with client() as polite:
                response = await polite.fetch(FetchRequest(site.url("/a\r\nWARC-Date: never\r\n\r\nx")))
            with LandingWriter(str(tmp_path), "batch") as writer:
                ref = writer.add(response)

        landed = read_record(str(tmp_path), ref)
        assert "\n" not in landed.url
        assert landed.body == response.body

    run(scenario())
