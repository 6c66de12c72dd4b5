"""Markup that is put right before it is parsed, and documents that would keep a parser busy for ever."""

from time import perf_counter

import pytest

from syria_events.feeds.contained import read_contained
from syria_events.feeds.loose_xml import read_loose_xml
from syria_events.feeds.mending import mend_ampersands, mend_start, shorten
from syria_events.feeds.xml_feed import read_xml_feed

ITEM = "<item><guid>{n}</guid><title>T{n}</title><link>https://e.com/?a=1&b={n}</link></item>"


def rss(*items: str) -> str:
    return f"<rss version='2.0'><channel><title>t</title>{''.join(items)}</channel></rss>"


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("a & b &", "a &amp; b &amp;"),
        ("?a=1&b=2", "?a=1&amp;b=2"),
        ("&amp; &lt; &#8217; &#x2019;", "&amp; &lt; &#8217; &#x2019;"),
        ("a&#0;&#55357;&#xDE00;&#9999999;b&#128512;", "ab&#128512;"),
        ("&nbsp;&eacute;&unknown;", "\xa0é&amp;unknown;"),
        ("&<![CDATA[a & b &nbsp;]]>&", "&amp;<![CDATA[a & b &nbsp;]]>&amp;"),
        ("<![CDATA[a & b", "<![CDATA[a & b"),
    ],
)
def test_ampersands_are_put_right_outside_of_literal_text(raw: str, mended: str) -> None:
    assert mend_ampersands(raw) == mended


def test_what_stands_before_a_document_goes() -> None:
    assert mend_start("Notice: x\n<?xml version='1.0' encoding='latin-1'?>\n<rss>\x08</rss>") == "\n<rss></rss>"
    assert mend_start("no feed at all") == "no feed at all"


def test_a_feed_with_bare_ampersands_keeps_its_links_whole() -> None:
    document = read_xml_feed(rss(ITEM.format(n=7)))

    assert document.items[0].link == "https://e.com/?a=1&b=7"
    assert document.fault is None


def test_a_long_document_is_closed_after_its_first_items() -> None:
    document = read_loose_xml(shorten(rss(*(ITEM.format(n=n) for n in range(50))), 10))

    assert [item.guid for item in document.items] == [str(n) for n in range(10)]


def test_a_process_of_its_own_reads_the_same() -> None:
    text = rss(ITEM.format(n=1), "<item><title>قصف & \ud7ff</title><category>a</category><category>b</category></item>")

    assert read_contained(text) == read_loose_xml(text)


@pytest.mark.parametrize("text", ["<a>" * 300_000, "<" * 2_000_000], ids=["open tags", "signs"])
def test_a_document_made_to_keep_a_parser_busy_is_given_up(text: str) -> None:
    started = perf_counter()

    document = read_contained(text, longest_s=1)

    assert perf_counter() - started < 8
    assert document.items == ()
    assert "given up" in (document.fault or "")


def test_of_a_document_that_takes_too_long_the_newest_items_are_read() -> None:
    slow = "<item><guid>z</guid><title>z</title>" + "<category>c</category><b>" * 100_000
    text = rss(*(ITEM.format(n=n) for n in range(150)), slow)

    document = read_contained(text, longest_s=3)

    assert len(document.items) == 100
