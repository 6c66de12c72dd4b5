"""RFC 5005: the chain of older documents is followed to the day, never off the site and never without end."""

from __future__ import annotations

import pytest

from syria_events.history.archive import MOST_DOCUMENTS, search_archive
from tests.unit.history.driving import FEED, HOME, HTML, MISSING, drive, moment, quest, rss


def link(target: str, relation: str = "prev-archive") -> str:
    return f'<atom:link rel="{relation}" href="{target}"/>'


def test_chain_is_followed_until_it_has_passed_the_day() -> None:
    site = {
        FEED: rss(("now", moment(0.1)), head=link("/old/3")),
        f"{HOME}/old/3": rss(("of-15", moment(13)), head=link("2")),
        f"{HOME}/old/2": rss(("of-10", moment(18)), ("of-9", moment(19)), head=link("1")),
        f"{HOME}/old/1": rss(("of-1", moment(27)), head=link("0")),
    }
    driven = drive(search_archive(quest()), lambda url: (200, "application/rss+xml", site[url]))
    assert driven.asked == [*site]
    assert {"of-10", "of-9"} <= driven.titles
    assert driven.verdict.covers_day
    assert driven.verdict.address == f"{HOME}/old/3"


def test_json_feed_names_its_next_document() -> None:
    first = b'{"version":"https://jsonfeed.org/version/1.1","next_url":"/2","items":[{"id":"a","url":"https://outlet.example/a"}]}'
    second = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"b","url":"https://outlet.example/b"}]}'
    site = {FEED: first, f"{HOME}/2": second}
    driven = drive(search_archive(quest()), lambda url: (200, "application/feed+json", site[url]))
    assert driven.asked == [FEED, f"{HOME}/2"]


def test_feed_without_older_documents_does_not_offer_it() -> None:
    driven = drive(search_archive(quest()), lambda _: (200, "application/rss+xml", rss(("now", moment(0.1)))))
    assert driven.verdict.is_offered is False
    assert driven.asked == [FEED]


def test_link_inside_an_item_is_not_the_feeds_word() -> None:
    title = 'x</title><atom:link rel="prev-archive" href="/trap"/><title>y'
    driven = drive(search_archive(quest()), lambda _: (200, "application/rss+xml", rss((title, moment(0.1)))))
    assert driven.verdict.is_offered is False


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("https://elsewhere.example/a", "leads to another site"),
        (FEED, "comes back"),
        ("javascript:alert(1)", "no older"),
    ],
)
def test_chain_that_leads_astray_is_not_followed(target: str, says: str) -> None:
    body = rss(("now", moment(0.1)), head=link(target))
    driven = drive(search_archive(quest()), lambda _: (200, "application/rss+xml", body))
    assert says in driven.verdict.evidence
    assert driven.asked == [FEED]
    assert not driven.verdict.covers_day


def test_chain_without_end_is_left() -> None:
    numbers = iter(range(10_000))

    def endless(_: str) -> tuple[int, str, bytes]:
        number = next(numbers)
        return 200, "application/rss+xml", rss((f"t{number}", moment(0.1)), head=link(f"/old/{number}"))

    driven = drive(search_archive(quest()), endless)
    assert len(driven.asked) == MOST_DOCUMENTS + 1
    assert not driven.verdict.covers_day


@pytest.mark.parametrize(("answer", "offered"), [(HTML, False), (MISSING, False), ((503, "text/html", b""), None)])
def test_feed_that_does_not_answer(answer: tuple[int, str, bytes], offered: bool | None) -> None:
    assert drive(search_archive(quest()), lambda _: answer).verdict.is_offered is offered
