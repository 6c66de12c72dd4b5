"""Every feed answers as its truth says, quirks included."""

from __future__ import annotations

from io import BytesIO

import feedparser
import pytest
import requests

from samples.outlets import read_outlets
from samples.server import Newsroom

FEEDS = [feed.slug for outlet in read_outlets().values() for feed in outlet.feeds]
XML_FORMS = {"rss": "rss20", "rdf": "rss10", "atom": "atom10"}


def parsed(newsroom: Newsroom, slug: str) -> feedparser.FeedParserDict:
    return feedparser.parse(BytesIO(requests.get(newsroom.feed_url(slug), timeout=5).content))


@pytest.mark.parametrize("phase", [1, 2, 3])
def test_every_feed_shows_as_many_entries_as_its_truth_says(newsroom: Newsroom, phase: int) -> None:
    newsroom.move_to(phase)
    for slug, expected in newsroom.truth()["feeds"].items():
        response = requests.get(expected["url"], timeout=5)
        if expected["outcome"] == "gone":
            assert response.status_code == 410
        elif expected["outcome"] == "not_a_feed":
            assert response.headers["Content-Type"].startswith("text/html")
            assert not feedparser.parse(response.content).entries
        elif expected["form"] == "json":
            assert len(response.json()["items"]) == expected["entries"] > 0, slug
        else:
            document = feedparser.parse(response.content)
            assert document.version == XML_FORMS[expected["form"]], slug
            assert len(document.entries) == expected["entries"] > 0, slug


def test_there_are_feeds_of_every_form_in_both_languages(newsroom: Newsroom) -> None:
    feeds = newsroom.truth()["feeds"].values()
    assert len(FEEDS) >= 14
    assert {feed["form"] for feed in feeds} == {"rss", "rdf", "atom", "json"}
    assert {feed["language"] for feed in feeds} == {"en", "ar"}


def test_each_outlet_is_a_host_of_its_own(newsroom: Newsroom) -> None:
    hosts = {outlet.address for outlet in newsroom.edition.outlets.values()}
    assert len(hosts) == len(newsroom.edition.outlets)


def test_known_validators_are_answered_with_304_until_the_feed_changes(newsroom: Newsroom) -> None:
    url = newsroom.feed_url("orontes-wire")
    validators = {"If-None-Match": requests.get(url, timeout=5).headers["ETag"]}
    unchanged = requests.get(url, headers=validators, timeout=5)
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    newsroom.move_to(2)
    assert requests.get(url, headers=validators, timeout=5).status_code == 200


def test_malformed_feed_can_be_read_all_the_same(newsroom: Newsroom) -> None:
    document = parsed(newsroom, "northern-crossing")
    assert document.bozo
    assert any("wounds eleven" in entry.title for entry in document.entries)
    assert all(entry.link.startswith("http://127.0.0.10:") for entry in document.entries)


def test_windows_1256_feed_is_sent_in_bytes_of_that_charset(newsroom: Newsroom) -> None:
    body = requests.get(newsroom.feed_url("hauran-notebooks"), timeout=5).content
    assert "كناكر".encode("windows-1256") in body
    assert "كناكر".encode() not in body


def test_dates_come_in_the_wrong_zone_too_early_too_late_and_not_at_all(newsroom: Newsroom) -> None:
    assert all(entry.published.endswith(" EET") for entry in parsed(newsroom, "barada-courier").entries)
    assert any("published" not in entry for entry in parsed(newsroom, "sahel-harbour").entries)
    assert any(" 1970 " in entry.published for entry in parsed(newsroom, "northern-crossing").entries)
    future = [entry.published for entry in parsed(newsroom, "gulf-lantern").entries]
    assert any(" 2099 " in published for published in future)
    assert sum(" 04 Mar 2026" in published for published in future) == 1


def test_links_are_relative_and_tracked(newsroom: Newsroom) -> None:
    links = [entry.link for entry in parsed(newsroom, "harbour-tribune-world").entries]
    assert all(link.startswith("/world/") and "utm_source=feed" in link for link in links)


def test_all_entries_of_one_feed_share_a_guid(newsroom: Newsroom) -> None:
    guids = [entry.id for entry in parsed(newsroom, "carmel-bulletin").entries]
    assert len(guids) > 1
    assert len(set(guids)) == 1


def test_a_title_is_hostile(newsroom: Newsroom) -> None:
    assert any("<script>" in entry.title_detail.value for entry in _unsanitised(newsroom, "khabur-dispatch"))


def _unsanitised(newsroom: Newsroom, slug: str) -> list[feedparser.FeedParserDict]:
    body = requests.get(newsroom.feed_url(slug), timeout=5).content
    return feedparser.parse(BytesIO(body), sanitize_html=False).entries


def test_one_feed_carries_whole_articles(newsroom: Newsroom) -> None:
    assert all(len(entry.content[0].value) > 600 for entry in parsed(newsroom, "barada-courier").entries)


def test_slow_feed_takes_its_time(newsroom: Newsroom) -> None:
    newsroom.slow = 0.1
    assert requests.get(newsroom.feed_url("meridian"), timeout=5).elapsed.total_seconds() >= 0.3


def test_nothing_of_the_former_window_is_left_in_phase_three(newsroom: Newsroom) -> None:
    def ids() -> set[str]:
        document = requests.get(newsroom.feed_url("badia-monitor"), timeout=5).json()
        return {item["id"] for item in document["items"]}

    before = ids()
    newsroom.move_to(3)
    assert before.isdisjoint(ids())
