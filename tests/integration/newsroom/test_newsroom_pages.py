"""Every page renders, and what stands in an article's way stands there."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
import requests
from lxml import html

from samples.pages import STATUSES
from samples.server import Newsroom

WALLS = {
    "paywall": "Subscribe to continue reading",
    "consent": "We value your privacy",
    "javascript": "enable JavaScript",
    "soft_missing": "Page not found",
}


@pytest.mark.parametrize("phase", [1, 3])
def test_every_page_answers_and_holds_its_article(newsroom: Newsroom, phase: int) -> None:
    newsroom.move_to(phase)
    for item in newsroom.edition.items.values():
        response = requests.get(item.url, timeout=5)
        assert response.status_code == STATUSES.get(item.page, 200), item.url
        if item.page in {"open", "robots", "untitled"}:
            text = " ".join(html.fromstring(response.content).itertext())
            assert (item.title in " ".join(text.split())) == (item.page != "untitled"), item.url
            assert all(words.removeprefix("## ").removeprefix("> ") in text for words in item.paragraphs), item.url
        else:
            assert item.paragraphs[-1] not in response.text, item.url


def test_each_wall_says_what_it_is(newsroom: Newsroom) -> None:
    shown = {item.page: requests.get(item.url, timeout=5).text for item in newsroom.edition.items.values()}
    for page, words in WALLS.items():
        assert words in shown[page]


def test_robots_txt_forbids_exactly_the_page_that_its_truth_names(newsroom: Newsroom) -> None:
    from protego import Protego

    for item in newsroom.edition.items.values():
        rules = requests.get(newsroom.edition.base_url(item.outlet) + "/robots.txt", timeout=5).text
        assert Protego.parse(rules).can_fetch(item.url, "anybody") == (item.page != "robots"), item.url


def test_a_link_with_tracking_leads_to_the_same_page(newsroom: Newsroom) -> None:
    item = newsroom.edition.items["northern-crossing/salqin-drone"]
    assert urlsplit(item.url).query.startswith("p=")
    tracked = requests.get(item.url + "&utm_source=feed", timeout=5)
    assert tracked.content == requests.get(item.url, timeout=5).content


def test_page_of_an_arabic_outlet_is_sent_in_its_charset(newsroom: Newsroom) -> None:
    item = newsroom.edition.items["hauran-notebooks/kanaker-strike"]
    response = requests.get(item.url, timeout=5)
    assert response.headers["Content-Type"] == "text/html; charset=windows-1256"
    assert item.title in response.content.decode("windows-1256")


def test_page_that_fails_for_now_is_there_in_phase_two(newsroom: Newsroom) -> None:
    url = newsroom.edition.items["khabur-dispatch/mala-clinic"].url
    refused = requests.get(url, timeout=5)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "2")
    newsroom.move_to(2)
    assert requests.get(url, timeout=5).status_code == 200


def test_edited_article_changes_its_toll_under_the_same_link(newsroom: Newsroom) -> None:
    url = newsroom.edition.items["orontes-wire/kanaker-strike"].url
    told = []
    for phase in (1, 2, 3):
        newsroom.move_to(phase)
        text = requests.get(url, timeout=5).text
        told += [toll for toll in ("at least four", "killing six", "killing seven") if f"{toll} people" in text]
    assert told == ["at least four", "killing six", "killing seven"]


def test_copies_of_the_wire_have_its_words_and_name_it(newsroom: Newsroom) -> None:
    items = newsroom.edition.items.values()
    copies = [item for item in items if item.story.copy_of == "orontes-wire/busayrah-ambush"]
    original = newsroom.edition.items["orontes-wire/busayrah-ambush"]
    assert len({item.url for item in [original, *copies]}) == 4
    for copy in copies:
        assert copy.paragraphs == original.paragraphs
        assert "(Orontes Wire)" in requests.get(copy.url, timeout=5).text


def test_pages_come_in_several_dresses(newsroom: Newsroom) -> None:
    dresses = {item.outlet.template for item in newsroom.edition.items.values()}
    assert len(dresses) >= 5
    assert len(newsroom.edition.items) >= 60


def test_articles_are_of_the_length_of_news(newsroom: Newsroom) -> None:
    for item in newsroom.edition.items.values():
        words = len(" ".join(item.paragraphs).split())
        if item.page == "open" and item.story.truth.outcome != "rejected":
            assert (115 if item.outlet.language == "ar" else 150) <= words <= 500, f"{item.story.story_id}: {words}"
