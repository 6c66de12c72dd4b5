"""Polling, step by step, with a clock that stands where the test puts it."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from syria_events.feeds.schedule import FeedState, Settled, plan, settle
from syria_events.model import Feed
from syria_events.wire.exchange import FetchResponse, Redirect

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FEED = Feed(slug="x", name="X", url="https://example.com/feed", timezone="Asia/Damascus")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def rss(*numbers: int, at: datetime = NOW, built: str = "") -> bytes:
    items = "".join(
        f"<item><guid>g{n}</guid><title>T{n}</title><link>https://example.com/{n}</link>"
        f"<pubDate>{at - HOUR * (i + 1):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        for i, n in enumerate(numbers)
    )
    return f"<rss version='2.0'><channel><title>t</title>{built}{items}</channel></rss>".encode()


def answer(body: bytes = b"", status: int = 200, *, at: datetime = NOW, **more: object) -> FetchResponse:
    headers = tuple(more.pop("headers", {}).items())
    fields = {"url": FEED.url, "final_url": FEED.url, "started_at": at, "status": status, "body": body}
    return FetchResponse(**fields | {"headers": headers, **more})


def step(state: FeedState, response: FetchResponse, now: datetime = NOW) -> Settled:
    """Settle an answer, and go through the database's form of the state on the way."""
    settled = settle(state, response, now, FEED)
    stored = json.loads(json.dumps(settled.state.to_row()))
    back = FeedState.from_row(stored, replace(FEED, status=settled.state.status))
    assert back == settled.state
    return settled


@pytest.fixture
def fresh() -> FeedState:
    return FeedState.of_feed(FEED)


@pytest.fixture
def polled(fresh: FeedState) -> FeedState:
    return step(fresh, answer(rss(3, 2, 1), headers={"ETag": 'W/"a"', "Last-Modified": "yesterday-ish"})).state


def test_the_first_request_has_no_conditions_and_the_next_has_both_as_they_came(fresh: FeedState) -> None:
    state = step(fresh, answer(rss(1), headers={"ETag": 'W/"a"', "Last-Modified": "Mon"})).state

    assert {"If-None-Match", "If-Modified-Since"}.isdisjoint(plan(fresh, NOW).headers)
    request = plan(state, NOW + HOUR, key="x")
    assert (request.headers["If-None-Match"], request.headers["If-Modified-Since"]) == ('W/"a"', "Mon")
    assert (request.url, request.key, request.purpose) == (FEED.url, "x", "feed")


def test_once_a_day_the_request_has_no_conditions(polled: FeedState) -> None:
    quiet = step(polled, answer(status=304, at=NOW + HOUR * 23), NOW + HOUR * 23).state

    assert "If-None-Match" in plan(quiet, NOW + HOUR * 23).headers
    assert "If-None-Match" not in plan(quiet, NOW + DAY).headers


def test_a_304_is_good_and_renews_the_validators_that_it_repeats(polled: FeedState) -> None:
    settled = step(polled, answer(status=304, headers={"ETag": '"b"'}))

    assert (settled.outcome.kind, settled.parsed, settled.state.failures) == ("not_modified", None, 0)
    assert (settled.state.etag, settled.state.last_modified) == ('"b"', "yesterday-ish")


def test_a_304_that_nobody_asked_for_is_a_failure(fresh: FeedState) -> None:
    settled = step(fresh, answer(status=304))

    assert (settled.outcome.kind, settled.state.failures) == ("failed", 0.5)


def test_new_validators_are_stored_although_the_body_is_the_same(polled: FeedState) -> None:
    settled = step(polled, answer(rss(3, 2, 1), headers={"ETag": '"b"'}))

    assert (settled.outcome.kind, settled.parsed) == ("same", None)
    assert (settled.state.etag, settled.state.last_modified) == ('"b"', None)


def test_a_new_build_date_alone_is_no_new_document(fresh: FeedState) -> None:
    one = step(fresh, answer(rss(1, built="<lastBuildDate>Mon</lastBuildDate><!-- 17 ms -->"))).state
    settled = step(one, answer(rss(1, built="<lastBuildDate>Tue</lastBuildDate><!-- 18 ms -->")))

    assert settled.outcome.kind == "same"


def test_a_changed_item_is_a_new_document(polled: FeedState) -> None:
    settled = step(polled, answer(rss(3, 2, 1).replace(b"T3", b"T3, corrected")))

    assert settled.outcome.kind == "new"
    assert settled.parsed is not None
    assert settled.parsed.entries[0].title == "T3, corrected"


