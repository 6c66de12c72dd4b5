"""What no feed shows any more can be found in the archives of the outlets."""

from __future__ import annotations

import pytest
import requests
from lxml import etree

from samples.server import Newsroom

NEWS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "news": "http://www.google.com/schemas/sitemap-news/0.9"}


def home(newsroom: Newsroom, outlet: str) -> str:
    return newsroom.edition.base_url(newsroom.edition.outlets[outlet])


def test_sitemap_has_what_the_feed_has_dropped(newsroom: Newsroom) -> None:
    newsroom.move_to(3)
    dropped = newsroom.edition.items["badia-monitor/sukhnah-road-attack"]
    address = home(newsroom, "badia-monitor") + "/sitemap.xml"
    root = etree.fromstring(requests.get(address, timeout=5).content)
    assert dropped.url in root.xpath("//s:loc/text()", namespaces=NEWS)
    assert dropped.title in root.xpath("//news:title/text()", namespaces=NEWS)
    assert dropped.url not in requests.get(newsroom.feed_url("badia-monitor"), timeout=5).text


def test_posts_of_one_day_include_the_one_that_no_feed_carries(newsroom: Newsroom) -> None:
    missed = next(entry for entry in newsroom.truth()["beyond_feeds"] if entry["story"].startswith("northern-crossing"))
    day = missed["published_at"][:10]
    limits = {"after": f"{day}T00:00:00", "before": f"{day}T23:59:59"}
    response = requests.get(home(newsroom, "northern-crossing") + "/wp-json/wp/v2/posts", params=limits, timeout=5)
    posts = response.json()
    assert missed["url"] in {post["link"] for post in posts}
    assert {post["date_gmt"][:10] for post in posts} == {day}
    assert response.headers["X-WP-Total"] == str(len(posts))


def test_posts_come_in_pages_until_there_is_no_further_one(newsroom: Newsroom) -> None:
    address = home(newsroom, "jasmine-lens") + "/wp-json/wp/v2/posts"
    first = requests.get(address, params={"per_page": 5}, timeout=5)
    pages = int(first.headers["X-WP-TotalPages"])
    last = requests.get(address, params={"per_page": 5, "page": pages}, timeout=5)
    beyond = requests.get(address, params={"per_page": 5, "page": pages + 1}, timeout=5)
    assert len(first.json()) + len(last.json()) == int(first.headers["X-WP-Total"])
    assert beyond.status_code == 400


@pytest.mark.parametrize("outlet", ["orontes-wire", "hauran-notebooks"])
def test_other_outlets_offer_no_such_interface(newsroom: Newsroom, outlet: str) -> None:
    assert requests.get(home(newsroom, outlet) + "/wp-json/wp/v2/posts", timeout=5).status_code == 404
