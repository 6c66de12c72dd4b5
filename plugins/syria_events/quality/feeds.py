"""What a feed must do, measured against its own past: what suddenly is silent, floods, or differs, is looked at.

Each expectation is about one number per feed, from select_feeds_to_check; null where the past is too short to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from syria_events.quality.batches import LEAST_WINDOW
from syria_events.quality.suite import WARNING, Suite, expect

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation

    from syria_events.quality.suite import Expectations


def feed_suite() -> Suite:
    """Return the suite; columns as in select_feeds_to_check."""
    return Suite("feeds", (*_alive(), *_volume(), *_time(), *_content()))


def _within(column: str, *, name: str, notes: str, remedy: str, **limits: Any) -> Expectation:
    return expect("ColumnValuesToBeBetween", column, name=name, notes=notes, remedy=remedy, severity=WARNING, **limits)


def _alive() -> Expectations:
    return (
        _within(
            "hours_since_good",
            max_value=24,
            name="feed_answers",
            notes="A feed answered well within the last day.",
            remedy="See its error in mart.feed_health and `syria-events feeds check URL`; it may have moved.",
        ),
        _within(
            "silence",
            max_value=1,
            name="feed_is_not_silent",
            notes="A feed brought something new within a day, or within three times its own longest pauses.",
            remedy="Open its site: if it goes on publishing there, the feed is dead or has moved.",
        ),
        _within(
            "failed_share",
            max_value=0.5,
            name="feed_fails_seldom",
            notes="Less than half of a day's requests for a feed fail.",
            remedy="See the errors in raw.fetch: a block, a limit, or a server in trouble.",
        ),
        _within(
            "lost_overlaps",
            max_value=0,
            name="no_items_lost_between_polls",
            notes="The documents of a feed share an item with those before; else items were lost in between.",
            remedy="Ask the feed more often, or recover the day.",
        ),
    )


def _volume() -> Expectations:
    return (
        _within(
            "window_share",
            min_value=LEAST_WINDOW,
            name="window_is_whole",
            notes="A feed serves about as many items as it usually does; one cut at half its items is not whole.",
            remedy="Compare the feed's last documents in the landing: a cut, a new paging, or a publisher in trouble.",
        ),
        _within(
            "week_ratio",
            min_value=0.5,
            name="volume_has_not_halved",
            notes="A feed brought at least half as many entries this week as in its usual week.",
            remedy="Compare with its site: the feed may cover one section only, or leave items out.",
        ),
        _within(
            "volume_ratio",
            max_value=5,
            name="volume_has_no_spike",
            notes="A feed did not bring five times as many entries as on its busy days.",
            remedy="Its ids may have changed, so that old items look new; see identity in raw.entry.",
        ),
    )


def _time() -> Expectations:
    return (
        _within(
            "ahead_share",
            max_value=0.05,
            name="not_published_ahead",
            notes="Entries are not published after we saw them; where many are, the time zone is wrong.",
            remedy="Set the feed's time zone in the registry.",
        ),
        _within(
            "skew_change_hours",
            max_value=2.5,
            name="skew_is_as_usual",
            notes="The time from publication to first sight is about what it usually is.",
            remedy="By whole hours: the publisher changed its time zone; else the feed is late or was not asked.",
        ),
        _within(
            "undated_change",
            max_value=0.3,
            name="dates_are_as_usual",
            notes="The share of entries without a date is about what it usually is.",
            remedy="See published_raw: the form of its dates changed; add it to feeds/ dates.",
        ),
    )


def _content() -> Expectations:
    return (
        _within(
            "language_change",
            min_value=-0.3,
            name="language_is_as_usual",
            notes="The share of articles in the language of the feed is about what it usually is.",
            remedy="The feed serves another edition, or its pages a wall in another language.",
        ),
        _within(
            "copies_change",
            max_value=0.4,
            name="copies_are_as_usual",
            notes="The share of near duplicates is about what it usually is.",
            remedy="The publisher repeats itself under new links, or a page's furniture is taken for its text.",
        ),
        _within(
            "null_place_change",
            max_value=0.3,
            name="places_are_as_usual",
            notes="The share of reports without a place is about what it usually is.",
            remedy="Read some of its articles: the text may be cut, or a place name is missing in the gazetteer.",
        ),
        _within(
            "rejected_change",
            max_value=0.2,
            name="rejections_are_as_usual",
            notes="The share of entries that are turned back is about what it usually is.",
            remedy="See its rejected rows: the publisher changed its pages, or the code its mind.",
        ),
    )
