"""The same item is the same item at the next poll, and two items are two."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from syria_events.feeds.identity import choose_mode, identify
from syria_events.feeds.item import Item
from syria_events.feeds.parse import parse_feed
from syria_events.model import Feed

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FEED = Feed(slug="x", name="X", url="https://example.com/feed")


def items(count: int, **fields: object) -> list[Item]:
    return [Item(**{"guid": f"g{n}", "link": f"https://e.com/{n}", "title": f"T{n}", **fields}) for n in range(count)]


def test_the_guid_is_the_identity_whatever_else_changes() -> None:
    before = Item(guid="tag:1", link="https://e.com/a", title="Ten dead")
    after = Item(guid="tag:1", link="https://e.com/a?v=2", title="Twelve dead")

    assert identify(before) == identify(after)


def test_a_guid_that_is_an_address_survives_campaigns_and_the_move_to_https() -> None:
    assert identify(Item(guid="http://e.com/?p=1&utm_source=a")) == identify(Item(guid="https://e.com/?p=1"))
    assert identify(Item(guid="https://e.com/?p=1")) != identify(Item(guid="https://e.com/?p=2"))


def test_identities_do_not_depend_on_the_address_of_the_feed() -> None:
    body = b"<rss version='2.0'><channel><item><guid>a/1</guid><link>/a/1</link><title>t</title></item></channel></rss>"
    one, other = (
        parse_feed(body, content_type=None, feed=FEED, url=url, fetched_at=NOW).entries[0]
        for url in ("https://example.com/feed", "https://cdn.example.net/other/feed.xml")
    )

    assert one.identity == other.identity
    assert one.entry_id == other.entry_id


def test_one_guid_for_all_items_degrades_the_feed_to_links() -> None:
    bad = items(10, guid="same")

    mode = choose_mode(bad)

    assert mode == "link"
    assert len({identify(item, mode) for item in bad}) == 10


def test_links_that_are_all_the_same_degrade_it_to_titles() -> None:
    bad = items(10, guid=None, link="https://e.com/")

    mode = choose_mode(bad)

    assert mode == "link_title"
    assert len({identify(item, mode) for item in bad}) == 10


def test_one_slip_does_not_degrade_a_feed() -> None:
    assert choose_mode([*items(19), Item(guid="g0", link="https://e.com/x", title="slip")]) == "guid"


def test_an_item_that_stands_twice_is_no_fault() -> None:
    assert choose_mode(items(5) * 2) == "guid"


def test_a_feed_that_degraded_stays_so_when_a_document_looks_well() -> None:
    assert choose_mode(items(10), "link") == "link"


def test_items_with_neither_guid_nor_link_are_known_by_their_words() -> None:
    one, other = Item(title="a", published_raw="1"), Item(title="b", published_raw="1")

    assert identify(one) != identify(other)
    assert identify(one) == identify(Item(title="a", published_raw="1"))


@given(st.lists(st.builds(Item, guid=st.none() | st.text(), link=st.none() | st.text(), title=st.text()), max_size=20))
def test_every_item_has_an_identity_in_every_mode(some: list[Item]) -> None:
    assert all(identify(item, choose_mode(some)) for item in some)
