"""Redirects and names that lead where we must not go."""

import socket

import aiohttp
import pytest

from syria_events.web.client import FetchRequest
from syria_events.wire.exchange import Redirect
from tests.integration.web.polite import client, fetch, run
from tests.integration.web.publisher import publisher, redirect, reply


def test_redirects_are_followed_and_told() -> None:
    async def scenario() -> None:
        async with publisher(a=redirect("/b", "301 Moved"), b=redirect("../c?x=1#part"), c=reply(b"x")) as site:
            site.routes["/c?x=1"] = site.routes["/c"]
            response = await fetch(site.url("/a"))

            assert (response.status, response.body) == (200, b"x")
            assert response.redirects == (Redirect(301, site.url("/b")), Redirect(302, site.url("/c?x=1")))
            assert (response.url, response.final_url) == (site.url("/a"), site.url("/c?x=1"))

    run(scenario())


def test_a_loop_ends_after_five_redirects() -> None:
    async def scenario() -> None:
        async with publisher(a=redirect("/b"), b=redirect("/a")) as site:
            response = await fetch(site.url("/a"))

            assert (response.status, response.error_class) == (None, "hard")
            assert len(site.asked) == 6

    run(scenario())


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x/", "data:,x", "http://", "http://[bad/", ""]
)
def test_a_redirect_away_from_http_is_not_followed(target: str) -> None:
    async def scenario() -> None:
        async with publisher(a=redirect(target)) as site:
            response = await fetch(site.url("/a"))

            assert response.error_class in {"hard", "soft"}
            assert response.body == b""
            assert len(site.asked) == 1

    run(scenario())


@pytest.mark.parametrize(
    "host", ["127.0.0.2", "localhost", "0.0.0.0", "[::1]", "2130706434", "0x7f000002", "127.2", "[::ffff:127.0.0.2]"]
)
def test_a_redirect_into_the_own_network_is_refused_before_connecting(host: str) -> None:
    async def scenario() -> None:
        async with publisher(secret=reply(b"secret")) as inside, publisher() as site:
            site.routes["/a"] = redirect(inside.url("/secret", host))
            response = await fetch(site.url("/a"), site.port)

            assert response.error_class in {"hard", "passing"}
            assert response.body == b""
            assert inside.asked == []

    run(scenario())


@pytest.mark.parametrize("host", ["169.254.169.254", "10.0.0.1", "192.168.1.1", "100.64.0.1", "[64:ff9b::7f00:1]"])
def test_private_addresses_are_refused_at_once(host: str) -> None:
    async def scenario() -> None:
        response = await fetch(f"http://{host}/", total_seconds=1)

        assert response.error_class == "hard"
        assert "not public" in (response.error or "")

    run(scenario())


class Rebinding(aiohttp.abc.AbstractResolver):
    """A name server that answers an allowed address first and another one afterwards."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list:
        address = self.addresses.pop(0) if len(self.addresses) > 1 else self.addresses[0]
        return [{"hostname": host, "host": address, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        pass


def test_a_name_that_changes_its_answer_is_caught_at_the_connection() -> None:
    async def scenario() -> None:
        close = {"Connection": "close"}
        async with publisher(a=reply(b"x", **close)) as site:
            resolver = Rebinding("127.0.0.1", "127.0.0.2")
            async with client(site.port, resolver=resolver, dns_seconds=0) as polite:
                answers = [await polite.fetch(FetchRequest(site.url("/a", "news.example.org"))) for _ in range(2)]

            assert [answer.error_class for answer in answers] == [None, "hard"]
            assert len(site.asked) == 1

    run(scenario())


def test_a_name_with_one_good_address_among_bad_ones_is_reached_there() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"x")) as site:

            class Mixed(Rebinding):
                async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list:
                    answers = [Rebinding(address) for address in ("10.0.0.1", "127.0.0.1")]
                    return [(await answer.resolve(host, port))[0] for answer in answers]

            async with client(site.port, resolver=Mixed("")) as polite:
                response = await polite.fetch(FetchRequest(site.url("/a", "news.example.org")))

            assert response.body == b"x"

    run(scenario())


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "/etc/passwd", "http://", "http://e.com:99999/", "", "http:// /"]
)
def test_what_is_no_address_of_the_web_is_an_error(url: str) -> None:
    async def scenario() -> None:
        response = await fetch(url)

        assert (response.status, response.error_class) == (None, "hard")

    run(scenario())