def test_entries_are_known_to_be_lost_when_two_documents_do_not_overlap(polled: FeedState) -> None:
    assert not step(polled, answer(rss(5, 4, 3))).outcome.has_lost_overlap
    assert step(polled, answer(rss(6, 5, 4))).outcome.has_lost_overlap
    assert not step(FeedState.of_feed(FEED), answer(rss(6, 5, 4))).outcome.has_lost_overlap


@pytest.mark.parametrize(
    ("response", "kind", "weight"),
    [
        (answer(status=404), "failed", 0.5),
        (answer(status=500), "failed", 0.5),
        (answer(status=400), "failed", 1),
        (answer(status=204), "failed", 1),
        (answer(status=403), "blocked", 1),
        (answer(status=503, headers={"CF-Mitigated": "challenge"}), "blocked", 1),
        (answer(status=410), "gone", 1),
        (answer(status=429), "limited", 0.5),
        (answer(status=503, headers={"Retry-After": "60"}), "limited", 0.5),
        (answer(status=None, error="took too long", error_class="passing"), "failed", 0.25),
        (answer(rss(1), error="too large", error_class="hard"), "failed", 1),
        (answer(b"<html><body>hello"), "not_a_feed", 1),
        (answer(b"\x00\x01garbage"), "not_a_feed", 1),
        (answer(rss()), "empty", 0),
    ],
)
def test_failures_weigh_what_they_are(fresh: FeedState, response: FetchResponse, kind: str, weight: float) -> None:
    settled = step(fresh, response)

    assert (settled.outcome.kind, settled.state.failures) == (kind, weight)
    assert settled.state.body_hash is None
    assert settled.outcome.error


def test_a_body_that_was_no_feed_is_kept_as_evidence(fresh: FeedState) -> None:
    assert "<title>Just a moment" in (step(fresh, answer(b"<html><title>Just a moment")).outcome.evidence or "")


def test_an_empty_feed_is_down_from_the_second_time_on(fresh: FeedState) -> None:
    once = step(fresh, answer(rss()))
    twice = step(once.state, answer(rss()), NOW + HOUR)
    back = step(twice.state, answer(rss(1)), NOW + HOUR * 2)

    assert [s.outcome.kind for s in (once, twice, back)] == ["empty", "empty", "new"]
    assert [s.state.failures for s in (once, twice, back)] == [0, 0.5, 0]


def test_failures_wait_longer_and_longer_but_never_for_ever(polled: FeedState) -> None:
    state, now, waits = polled, NOW, []
    for _ in range(120):
        settled = step(state, answer(status=404, at=now), now)
        waits.append(settled.state.next_check_at - now)
        state, now = settled.state, settled.state.next_check_at
    assert waits[10] > waits[0]
    assert max(waits[:50]) <= timedelta(hours=24 * 1.6)
    assert DAY < max(waits) <= timedelta(days=7 * 1.6)
    assert state.status == "enabled"


def test_one_good_answer_forgives_all_failures(polled: FeedState) -> None:
    state = replace(polled, failures=12.0)

    assert step(state, answer(rss(4, 3, 2))).state.failures == 0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7200"}, 7200),
        ({"Retry-After": "Tue, 24 Nov 2026 18:00:00 GMT", "Date": "Tue, 24 Nov 2026 16:00:00 GMT"}, 7200),
        ({"Retry-After": "Tue, 24 Nov 2026 14:00:00 GMT"}, 7200),
        ({"Retry-After": str(10**9)}, 31 * 86400),
    ],
    ids=["seconds", "date by the server's clock", "date by ours", "bounded"],
)
@pytest.mark.parametrize("status", [404, 429, 503])
def test_retry_after_is_obeyed_for_feed_and_host(polled: FeedState, headers: dict, seconds: int, status: int) -> None:
    settled = step(polled, answer(status=status, headers=headers))

    assert settled.state.next_check_at >= NOW + timedelta(seconds=seconds)
    assert settled.outcome.host_hold_until == NOW + timedelta(seconds=seconds)


def test_nonsense_in_retry_after_is_passed_over(polled: FeedState) -> None:
    assert step(polled, answer(status=429, headers={"Retry-After": "soon"})).outcome.retry_after_s is None


