"""How often a feed is asked: by its own rate and window, within bounds, at its own minute."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.feeds.hints import hint_seconds
from syria_events.feeds.interval import freshness_hint, next_on_grid, own_interval, rate_of, with_hint
from syria_events.wire.exchange import FetchResponse

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = 3600


def every(seconds: int, count: int, newest: int = 0) -> list[datetime]:
    return [NOW - timedelta(seconds=newest + seconds * n) for n in range(count)]


@pytest.mark.parametrize(
    ("times", "interval"),
    [
        (every(60, 30), 600),
        (every(HOUR, 25), 3443),
        (every(HOUR, 4, newest=10 * HOUR), HOUR),
        (every(86400, 10), 6 * HOUR),
        (every(60, 30, newest=86400 * 9), 600),
        ([NOW], HOUR),
        ([], HOUR),
    ],
    ids=["every minute", "hourly", "a third of a small window", "daily", "silent, small window", "one entry", "none"],
)
def test_interval_follows_rate_and_window(times: list[datetime], interval: int) -> None:
    assert own_interval(rate_of(times), NOW) == pytest.approx(interval, rel=0.01)


@given(st.lists(st.integers(0, 10**7), max_size=30))
def test_interval_stays_within_its_bounds(ages: list[int]) -> None:
    assert 600 <= own_interval(rate_of([NOW - timedelta(seconds=age) for age in ages]), NOW) <= 6 * HOUR


def test_hints_lengthen_the_interval_but_never_beyond_half_the_window() -> None:
    assert with_hint(600, 3600, 86400) == 3600
    assert with_hint(600, 86400, 4 * HOUR) == 2 * HOUR
    assert with_hint(3600, 60, 86400) == 3600
    assert with_hint(600, None, 86400) == 600
    assert with_hint(600, 10**9, None) == 6 * HOUR


def test_a_pinned_story_does_not_make_a_fast_feed_slow() -> None:
    pinned = datetime(2012, 1, 1, tzinfo=UTC)

    assert own_interval(rate_of([*every(300, 29), pinned]), NOW) == 600


def test_a_feed_that_falls_silent_is_asked_less_and_less() -> None:
    rate = rate_of(every(HOUR, 25))

    assert (
        own_interval(rate, NOW)
        < own_interval(rate, NOW + timedelta(days=1))
        < own_interval(rate, NOW + timedelta(days=9))
    )


@pytest.mark.parametrize(
    ("headers", "hint"),
    [
        ({"Cache-Control": "public, max-age=900"}, 900),
        ({"Cache-Control": "max-age=900, must-revalidate"}, 900),
        ({"Cache-Control": "max-age=900, no-cache"}, None),
        ({"Cache-Control": "max-age=0"}, None),
        ({"Expires": "Tue, 24 Nov 2026 15:00:00 GMT", "Date": "Tue, 24 Nov 2026 14:00:00 GMT"}, 3600),
        ({"Expires": "0"}, None),
        ({}, None),
    ],
)
def test_http_says_how_long_an_answer_is_fresh(headers: dict[str, str], hint: int | None) -> None:
    assert freshness_hint(FetchResponse("u", "u", NOW, 200, headers=tuple(headers.items()))) == hint


@pytest.mark.parametrize(
    ("ttl", "period", "frequency", "hint"),
    [
        ("60", None, None, 3600),
        (None, "hourly", "1", 3600),
        (None, "daily", "4", 21600),
        (None, "dayly", "0.1", 864000),
        ("x", "always", "0", None),
        (None, None, None, None),
    ],
)
def test_documents_say_how_long_they_keep(ttl: str, period: str, frequency: str, hint: int | None) -> None:
    assert hint_seconds(ttl, period, frequency) == hint


@given(st.integers(600, 7 * 86400), st.text(min_size=1), st.integers(0, 10**8))
def test_the_next_check_lies_half_to_one_and_a_half_intervals_ahead(interval: int, url: str, offset: int) -> None:
    now = NOW + timedelta(seconds=offset)

    wait = (next_on_grid(url, now, interval) - now).total_seconds()

    assert interval * 0.3 < wait <= interval * 1.61


def test_feeds_spread_over_the_interval_and_keep_their_place() -> None:
    minutes = {next_on_grid(f"https://e.com/{n}", NOW, 3600).minute // 6 for n in range(200)}
    one = next_on_grid("https://e.com/1", NOW, 3600)
    again = next_on_grid("https://e.com/1", one, 3600)

    assert len(minutes) == 10
    assert abs((again - one).total_seconds() - 3600) <= 360
