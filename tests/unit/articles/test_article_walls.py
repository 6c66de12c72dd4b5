"""Pages that are no article are named, and the feed's own words take their place."""

from __future__ import annotations

import json

import pytest
from made_pages import PARAGRAPHS, URL, article_of, entry, page

SHELL = "<html><head><title>{title}</title></head><body>{body}</body></html>"
TEASERS = "".join(
    f"<div class='card'><h3><a href='/n/{i}'>Story number {i} about the valley and its people</a></h3></div>"
    for i in range(30)
)

LIVE = {"@type": "LiveBlogPosting", "headline": "x"}

WALLS = {
    "bot": [
        SHELL.format(title="Just a moment...", body="<h1>orontes-post.example</h1><p>Checking your browser.</p>"),
        SHELL.format(title="Access denied", body="<p>You have been blocked. Reference 18.2f.</p>"),
        SHELL.format(title="x", body="<p>يرجى التحقق من أنك لست روبوت قبل المتابعة إلى الموقع</p>"),
    ],
    "consent": [
        SHELL.format(
            title="Orontes Post",
            body="<div><h2>We value your privacy</h2><p>We use cookies and similar means. We and our partners store "
            "and/or access information on a device to show personalised ads.</p><button>Accept all</button></div>",
        ),
        SHELL.format(title="x", body="<p>Çerez politikası: çerezleri kabul ederek devam edin. Tümünü kabul et.</p>"),
        SHELL.format(title="x", body="<p>يستخدم الموقع ملفات تعريف الارتباط. إدارة التفضيلات أو قبول الكل.</p>"),
    ],
    "login": [
        SHELL.format(
            title="Log in",
            body="<form><p>Please log in to go on. Forgot your password?</p><input type=password></form>",
        ),
        SHELL.format(title="تسجيل الدخول", body="<form><p>نسيت كلمة المرور؟</p><input type='password'></form>"),
    ],
    "javascript": [
        SHELL.format(
            title="Orontes Post", body="<div id=root></div><p>You need to enable JavaScript to run this app.</p>"
        ),
        SHELL.format(title="Orontes Post", body="<div id=root></div>"),
    ],
    "not_found": [
        SHELL.format(title="404 - Page not found", body="<h1>Oops</h1><p>Try the search.</p>"),
        SHELL.format(title="عاصي نيوز", body="<h1>الصفحة غير موجودة</h1><p>ربما نقلت أو حذفت من الموقع.</p>"),
        SHELL.format(title="x", body="<h1>Страница не найдена</h1><p>Вернитесь на главную.</p>"),
    ],
    "paywall": [
        page(PARAGRAPHS[:1]).replace(
            "</article>", "<p>Subscribe to continue reading. Already a subscriber?</p></article>"
        ),
        page(("ظل الجسر مغلقا عامين قبل أن تعبره أولى الشاحنات صباح الثلاثاء وسط حشد كبير من سكان الضفتين …",)).replace(
            "</article>", "<div class='paywall'><p>اشترك لمتابعة القراءة</p></div></article>"
        ),
    ],
    "list": [
        SHELL.format(title="Provinces", body=f"<h1>Provinces</h1>{TEASERS}"),
        page(head=f"<script type='application/ld+json'>{json.dumps(LIVE)}</script>"),
    ],
}


@pytest.mark.parametrize(("wall", "markup"), [(wall, markup) for wall, pages in WALLS.items() for markup in pages])
def test_walls_are_told_apart_and_never_an_articles_text(wall: str, markup: str) -> None:
    article = article_of(markup)
    assert article.wall == wall
    assert article.text == "The iron bridge is open again."
    assert article.text_from == "feed"
    assert article.title == "Bridge reopens"


@pytest.mark.parametrize(
    ("status", "wall"), [(404, "not_found"), (410, "not_found"), (401, "login"), (402, "paywall"), (500, "blocked")]
)
def test_statuses(status: int, wall: str) -> None:
    assert article_of(page(), status=status).wall == wall


def test_what_is_no_page_is_refused() -> None:
    assert article_of(b"%PDF-1.7\n" + bytes(range(256)), content_type="application/pdf").wall == "blocked"
    assert article_of(b"%PDF-1.7\n" + bytes(range(256))).wall == "blocked"
    assert article_of(b"").wall == "blocked"


def test_front_page_in_place_of_an_article_is_a_list() -> None:
    assert (
        article_of(SHELL.format(title="Orontes Post", body=TEASERS), url="https://www.orontes-post.example/").wall
        == "list"
    )


@pytest.mark.parametrize(
    "mention",
    [
        "Engineers checked the browser-based control room, and a robot inspected the piers to verify that you are "
        "human was the joke of the day among the welders.",
        "The newspaper wrote that we use cookies to bribe the clerks, and that its readers should subscribe to "
        "continue reading about the affair.",
        "Visitors saw a sign that said page not found where the old toll list had hung, which the guard thought funny.",
    ],
)
def test_an_article_that_mentions_such_things_stays_an_article(mention: str) -> None:
    article = article_of(page((*PARAGRAPHS, mention, *PARAGRAPHS[:2])))
    assert article.wall is None
    assert mention in article.text


@pytest.mark.parametrize("headline", ["Aid access denied for a third month", "404 families return to the valley"])
def test_a_short_article_under_a_headline_like_that_stays_one(headline: str) -> None:
    assert article_of(page(PARAGRAPHS[:2], headline=headline, title=f"{headline} | Orontes Post")).wall is None


def test_what_scripts_hold_for_subscribers_is_not_read() -> None:
    data = json.dumps({"body": "".join(f"<p>{text}</p>" for text in PARAGRAPHS)})
    closed = json.dumps({"@type": "NewsArticle", "headline": "Bridge", "isAccessibleForFree": False})
    scripts = f"<script type='application/ld+json'>{closed}</script><script>start({data})</script>"
    article = article_of(
        SHELL.format(title="Bridge", body=f"<p>The bridge is open…</p><div class='paywall'></div>{scripts}")
    )
    assert (article.wall, article.text_from) == ("paywall", "feed")


def test_cookie_banner_beside_an_article_is_no_wall() -> None:
    banner = "<div class='cookie-banner'><p>We use cookies. Cookie policy.</p><button>Accept all</button></div>"
    article = article_of(page(extra=banner))
    assert article.wall is None
    assert "cookies" not in article.text


def test_a_list_without_an_entry_to_fall_back_on_is_shown_and_named() -> None:
    live = WALLS["list"][1]
    article = article_of(live, entry=entry(title="", summary="", url=URL))
    assert article.wall == "list"
    assert PARAGRAPHS[0] in article.text


def test_page_for_subscribers_says_what_the_feed_does_not() -> None:
    stated = {
        "@type": "NewsArticle",
        "headline": "Iron bridge reopens for lorries after two years",
        "datePublished": "2024-08-27T09:30:00+03:00",
        "isAccessibleForFree": False,
    }
    scripts = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    closed = SHELL.format(title="Bridge", body=f"<p>The bridge is open…</p><div class='paywall'></div>{scripts}")
    article = article_of(closed)
    assert (article.title, article.field_sources["title"]) == ("Bridge reopens", "feed")
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-08-27T09:30:00+03:00"
    silent = article_of(closed, entry=entry(title="", summary=""))
    assert (silent.wall, silent.text_from, silent.text) == ("paywall", "feed", "")
    assert silent.title == "Iron bridge reopens for lorries after two years"
    assert silent.language == "en"
