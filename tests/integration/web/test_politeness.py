"""How we behave as guests: one at a time, with a pause, by the rules, under our own name."""

import asyncio
from itertools import pairwise

import pytest

from syria_events.web.client import FetchRequest, FetchResponse
from tests.integration.web.polite import AGENT, client, fetch, run
from tests.integration.web.publisher import Asked, Publisher, publisher, redirect, reply

PAGE = b"<html><body>news</body></html>"


def robots(text: str) -> object:
    return reply(text.encode(), Content_Type="text/plain")


async def all_of(polite: object, requests: list[FetchRequest]) -> dict[str, FetchResponse]:
    return {request.key or request.url: answer async for request, answer in polite.fetch_all(requests)}


def test_a_host_is_asked_one_thing_at_a_time() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"x", delay=0.02)) as site:
            async with client() as polite:
                await all_of(polite, [FetchRequest(site.url("/a"), key=str(n)) for n in range(6)])

            assert (len(site.asked), site.most_at_once) == (6, 1)

    run(scenario())


def test_hosts_are_asked_side_by_side() -> None:
    async def scenario() -> None:
        both_here = asyncio.Barrier(2)

        async def wait_for_the_other(asked: Asked, writer: asyncio.StreamWriter) -> None:
            await both_here.wait()
            await reply(b"x")(asked, writer)

        async with publisher(a=wait_for_the_other) as site:
            async with client() as polite:
                hosts = ("127.0.0.1", "127.0.0.2")
                answers = await all_of(polite, [FetchRequest(site.url("/a", host)) for host in hosts])

            assert [answer.body for answer in answers.values()] == [b"x", b"x"]

    run(scenario())


def test_between_two_requests_a_host_has_its_pause() -> None:
    async def scenario() -> None:
        async with publisher(a=redirect("/b"), b=reply(b"x")) as site:
            async with client(per_host_seconds=0.1) as polite:
                await all_of(polite, [FetchRequest(site.url("/a"))] * 2)

            times = [asked.at for asked in site.asked]
            assert len(times) == 4
            assert all(later - earlier >= 0.099 for earlier, later in pairwise(times))

    run(scenario())


def test_a_storm_of_429_stops_at_the_first() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"", status="429 Too Many Requests", Retry_After="3600")) as site:
            requests = [FetchRequest(site.url("/a"), key=str(n)) for n in range(10)]
            async with client(longest_wait=1) as polite:
                answers = await all_of(polite, requests)

            assert len(site.asked) == 1
            assert sorted(answer.status or 0 for answer in answers.values()) == [0] * 9 + [429]
            assert all(3500 < (answer.retry_after_seconds or 0) <= 3601 for answer in answers.values())
            assert {answer.error_class for answer in answers.values()} == {"soft"}

    run(scenario())


def test_a_short_retry_after_is_waited_for() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(status="503 Busy", Retry_After="1"), b=reply(b"x")) as site:
            async with client() as polite:
                answers = await all_of(polite, [FetchRequest(site.url("/a")), FetchRequest(site.url("/b"))])

            assert answers[site.url("/b")].status == 200
            assert site.asked[1].at - site.asked[0].at >= 0.99

    run(scenario())


def test_we_say_who_we_are_and_carry_no_cookies() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"x", Set_Cookie="id=1; Path=/")) as site:
            async with client() as polite:
                await all_of(polite, [FetchRequest(site.url("/a"))] * 2)

            assert [asked.headers["user-agent"] for asked in site.asked] == [AGENT, AGENT]
            assert all("cookie" not in asked.headers and "referer" not in asked.headers for asked in site.asked)

    run(scenario())


@pytest.mark.parametrize(
    ("status", "error_class"),
    [("403 Forbidden", "blocked"), ("401 No", "blocked"), ("402 Pay", "blocked"), ("451 Law", "blocked"),
     ("410 Gone", "gone"), ("404 Not Found", "hard"), ("429 Slow", "soft"), ("500 Oops", "soft"), ("503 Busy", "soft")],
)  # fmt: skip
def test_a_refusal_is_taken_as_one_and_not_tried_again(status: str, error_class: str) -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"<h1>No</h1>", status=status)) as site:
            response = await fetch(site.url("/a"))

            assert (response.status, response.error_class) == (int(status[:3]), error_class)
            assert response.body == b"<h1>No</h1>"
            assert len(site.asked) == 1

    run(scenario())


def test_a_challenge_of_a_bot_wall_is_a_refusal() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(status="503 Wait", cf_mitigated="challenge")) as site:
            assert (await fetch(site.url("/a"))).error_class == "blocked"

    run(scenario())


def test_robots_are_asked_once_and_obeyed_for_pages() -> None:
    async def scenario() -> None:
        rules = robots("User-agent: *\nDisallow: /private\n\nUser-agent: SyriaEvents\nDisallow: /members\n")
        async with publisher(a=reply(PAGE), members=reply(PAGE), private=reply(PAGE)) as site:
            site.routes["/robots.txt"] = rules
            requests = [FetchRequest(site.url(f"/{name}"), purpose="page") for name in ("a", "members", "private")]
            async with client() as polite:
                answers = await all_of(polite, requests)
                known = polite.robots.records

            assert site.paths() == ["/robots.txt", "/a", "/private"]
            assert answers[site.url("/members")].error_class == "robots"
            assert [record.origin for record in known.values()] == [f"http://127.0.0.1:{site.port}"]

    run(scenario())


