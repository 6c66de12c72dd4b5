"""What a page says about its article, and where each value came from."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from made_pages import article_of, entry, page

from syria_events.articles.authors import names_in
from syria_events.articles.titles import without_site


def ld(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


NEWS = {
    "@type": "ReportageNewsArticle",
    "headline": "Bridge reopens after two years",
    "datePublished": "2024-08-27T09:30:00+03:00",
    "dateModified": "2024-08-27T11:00:00+03:00",
    "author": [{"@type": "Person", "name": "Rima Haddad"}, {"@type": "Person", "name": "Omar Said"}],
    "articleSection": "Provinces",
    "publisher": {"@type": "Organization", "name": "Orontes Post"},
}


@pytest.mark.parametrize(
    "data",
    [NEWS, [NEWS], {"@graph": [{"@type": "WebSite"}, NEWS]}, {"@type": "WebPage", "mainEntity": NEWS}],
    ids=["object", "array", "graph", "main entity"],
)
def test_json_ld_in_all_its_shapes(data: object) -> None:
    article = article_of(page(head=ld(data)))
    assert article.published_at == datetime(2024, 8, 27, 6, 30, tzinfo=UTC)
    assert article.modified_at == datetime(2024, 8, 27, 8, tzinfo=UTC)
    assert article.authors == ("Rima Haddad", "Omar Said")
    assert article.section == "Provinces"
    assert article.field_sources["published_at"] == "json-ld"


def test_broken_json_ld_is_mended_or_passed_over() -> None:
    mended = ld(NEWS).replace('"Provinces"', '"Provin\nces",').replace(",,", ",")
    assert article_of(page(head=mended)).published_at is not None
    broken = "<script type='application/ld+json'>{not json</script>"
    meta = "<meta property='article:published_time' content='2024-08-26T10:00:00Z'>"
    article = article_of(page(head=broken + meta))
    assert article.published_at == datetime(2024, 8, 26, 10, tzinfo=UTC)
    assert article.field_sources["published_at"] == "opengraph"


def test_time_without_zone_is_the_publishers() -> None:
    head = "<meta property='article:published_time' content='2024-08-26 10:00'>"
    assert article_of(page(head=head), zone="Asia/Damascus").published_at == datetime(2024, 8, 26, 7, tzinfo=UTC)


def test_day_keeps_the_zone_of_the_page() -> None:
    article = article_of(page(head=ld(NEWS | {"datePublished": "2024-08-27T00:30:00+03:00"})))
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2024-08-27"


def test_time_of_a_teaser_is_not_the_articles() -> None:
    teasers = "".join(f"<li><time datetime='2024-08-0{i}'>{i} August</time> Other news</li>" for i in range(1, 9))
    markup = page(extra=f"<ul>{teasers}</ul>").replace("</h1>", "</h1><time datetime='2024-08-25T08:00Z'>Sunday</time>")
    assert article_of(markup).published_at == datetime(2024, 8, 25, 8, tzinfo=UTC)


def test_day_written_beside_the_headline() -> None:
    markup = page(headline="افتتاح الجسر", title="افتتاح الجسر").replace("</h1>", "</h1><div>الثلاثاء 27 آب 2024</div>")
    assert article_of(markup).published_at == datetime(2024, 8, 27, tzinfo=UTC)


def test_no_publication_in_the_future_and_the_feed_last() -> None:
    published = datetime(2024, 8, 20, tzinfo=UTC)
    head = "<meta property='article:published_time' content='2031-01-01T00:00:00Z'>"
    article = article_of(page(head=head), entry=entry(published_at=published))
    assert article.published_at == published
    assert article.field_sources["published_at"] == "feed"


def test_title_is_without_the_site() -> None:
    assert article_of(page()).title == "Bridge reopens after two years"


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        ("Bridge reopens | Orontes Post", "Orontes Post", "Bridge reopens"),
        ("Orontes Post - Bridge reopens", "Orontes Post", "Bridge reopens"),
        ("Bridge reopens - Provinces - Orontes Post", "Orontes Post", "Bridge reopens - Provinces"),
        ("Aleppo - a city returns", "Orontes Post", "Aleppo - a city returns"),
        ("افتتاح الجسر | عاصي نيوز", "عاصي نيوز", "افتتاح الجسر"),
    ],
)
def test_site_names_at_either_end(title: str, site: str, bare: str) -> None:
    assert without_site(title, [site]) == bare


def test_bylines_become_names() -> None:
    assert names_in(["By Rima Haddad and Omar Said"]) == ("Rima Haddad", "Omar Said")
    assert names_in(["بقلم: سامر الحسن"]) == ("سامر الحسن",)
    assert names_in(["https://orontes-post.example/staff", "admin", "Rima Haddad", "rima haddad"]) == ("Rima Haddad",)


def test_amp_page_is_its_canonical_page() -> None:
    head = "<link rel='canonical' href='https://www.orontes-post.example/news/2024/bridge'>"
    amp = article_of(page(head=head), url="https://www.orontes-post.example/news/2024/bridge/amp?utm_source=x")
    assert amp.url == "https://orontes-post.example/news/2024/bridge"
    assert amp.article_id == article_of(page()).article_id


def test_canonical_of_another_site_is_not_believed() -> None:
    head = "<link rel='canonical' href='https://elsewhere.example/'>"
    assert article_of(page(head=head)).url == "https://orontes-post.example/news/2024/bridge"


def test_modified_after_publication() -> None:
    article = article_of(page(head=ld(NEWS)))
    assert article.modified_at
    assert article.published_at
    assert article.modified_at - article.published_at == timedelta(minutes=90)
