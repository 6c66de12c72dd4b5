"""Feeds that a page announces."""

from syria_events.feeds.discovery import announced_feeds

URL = "https://example.com/news/"


def test_typed_links_come_first_and_are_made_absolute() -> None:
    page = b"""<html><head><base href="/en/"><link rel="alternate" type="application/rss+xml" href="feed">
    <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="https://example.com/atom">
    <link rel="alternate" hreflang="ar" href="/ar/"><link rel="stylesheet" type="text/css" href="x.css"></head>
    <body><a href="/other/rss.xml">RSS</a></body></html>"""

    assert announced_feeds(page, URL) == ("https://example.com/en/feed", "https://example.com/atom")


def test_links_that_look_like_feeds_serve_where_none_is_announced() -> None:
    page = b"<a href='/feed/'>f</a><a href='/feedback'>no</a><a href='/?feed=rss2'>r</a><a href='mailto:x@e.rss'>m</a>"

    assert announced_feeds(page, URL) == ("https://example.com/feed/", "https://example.com/?feed=rss2")


def test_what_is_no_page_announces_nothing() -> None:
    assert announced_feeds(b"", URL) == ()
    assert announced_feeds(b"\x00\xff" * 50, URL) == ()
