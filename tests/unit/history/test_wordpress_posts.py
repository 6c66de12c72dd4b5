"""The REST interface of WordPress, and sites that only look as if they had one."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from syria_events.history.wordpress import MOST_PAGES, PER_PAGE, search_wordpress
from tests.unit.history.driving import DAY, FEED, HOME, HTML, MISSING, drive, quest


def post(number: int, at: str = f"{DAY}T08:00:00") -> dict[str, object]:
    return {
        "id": number,
        "date_gmt": at,
        "guid": {"rendered": f"{HOME}/?p={number}"},
        "link": f"{HOME}/post-{number}/",
        "title": {"rendered": f"Shelling &#8217;again&#8217; {number}"},
        "excerpt": {"rendered": "<p>short</p>"},
        "content": {"rendered": "<p>long</p>", "protected": False},
    }


def answer(posts: object) -> tuple[int, str, bytes]:
    return 200, "application/json", json.dumps(posts).encode()


def page_of(url: str) -> int:
    return int(parse_qs(urlsplit(url).query)["page"][0])


def test_all_pages_are_read_with_dates_links_and_titles() -> None:
    def site(url: str) -> tuple[int, str, bytes]:
        numbers = range((page_of(url) - 1) * PER_PAGE, min(page_of(url) * PER_PAGE, 150))
        return answer([post(n) for n in numbers])

    driven = drive(search_wordpress(quest()), site)
    entries = [entry for reading in driven.verdict.readings for entry in reading.entries]
    assert len(entries) == 150
    assert driven.verdict.covers_day
    assert entries[0].title == "Shelling ’again’ 0"
    assert entries[0].guid == f"{HOME}/?p=0"
    assert entries[0].content == "<p>long</p>"
    assert {entry.published_at.isoformat() for entry in entries} == {f"{DAY}T08:00:00+00:00"}


def test_whole_last_page_is_followed_by_400() -> None:
    driven = drive(
        search_wordpress(quest()),
        lambda url: (
            answer([post(n) for n in range(PER_PAGE)]) if page_of(url) == 1 else (400, "application/json", b"{}")
        ),
    )
    assert driven.verdict.covers_day


def test_question_leaves_room_for_the_sites_own_zone() -> None:
    driven = drive(search_wordpress(quest()), lambda _: answer([]))
    query = parse_qs(urlsplit(driven.asked[0]).query)
    assert query["after"] == ["2026-11-09T10:00:00"]
    assert query["before"] == ["2026-11-11T14:00:00"]


def test_language_edition_may_be_a_site_of_its_own() -> None:
    driven = drive(
        search_wordpress(quest(f"{HOME}/en/feed/")), lambda url: answer([post(1)]) if "/en/wp-json" in url else MISSING
    )
    assert driven.verdict.address == f"{HOME}/en/wp-json/wp/v2/posts"


@pytest.mark.parametrize(
    ("lie", "offered"),
    [
        (HTML, False),
        (MISSING, False),
        ((403, "text/html", b"no"), False),
        ((503, "text/html", b"later"), None),
        ((200, "application/json", b'{"code": "rest_disabled"}'), False),
        ((200, "application/json", b'["post"]'), False),
        ((200, "application/json", b"[" * 100_000), False),
        ((200, "application/json", b'[{"link": 1, "title": null, "date_gmt": [], "content": {"rendered": 3}}]'), False),
    ],
)
def test_what_is_no_list_of_posts(lie: tuple[int, str, bytes], offered: bool | None) -> None:
    assert drive(search_wordpress(quest()), lambda _: lie).verdict.is_offered is offered


def test_posts_of_other_days_than_asked_for_are_not_believed() -> None:
    driven = drive(search_wordpress(quest()), lambda _: answer([post(n, "2020-01-01T00:00:00") for n in range(5)]))
    assert driven.verdict.is_offered is False
    assert not driven.verdict.covers_day
    assert "2020-01-01" in driven.verdict.evidence
    assert len(driven.verdict.readings[0].entries) == 5  # seen, so they are kept, under their own day


def test_same_page_for_ever_is_left_at_the_second() -> None:
    driven = drive(search_wordpress(quest()), lambda _: answer([post(n) for n in range(PER_PAGE)]))
    assert len(driven.asked) == 2
    assert not driven.verdict.covers_day


def test_fresh_pages_for_ever_are_left_at_the_bound() -> None:
    driven = drive(
        search_wordpress(quest()),
        lambda url: answer([post(page_of(url) * PER_PAGE + n) for n in range(PER_PAGE)]),
    )
    assert len(driven.asked) == MOST_PAGES
    assert not driven.verdict.covers_day


def test_whole_site_does_not_stand_in_for_its_syria_section() -> None:
    driven = drive(search_wordpress(quest(f"{HOME}/category/syria/feed/", scope="syria")), lambda _: answer([post(1)]))
    assert driven.asked == []
    assert driven.verdict.is_offered is False
    assert re.search("section", driven.verdict.evidence)


def test_feed_address_is_the_sites_for_usual_names() -> None:
    for address in (FEED, f"{HOME}/rss.xml", f"{HOME}/en/feed/", f"{HOME}/?feed=rss2", f"{HOME}/index.rdf"):
        driven = drive(search_wordpress(quest(address, scope="syria")), lambda _: answer([]))
        assert driven.verdict.is_offered, address
