"""A feed polled over real HTTP: what the publisher does, and what the feed's state becomes."""

from datetime import UTC, datetime, timedelta

from syria_events.feeds.schedule import FeedState, Settled, held_hosts, plan, settle
from syria_events.model import Feed
from tests.integration.web.polite import client, run
from tests.integration.web.publisher import Asked, Publisher, conditional, publisher, redirect, reply

HOUR = timedelta(hours=1)
NOW = datetime.now(UTC)


def rss(*numbers: int) -> bytes:
    items = "".join(
        f"<item><guid>g{n}</guid><title>T{n}</title><link>https://e.com/{n}</link>"
        f"<pubDate>{NOW - HOUR * (30 - n):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for n in numbers
    )
    return f"<rss version='2.0'><channel><title>t</title>{items}</channel></rss>".encode()


async def poll(feed: Feed, state: FeedState, now: datetime = NOW) -> Settled:
    async with client(longest_wait=0.5) as polite:
        response = await polite.fetch(plan(state, now))
    return settle(state, response, now, feed)


def feed_at(site: Publisher, path: str = "/feed") -> Feed:
    return Feed(slug="x", name="X", url=site.url(path))


def test_an_unchanged_feed_costs_a_304() -> None:
    async def scenario() -> None:
        async with publisher(feed=conditional(rss(2, 1), 'W/"odd \\" tag"', "not even a date")) as site:
            feed = feed_at(site)
            first = await poll(feed, FeedState.of_feed(feed))
            second = await poll(feed, first.state, NOW + HOUR)

            assert [first.outcome.kind, second.outcome.kind] == ["new", "not_modified"]
            assert second.parsed is None

    run(scenario())


def test_a_lying_etag_hides_nothing_for_longer_than_a_day() -> None:
    async def lying(asked: Asked, writer: object) -> None:
        is_known = "if-none-match" in asked.headers
        await (reply(status="304 Not Modified") if is_known else reply(rss(3, 2), ETag='"same"'))(asked, writer)

    async def scenario() -> None:
        async with publisher(feed=reply(rss(2, 1), ETag='"same"')) as site:
            feed = feed_at(site)
            first = await poll(feed, FeedState.of_feed(feed))
            site.routes["/feed"] = lying
            fooled = await poll(feed, first.state, NOW + HOUR)
            found = await poll(feed, fooled.state, NOW + HOUR * 24)

            assert [fooled.outcome.kind, found.outcome.kind] == ["not_modified", "new"]
            assert found.parsed is not None
            assert [entry.title for entry in found.parsed.entries] == ["T3", "T2"]

    run(scenario())


def test_two_410_a_day_apart_stop_the_feed() -> None:
    async def scenario() -> None:
        async with publisher(feed=reply(status="410 Gone")) as site:
            feed = feed_at(site)
            first = await poll(feed, FeedState.of_feed(feed))
            second = await poll(feed, first.state, NOW + HOUR * 24)

            assert [s.state.status for s in (first, second)] == ["enabled", "disabled"]

    run(scenario())


def test_retry_after_moves_the_next_check() -> None:
    async def scenario() -> None:
        date = {"Date": "Sun, 01 Jan 2023 00:00:00 GMT", "Retry_After": "Sun, 01 Jan 2023 06:00:00 GMT"}
        async with publisher(feed=reply(status="503 Busy", **date)) as site:
            feed = feed_at(site)
            settled = await poll(feed, FeedState.of_feed(feed))

            assert settled.outcome.kind == "limited"
            assert settled.state.next_check_at >= NOW + HOUR * 6

    run(scenario())


def test_a_host_that_asked_for_peace_has_it_from_its_other_feeds_as_well() -> None:
    async def scenario() -> None:
        async with publisher(a=reply(status="429 Slow", Retry_After="3600"), b=reply(rss(1))) as site:
            one, other = feed_at(site, "/a"), feed_at(site, "/b")
            limited = await poll(one, FeedState.of_feed(one))
            held = held_hosts([limited.state], NOW)
            async with client(held=held, longest_wait=1) as polite:
                response = await polite.fetch(plan(FeedState.of_feed(other), NOW))
            settled = settle(FeedState.of_feed(other), response, NOW, other)

            assert site.paths() == ["/a"]
            assert (settled.outcome.kind, settled.state.failures) == ("limited", 0)
            assert settled.state.next_check_at > NOW + HOUR * 0.5  # the clock goes on while other tests run
            assert held_hosts([limited.state], NOW + 2 * HOUR) == {}

    run(scenario())


def test_a_feed_that_moved_for_good_is_followed_and_its_entries_stay_the_same() -> None:
    async def scenario() -> None:
        async with publisher(feed=reply(rss(2, 1))) as site:
            feed = feed_at(site)
            settled = await poll(feed, FeedState.of_feed(feed))
            known = settled.state.known
            site.routes |= {"/feed": redirect("/new/feed.xml", "308 Moved"), "/new/feed.xml": reply(rss(2, 1))}
            for n in range(1, 6):
                settled = await poll(feed, settled.state, NOW + HOUR * 18 * n)

            assert settled.outcome.kind == "moved"
            assert settled.state.url == site.url("/new/feed.xml")
            assert settled.state.known == known

    run(scenario())


def test_a_page_instead_of_a_feed_is_told_apart() -> None:
    async def scenario() -> None:
        async with publisher(feed=reply(b"<html><body>Are you human?</body></html>", Content_Type="text/html")) as site:
            feed = feed_at(site)
            settled = await poll(feed, FeedState.of_feed(feed))

            assert settled.outcome.kind == "not_a_feed"
            assert "Are you human?" in (settled.outcome.evidence or "")

    run(scenario())
