"""Items into entries: what publishers write, and what it means."""

from datetime import UTC, datetime

import pytest

from syria_events.feeds.item import Item
from syria_events.feeds.repair import clean_title, language_code, repair
from syria_events.model import Entry, Feed

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FEED = Feed(slug="x", name="X", url="https://example.com/feed", language="ar", timezone="Asia/Damascus")


def entry(**fields: object) -> Entry:
    return repair(Item(**fields), FEED, base="https://example.com/news/feed", fetched_at=NOW)


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("Syria&#8217;s army", "Syria’s army"),
        ("Q &amp; A", "Q & A"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("<b>Bold</b> news", "Bold news"),
        ("&lt;b&gt;Bold&lt;/b&gt; news", "Bold news"),
        ('<a href="/x">Syria</a>: <BR/>talks', "Syria : talks"),
        ("Farmer hurt <script>alert('x')</script><img src=x onerror=alert(1)>", "Farmer hurt"),
        ("Farmer hurt &lt;script&gt;alert(1)&lt;/script&gt;", "Farmer hurt"),
        ("What &lt;Aleppo&gt; means", "What <Aleppo> means"),
        ("3 < 5 and 7 > 2", "3 < 5 and 7 > 2"),
        ("  two\n lines\u200b ", "two lines"),
        ("قصف\xa0على إدلب", "قصف على إدلب"),
    ],
)
def test_titles_become_text(raw: str, title: str) -> None:
    assert clean_title(raw) == title


def test_relative_links_start_from_the_document() -> None:
    assert entry(link="../a?utm_source=rss").url == "https://example.com/a?utm_source=rss"
    assert entry(link="/a?utm_source=rss").canonical_url == "https://example.com/a"


def test_a_guid_that_is_an_address_serves_as_link_and_another_does_not() -> None:
    assert entry(guid="https://example.com/1").url == "https://example.com/1"
    assert entry(guid="1234").url is None


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[broken", "x" * 5000, " "])
def test_links_that_lead_nowhere_are_null(link: str) -> None:
    assert entry(link=link).url is None


def test_a_google_news_item_keeps_title_source_and_date_only() -> None:
    found = entry(
        guid="CBMi",
        link="https://news.google.com/rss/articles/CBMiAA?oc=5",
        title="Talks resume in Damascus - Example News",
        source_name="Example News",
        published_raw="Mon, 23 Nov 2026 05:00:00 GMT",
    )

    assert (found.url, found.canonical_url) == (None, None)
    assert found.title == "Talks resume in Damascus"
    assert found.authors == ("Example News",)
    assert found.published_at == datetime(2026, 11, 23, 5, tzinfo=UTC)


def test_a_bad_date_is_null_with_its_text_and_the_reason() -> None:
    found = entry(published_raw="tomorrow")

    assert (found.published_at, found.published_raw) == (None, "tomorrow")
    assert found.published_null_reason == "not a date"


def test_a_date_without_zone_is_the_publishers() -> None:
    assert entry(published_raw="2026-11-23 12:00").published_at == datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_an_edit_changes_the_version_and_not_the_identity() -> None:
    before, after = entry(guid="1", title="Ten dead"), entry(guid="1", title="Twelve dead")

    assert before.entry_id == after.entry_id
    assert before.content_hash != after.content_hash


@pytest.mark.parametrize(
    ("tag", "code"), [("en-US", "en"), ("ar_SY", "ar"), ("KU", "ku"), ("", None), ("english", None)]
)
def test_language_tags(tag: str, code: str | None) -> None:
    assert language_code(tag) == code
