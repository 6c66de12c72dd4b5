"""Two readers, one reading: lxml for clean documents, feedparser for all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from syria_events.feeds.charset import decode
from syria_events.feeds.clean_xml import read_clean_xml
from syria_events.feeds.item import Item
from syria_events.feeds.loose_xml import read_loose_xml
from syria_events.feeds.mending import mend_start

DATA = Path(__file__).parents[2] / "data" / "feeds"
SHARED = Path(os.environ.get("SYRIA_EVENTS_SHARED", Path(__file__).parents[4] / "shared")) / "feeds" / "corpus"

ON_PURPOSE = {
    "rss_1.0_example_1.xml": "a link that is no address, equal to the id, is kept",
    "atom_example_4.xml": "categories of images are not categories of the entry",
    "atom_mediarss_newscred_1.xml": "the caption of an image is not the summary",
    "atom_mediarss_youtube_1.xml": "the description of a video is not the summary",
}


def both(text: str) -> tuple[tuple[Item, ...], tuple[Item, ...]] | None:
    clean = read_clean_xml(text.lstrip())
    return None if clean is None else (clean.items, read_loose_xml(mend_start(text)).items)


def comparable(item: Item) -> Item:
    # feedparser takes the guid for the link where there is none; repair does so too, where the guid is an address
    return replace(item, link=item.link or (item.guid if (item.guid or "").startswith("http") else None))


@pytest.mark.parametrize("name", ["rss20.xml", "rss10.xml", "atom10.xml"])
def test_clean_documents_are_read_the_same_by_both(name: str) -> None:
    readings = both((DATA / name).read_text("utf-8").partition("?>")[2])

    assert readings is not None
    assert list(map(comparable, readings[0])) == list(map(comparable, readings[1]))


def test_the_whole_corpus_is_read_the_same_by_both() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"no corpus at {SHARED}; set SYRIA_EVENTS_SHARED")
    compared = 0
    for path in sorted(SHARED.rglob("*.xml")):
        readings = both(decode(path.read_bytes()).text)
        if readings is None or path.name in ON_PURPOSE:
            continue
        compared += 1
        assert list(map(comparable, readings[0])) == list(map(comparable, readings[1])), path
    assert compared > 400


ITEM = "<item><guid>1</guid><title>t</title><link>https://e.com/1</link>%s</item>"


@pytest.mark.parametrize(
    "inside",
    [
        "<link>https://e.com/2</link>",
        "<description>with <b>markup</b></description>",
        "<description>double-encoded \u00e2\u0080\u0099</description>",
        "<body xmlns='http://www.w3.org/1999/xhtml'><p>x</p></body>",
        "<fullitem>x</fullitem>",
        "<title type='application/xhtml+xml'>x</title>",
        "<description>cut",
        "<description>&undefined;</description>",
        "<a xml:base='https://e.com/'/>",
    ],
)
def test_what_can_be_read_in_two_ways_is_left_to_feedparser(inside: str) -> None:
    assert read_clean_xml(f"<rss version='2.0'><channel>{ITEM % ''}</channel></rss>")
    assert read_clean_xml(f"<rss version='2.0'><channel>{ITEM % inside}</channel></rss>") is None
