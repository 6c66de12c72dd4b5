"""One article, one key, however the link was dressed up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_events.urls import (
    canonical_url,
    host_of,
    is_google_news,
    is_web_url,
    page_url,
    registered_domain,
    without_tracking,
)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("HTTP://WWW.Example.com:80/a//b/?utm_source=x&b=2&a=1#frag", "https://example.com/a/b?a=1&b=2"),
        ("https://m.example.com/a?fbclid=1", "https://example.com/a"),
        ("https://mobile.example.com/a", "https://example.com/a"),
        ("https://amp.example.com/x.amp.html", "https://example.com/x.html"),
        ("https://example.com/a/amp/", "https://example.com/a"),
        ("https://example.com/amp/a", "https://example.com/a"),
        ("https://example.com/a?amp=1", "https://example.com/a"),
        ("https://www.google.com/amp/s/www.example.com/news", "https://example.com/news"),
        ("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a?x=1", "https://example.com/a?x=1"),
        ("https://example.com/?p=12&ref=rss", "https://example.com/?p=12"),
        ("https://example.com/%d8%b3", "https://example.com/%D8%B3"),
        ("https://example.com/س", "https://example.com/%D8%B3"),
        ("https://مثال.com/a", "https://xn--mgbh0fb.com/a"),
        ("http://127.0.0.1:8070/a?utm_medium=q", "http://127.0.0.1:8070/a"),
        (" https://example.com/a\n", "https://example.com/a"),
    ],
)
def test_forms_of_one_address_share_a_key(url: str, key: str) -> None:
    assert canonical_url(url) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/?p=1", "https://example.com/?p=2"),
        ("https://example.com/camp", "https://example.com/c"),
        ("https://mexample.com/", "https://example.com/"),
        ("https://example.com/a?ref=homs", "https://example.com/a"),
        ("https://example.com/a%2Fb", "https://example.com/a/b"),
        ("https://arabic.example.com/a", "https://example.com/a"),
    ],
)
def test_different_pages_keep_different_keys(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


@given(st.text(max_size=60))
def test_any_text_has_a_stable_key(path: str) -> None:
    once = canonical_url("https://www.example.com/" + path)

    assert canonical_url(once) == once


@pytest.mark.parametrize("path", ["\ud800", "%FF", "%", "%zz", "\x00\n", "?a=%FF&b=\udc80", "[", "//"])
def test_broken_paths_have_a_key_that_can_be_stored(path: str) -> None:
    assert canonical_url("https://e.com/" + path).encode()


def test_a_text_longer_than_any_address_is_its_own_key() -> None:
    assert canonical_url(" https://e.com/?" + "a&" * 10**6) == "https://e.com/?" + "a&" * 10**6


def test_a_page_may_name_its_own_address_on_its_site() -> None:
    assert page_url("https://m.example.com/a?x=1", "https://www.example.com/a") == "https://example.com/a"


@pytest.mark.parametrize("declared", ["https://other.org/a", "https://example.com/", "", None, "javascript:void(0)"])
def test_a_mistaken_canonical_link_is_not_believed(declared: str | None) -> None:
    assert page_url("https://example.com/a", declared) == "https://example.com/a"


def test_google_news_links_are_told_apart_from_pages_of_google() -> None:
    assert is_google_news("https://news.google.com/rss/articles/CBMi?oc=5")
    assert not is_google_news("https://news.google.com/rss/search?q=Syria")


def test_tracking_is_taken_off_and_nothing_else() -> None:
    assert without_tracking("https://e.com/?utm_source=a&P=1&fbclid=2#x") == "https://e.com/?P=1#x"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://e.com/", "//e.com", "http://", "http://e.com:99999/", None]
)
def test_what_is_not_on_the_web_is_told_apart(url: str | None) -> None:
    assert not is_web_url(url)


def test_hosts_and_domains() -> None:
    assert host_of("HTTPS://User@WWW.Example.co.uk.:8080/") == "www.example.co.uk"
    assert registered_domain("https://feeds.bbci.co.uk/x") == "bbci.co.uk"
    assert registered_domain("http://127.0.0.1:80/") == "127.0.0.1"