def test_what_one_client_knows_of_robots_the_next_need_not_ask() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(PAGE)) as site:
            async with client() as polite:
                await polite.fetch(FetchRequest(site.url("/a"), purpose="page"))
                known = polite.robots.records.values()
            async with client(robots=known) as polite:
                await polite.fetch(FetchRequest(site.url("/a"), purpose="page"))

            assert site.paths() == ["/robots.txt", "/a", "/a"]

    run(scenario())


def test_feeds_are_published_for_polling_so_robots_are_not_asked() -> None:
    async def scenario() -> None:
        async with publisher(feed=reply(b"x")) as site:
            site.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
            response = await fetch(site.url("/feed"))

            assert response.status == 200
            assert site.paths() == ["/feed"]

    run(scenario())


@pytest.mark.parametrize(
    ("answer", "error_class"),
    [
        (reply(status="404 Not Found"), None),
        (reply(status="403 Forbidden"), None),
        (reply(status="500 Oops"), "passing"),
        (b"garbage", "passing"),
        (redirect("/rules"), "robots"),
        (robots("\xff\xfe not robots at all <html>"), None),
    ],
    ids=["404", "403", "500", "no http", "redirect", "nonsense"],
)
def test_robots_that_cannot_be_read_allow_or_forbid_as_the_standard_says(answer: object, error_class: str) -> None:
    async def scenario() -> None:
        async with publisher(a=reply(PAGE), rules=robots("User-agent: *\nDisallow: /a")) as site:
            site.routes["/robots.txt"] = answer
            response = await fetch(site.url("/a"), purpose="page")

            assert response.error_class == error_class
            assert ("/a" in site.paths()) == (error_class is None)

    run(scenario())


def test_a_redirect_to_a_forbidden_page_is_not_followed() -> None:
    async def scenario() -> None:
        async with publisher(secret=reply(PAGE)) as other, publisher() as site:
            other.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /")
            site.routes["/a"] = redirect(other.url("/secret", "127.0.0.2"))
            response = await fetch(site.url("/a"), purpose="page")

            assert response.error_class == "robots"
            assert other.paths() == ["/robots.txt"]

    run(scenario())


@pytest.mark.parametrize("delay", ["0", "-5", "nan", "soon", ""])
def test_a_crawl_delay_that_is_none_is_passed_over(delay: str) -> None:
    async def scenario() -> None:
        async with publisher(a=reply(PAGE), b=reply(PAGE)) as site:
            site.routes["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {delay}\n")
            async with client() as polite:
                answers = await all_of(polite, [FetchRequest(site.url(f"/{n}"), purpose="page") for n in "ab"])

            assert {answer.error for answer in answers.values()} == {None}

    run(scenario())


@pytest.mark.parametrize("delay", ["1e308", "86400"])
def test_a_crawl_delay_beyond_patience_leaves_the_rest_for_later(delay: str) -> None:
    async def scenario() -> None:
        async with publisher(a=reply(PAGE), b=reply(PAGE)) as site:
            site.routes["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {delay}\n")
            async with client(longest_wait=1) as polite:
                answers = await all_of(polite, [FetchRequest(site.url(f"/{n}"), purpose="page") for n in "ab"])

            assert sorted(str(answer.error_class) for answer in answers.values()) == ["None", "soft"]
            assert max(answer.held_seconds or 0 for answer in answers.values()) <= 3601

    run(scenario())


def test_crawl_delay_is_kept() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(PAGE), b=reply(PAGE)) as site:
            site.routes["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.3\n")
            async with client() as polite:
                await all_of(polite, [FetchRequest(site.url(f"/{n}"), purpose="page") for n in "ab"])

            assert site.asked[2].at - site.asked[1].at >= 0.29

    run(scenario())


def test_a_consumer_that_stops_early_leaves_nothing_running() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"x"), slow=reply(b"x", delay=9)) as site:
            before = len(asyncio.all_tasks())
            async with client() as polite:
                requests = [FetchRequest(site.url("/a")), FetchRequest(site.url("/slow", "127.0.0.2"))]
                answers = polite.fetch_all(requests)
                async for _ in answers:
                    break
                await answers.aclose()
                ours = [t for t in asyncio.all_tasks() if not t.get_coro().__qualname__.startswith("Publisher.")]

            assert len(ours) <= before

    run(scenario())


def test_a_slow_consumer_slows_the_fetching_down() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(b"x")) as site:
            requests = [FetchRequest(site.url("/a", f"127.0.1.{n}")) for n in range(1, 41)]
            async with client(concurrency=4) as polite:
                answers = polite.fetch_all(requests)
                await anext(answers)
                while len(site.asked) < 6:
                    await asyncio.sleep(0.01)
                await asyncio.sleep(0.1)
                asked_meanwhile = len(site.asked)
                rest = [answer async for answer in answers]

            assert asked_meanwhile == 6
            assert len(rest) == 39

    run(scenario())


def test_answers_come_as_they_are_ready() -> None:
    async def scenario() -> None:
        async with publisher(slow=reply(b"x", delay=0.3), quick=reply(b"x")) as site:
            requests = [
                FetchRequest(site.url("/slow"), key="slow"),
                FetchRequest(site.url("/quick", "127.0.0.2"), key="q"),
            ]
            async with client() as polite:
                order = [request.key async for request, _ in polite.fetch_all(requests)]

            assert order == ["q", "slow"]

    run(scenario())


def test_nobody_at_home_is_an_error_and_no_exception() -> None:
    async def scenario() -> None:
        async with publisher() as site:
            port = site.port
        for url in (Publisher(port=port).url("/"), "http://no-such-host.invalid/"):
            response = await fetch(url)
            assert (response.status, response.error_class) == (None, "passing")

    run(scenario())
