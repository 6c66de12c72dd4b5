"""News sitemaps: found by robots.txt or by name, through indexes and gzip, within bounds."""

from __future__ import annotations

import gzip

import pytest

from syria_events.history.sitemap_document import MOST_ADDRESSES, read_sitemap
from syria_events.history.sitemaps import MOST_SITEMAPS, search_sitemaps
from tests.unit.history.driving import DAY, HOME, HTML, MISSING, drive, quest

SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'


def news(*titles: str, at: str = f"{DAY}T08:00:00+03:00") -> bytes:
    rows = "".join(
        f"<url><loc>{HOME}/{title}</loc><n:news><n:publication><n:name>O</n:name><n:language>ar</n:language>"
        f"</n:publication><n:publication_date>{at}</n:publication_date><n:title>{title}</n:title></n:news></url>"
        for title in titles
    )
    return f"<urlset {SPACES}>{rows}</urlset>".encode()


def index(*addresses: str, changed: str = "") -> bytes:
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    rows = "".join(f"<sitemap><loc>{address}</loc>{lastmod}</sitemap>" for address in addresses)
    return f"<sitemapindex {SPACES}>{rows}</sitemapindex>".encode()


def serving(files: dict[str, bytes]):
    return lambda url: (200, "text/xml", files[url]) if url in files else MISSING


def test_sitemap_that_robots_names_is_read_through_index_and_gzip() -> None:
    files = {
        f"{HOME}/robots.txt": f"User-agent: *\nSitemap: {HOME}/maps/index.xml\n".encode(),
        f"{HOME}/maps/index.xml": index(f"{HOME}/maps/posts.xml", f"{HOME}/maps/news.xml.gz"),
        f"{HOME}/maps/news.xml.gz": gzip.compress(news("shelling", "protest")),
    }
    driven = drive(search_sitemaps(quest()), serving(files))
    assert driven.titles == {"shelling", "protest"}
    assert driven.asked[:3] == [f"{HOME}/robots.txt", f"{HOME}/maps/index.xml", f"{HOME}/maps/news.xml.gz"]
    (entry, *_) = driven.verdict.readings[0].entries
    assert entry.published_at.isoformat() == f"{DAY}T05:00:00+00:00"
    assert entry.language == "ar"


def test_usual_names_are_tried_where_robots_names_none() -> None:
    driven = drive(search_sitemaps(quest()), serving({f"{HOME}/news-sitemap.xml": news("shelling")}))
    assert driven.titles == {"shelling"}


def test_sitemaps_unchanged_since_before_the_day_are_left() -> None:
    files = {f"{HOME}/sitemap.xml": index(f"{HOME}/2025.xml", changed="2025-12-31")}
    driven = drive(search_sitemaps(quest()), serving(files))
    assert f"{HOME}/2025.xml" not in driven.asked


def test_addresses_without_news_are_no_entries() -> None:
    body = f"<urlset {SPACES}><url><loc>{HOME}/about</loc><lastmod>{DAY}</lastmod></url></urlset>".encode()
    driven = drive(search_sitemaps(quest()), serving({f"{HOME}/sitemap.xml": body}))
    assert driven.verdict.is_offered is False
    assert "1 addresses without news" in driven.verdict.evidence


def test_sitemaps_of_other_sites_are_not_asked() -> None:
    files = {
        f"{HOME}/robots.txt": b"Sitemap: https://elsewhere.example/news.xml",
        f"{HOME}/sitemap.xml": index("https://elsewhere.example/2.xml"),
    }
    driven = drive(search_sitemaps(quest()), serving(files))
    assert not [url for url in driven.asked if "elsewhere" in url]


def test_index_without_end_is_left_at_the_bound() -> None:
    numbers = iter(range(100_000))
    driven = drive(
        search_sitemaps(quest()), lambda _: (200, "text/xml", index(*[f"{HOME}/n{next(numbers)}.xml" for _ in "abc"]))
    )
    assert len(driven.asked) == MOST_SITEMAPS + 1
    assert not driven.verdict.covers_day


def test_huge_sitemap_is_read_up_to_the_protocols_bound() -> None:
    row = b"<url><loc>https://outlet.example/x</loc></url>"
    body = f"<urlset {SPACES}>".encode() + row * (MOST_ADDRESSES + 10) + b"</urlset>"
    found = read_sitemap(body)
    assert found.others == MOST_ADDRESSES
    assert str(MOST_ADDRESSES) in (found.fault or "")


def test_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * (80 << 20))
    assert "larger than" in (read_sitemap(bomb).fault or "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        HTML[2],
        b"<urlset><url><loc>",
        b"\x1f\x8bnot gzip",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset>&b;</urlset>',
    ],
)
def test_what_is_no_sitemap_says_so(body: bytes) -> None:
    found = read_sitemap(body)
    assert found.fault
    assert not found.items


def test_what_could_be_read_of_a_cut_sitemap_is_there() -> None:
    whole = news("a", "b", "c")
    found = read_sitemap(whole[: whole.index(b"<n:title>c")])
    assert [item.title for item in found.items] == ["a", "b"]
    assert found.fault