def test_a_request_held_back_for_its_host_is_not_the_feeds_fault(polled: FeedState) -> None:
    held = answer(status=None, error="host asked to be left alone", error_class="soft", held_seconds=900)

    settled = step(polled, held)

    assert (settled.outcome.kind, settled.state.failures) == ("limited", 0)
    assert settled.state.next_check_at >= NOW + timedelta(seconds=900)


def test_gone_twice_a_day_apart_stops_the_feed(polled: FeedState) -> None:
    first = step(polled, answer(status=410))
    soon = step(first.state, answer(status=410), NOW + HOUR * 23)
    later = step(soon.state, answer(status=410), NOW + DAY)

    assert [s.state.status for s in (first, soon, later)] == ["enabled", "enabled", "disabled"]
    assert later.state.next_check_at > NOW + timedelta(days=300)


def test_a_feed_that_came_back_in_between_is_not_gone(polled: FeedState) -> None:
    first = step(polled, answer(status=410)).state
    back = step(first, answer(rss(4, 3)), NOW + HOUR).state

    assert step(back, answer(status=410), NOW + DAY * 2).state.status == "enabled"


def test_probation_ends_with_a_dated_entry_and_not_without() -> None:
    state = FeedState.of_feed(replace(FEED, status="probation"))
    undated = b"<rss version='2.0'><channel><item><guid>1</guid><title>t</title></item></channel></rss>"

    assert step(state, answer(undated)).state.status == "probation"
    assert step(state, answer(rss(1))).state.status == "enabled"


def moved(
    at: datetime, *numbers: int, status: int = 301, target: str = "https://new.example.com/feed"
) -> FetchResponse:
    return answer(rss(*numbers), at=at, redirects=(Redirect(status, target),), final_url=target)


def poll_moved(state: FeedState, times: int, every: timedelta, **more: object) -> Settled:
    for n in range(times):
        settled = step(state, moved(NOW + every * n, n + 4, n + 3, n + 2, **more), NOW + every * n)
        state = settled.state
    return settled


def test_a_permanent_redirect_is_adopted_after_five_fetches_over_three_days(polled: FeedState) -> None:
    early = poll_moved(polled, 5, HOUR)
    settled = poll_moved(polled, 5, HOUR * 18)

    assert early.state.url == FEED.url
    assert (settled.outcome.kind, settled.state.url) == ("moved", "https://new.example.com/feed")
    assert settled.state.former_urls == (FEED.url,)
    assert settled.parsed is not None
    assert plan(settled.state, NOW + DAY * 4).url == "https://new.example.com/feed"


def test_temporary_redirects_are_never_adopted(polled: FeedState) -> None:
    assert poll_moved(polled, 8, DAY, status=302).state.url == FEED.url


def test_a_redirect_to_strange_entries_is_not_adopted(polled: FeedState) -> None:
    state = polled
    for n in range(8):
        now = NOW + DAY * n
        state = step(state, moved(now, 1000 + n * 10), now).state
    assert state.url == FEED.url


def test_a_wavering_target_starts_the_count_again(polled: FeedState) -> None:
    first = poll_moved(polled, 4, DAY).state
    other = step(first, moved(NOW + DAY * 4, 8, 7, target="https://else.example.com/"), NOW + DAY * 4).state

    assert other.permanent_seen == 1
    assert other.url == FEED.url


def test_a_new_address_in_the_registry_is_taken_and_validators_forgotten(polled: FeedState) -> None:
    state = FeedState.from_row(polled.to_row(), replace(FEED, url="https://example.com/new"))

    assert (state.url, state.etag, state.body_hash) == ("https://example.com/new", None, None)
    assert FEED.url in state.former_urls


@pytest.mark.parametrize(
    "link",
    ['<https://hub.example/>; rel="hub"', '</self>; rel=self, <https://hub.example/>; title="x"; rel="next hub"'],
)
def test_a_hub_is_noted_also_from_the_header(fresh: FeedState, link: str) -> None:
    assert step(fresh, answer(rss(1), headers={"Link": link})).state.hub == "https://hub.example/"
    assert step(fresh, answer(rss(1), headers={"Link": '<https://x.example/>; rel="self"'})).state.hub is None


def test_a_feed_never_asked_before_is_due_at_once() -> None:
    assert FeedState.from_row({}, FEED).next_check_at < NOW
    assert FeedState.from_row(None, FEED) == FeedState.of_feed(FEED)
