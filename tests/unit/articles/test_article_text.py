"""The text of an article, and what of its page is no part of it."""

from __future__ import annotations

import json

import pytest
from made_pages import ARABIC, FETCHED_AT, FURNITURE, PARAGRAPHS, URL, article_of, entry, page

from syria_events.articles.extraction import PageInput, extract_article, page_lines
from syria_events.articles.repetition import line_key, without_lines
from syria_events.model import stable_id


def test_text_is_the_paragraphs_in_their_order_without_the_site() -> None:
    article = article_of(page())
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.text_from == "page"
    assert article.wall is None
    assert "trafilatura" in (article.extractor or "")
    assert article.agreement is not None
    assert article.agreement > 0.9


def test_arabic_text_is_whole() -> None:
    article = article_of(page(ARABIC, headline="افتتاح الجسر الحديدي", title="افتتاح الجسر الحديدي"))
    assert article.text == "\n".join(ARABIC)
    assert (article.language, article.script) == ("ar", "Arab")


def test_standfirst_is_kept_and_byline_teasers_and_comments_are_not() -> None:
    standfirst = "The crossing is the first of nine that the provincial council wants to repair before winter comes."
    teasers = "".join(f"<li><a href='/n/{i}'>Another headline number {i} of the day</a></li>" for i in range(8))
    extra = f"<aside class='related'><h3>Read more</h3><ul>{teasers}</ul></aside>"
    extra += (
        "<div class='comments'><p>Reader: I crossed it yesterday and it shook a little, be careful there.</p></div>"
    )
    markup = page(extra=extra).replace("</h1>", f"</h1><p class='standfirst'>{standfirst}</p>", 1)
    text = article_of(markup).text
    assert standfirst in text
    assert "Another headline" not in text
    assert "it shook a little" not in text


def test_result_does_not_depend_on_what_was_extracted_before() -> None:
    first = article_of(page())
    article_of(page(ARABIC))
    assert article_of(page()) == first


def test_lines_that_the_host_repeats_are_left_out() -> None:
    appeal = (
        "Independent reporting from the valley needs your support, so please consider a gift to our newsroom today."
    )
    pages = [page((*PARAGRAPHS, appeal)), page((*ARABIC, appeal))]
    first, second = (page_lines(PageInput(markup.encode(), None, URL, 200)) for markup in pages)
    shared = first & second
    assert line_key(appeal) in shared
    article = article_of(pages[0], host_lines=shared)
    assert appeal not in article.text
    assert PARAGRAPHS[-1] in article.text


def test_a_text_that_would_lose_most_of_itself_keeps_its_lines() -> None:
    assert without_lines("a copy of it\nall of it", frozenset(map(line_key, ("a copy of it", "all of it")))).count("\n")


def test_without_a_page_the_feed_speaks() -> None:
    article = extract_article(None, entry(), fetched_at=FETCHED_AT)
    assert (article.title, article.text) == ("Bridge reopens", "The iron bridge is open again.")
    assert (article.text_from, article.wall) == ("feed", None)
    assert article.article_id == stable_id("a", "https://orontes-post.example/news/2024/bridge")


def test_a_feeds_broken_markup_is_read_as_far_as_it_goes() -> None:
    broken = "<p>The bridge\x00 is\x0b open.<script>alert(1)</script><![CDATA[ \ud800 <b>Again"
    article = extract_article(None, entry(summary=broken), fetched_at=FETCHED_AT)
    assert article.text.startswith("The bridge is open.")
    assert "alert" not in article.text
    assert extract_article(None, entry(summary="<!-- nothing -->"), fetched_at=FETCHED_AT).text == ""


def test_article_in_the_data_of_a_script_is_found() -> None:
    data = json.dumps({"story": {"body": "".join(f"<p>{text}</p>" for text in PARAGRAPHS)}})
    shell = (
        f"<html><head><title>Bridge</title></head><body><div id=app></div><script>start({data})</script></body></html>"
    )
    article = article_of(shell)
    assert article.text == "\n".join(PARAGRAPHS)
    assert article.extractor == "embedded"


def test_part_streamed_in_late_is_read() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    article = article_of(
        f"<html><body>{FURNITURE}<div hidden id='S:0'><main><h1>Bridge</h1>{body}</main></div></body></html>"
    )
    assert PARAGRAPHS[0] in article.text


@pytest.mark.parametrize(
    ("charset", "declared", "content_type"),
    [
        ("windows-1256", None, "text/html"),
        ("windows-1256", "utf-8", "text/html; charset=utf-8"),
        ("windows-1256", "iso-8859-1", "text/html"),
        ("utf-8", "windows-1256", "text/html; charset=windows-1256"),
        ("utf-16", None, "text/html"),
        ("utf-16-le", None, "text/html"),
        ("utf-8-sig", "windows-1252", "text/html"),
        ("iso-8859-6", None, "text/html"),
    ],
)
def test_no_arabic_is_lost_to_a_wrong_charset(charset: str, declared: str | None, content_type: str) -> None:
    head = f"<meta charset='{declared}'>" if declared else ""
    markup = page(ARABIC, head=head, headline="افتتاح الجسر", title="افتتاح الجسر")
    assert article_of(markup.encode(charset), content_type=content_type).text == "\n".join(ARABIC)


@pytest.mark.parametrize("declared", ["", "<meta charset='iso-8859-1'>"])
def test_turkish_letters_survive_a_western_label(declared: str) -> None:
    text = "İlçede sabaha karşı şiddetli yağış başladı, dağ köylerine giden yol kapandı ve çığ uyarısı yapıldı."
    markup = page((text, "Yetkililer ağır iş makinelerinin gün boyu çalışacağını söyledi."), head=declared)
    assert text in article_of(markup.encode("windows-1254")).text


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_russian_charsets_are_told_apart(charset: str) -> None:
    text = "Инженеры снова открыли железный мост через реку, и первые грузовики прошли по нему до полудня."
    assert text in article_of(page((text, text.replace("мост", "путь"))).encode(charset), content_type=None).text
