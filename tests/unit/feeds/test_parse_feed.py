"""Documents of every format and condition into entries."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_events.feeds.parse import ParsedFeed, parse_feed
from syria_events.model import Feed

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FEED = Feed(slug="x", name="X", url="https://example.com/feed", timezone="Asia/Damascus")
DATA = Path(__file__).parents[2] / "data" / "feeds"


def parse(body: bytes, content_type: str | None = None, language: str | None = None) -> ParsedFeed:
    feed = Feed(slug="x", name="X", url=FEED.url, timezone=FEED.timezone, language=language)
    return parse_feed(body, content_type=content_type, feed=feed, url=feed.url, fetched_at=NOW)


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("rss20.xml", "rss20"),
        ("rss10.xml", "rss10"),
        ("atom10.xml", "atom10"),
        ("atom03.xml", "atom03"),
        ("feed.json", "json11"),
    ],
)
def test_one_story_in_five_formats_is_the_same_entry(name: str, format_name: str) -> None:
    parsed = parse((DATA / name).read_bytes())

    assert (parsed.format, parsed.error, len(parsed.entries)) == (format_name, None, 2)
    entry = parsed.entries[0]
    assert entry.title == "Shelling in the south of Idlib – “heavy”"
    assert entry.url == "https://news.example.org/2026/11/idlib?utm_source=feed"
    assert entry.canonical_url == "https://news.example.org/2026/11/idlib"
    assert entry.published_at == datetime(2026, 11, 23, 5, 30, tzinfo=UTC)
    assert "<b>three</b> people" in entry.summary + entry.content
    assert parsed.title == "Example News"


def test_a_feed_names_its_hub_and_how_long_it_keeps() -> None:
    parsed = parse((DATA / "rss20.xml").read_bytes())

    assert parsed.hub == "https://hub.example.org/"
    assert parsed.hint_seconds == 1800


def item(title: str, more: str = "") -> str:
    return f"<item><guid>{title}</guid><title>{title}</title><link>https://e.com/a</link>{more}</item>"


def rss(inside: str) -> str:
    return f"<rss version='2.0'><channel><title>t</title>{inside}</channel></rss>"


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        (rss(item("a & b")), ["a & b"]),
        (rss(item("a&nbsp;b")), ["a b"]),
        ("<br />\n<b>Warning</b>: foo() in /var/www\n" + "<?xml version='1.0'?>" + rss(item("a")), ["a"]),
        ("\n\n" + "<?xml version='1.0'?>" + rss(item("a")), ["a"]),
        (rss(item("a\x08b")), ["ab"]),
        (rss(item("a") + "<item><title>cut"), ["a"]),
        (rss(item("a") + item("b")).removesuffix("</channel></rss>"), ["a", "b"]),
        ("<!DOCTYPE rss [<!ENTITY x 'y'>]>" + rss(item("a")), ["a"]),
    ],
    ids=["ampersand", "entity", "warning", "blank lines", "control", "cut item", "cut end", "doctype"],
)
def test_broken_markup_still_gives_its_entries(body: str, titles: list[str]) -> None:
    assert [entry.title for entry in parse(body.encode()).entries][: len(titles)] == titles


def test_a_wrong_byte_does_not_turn_arabic_into_other_letters() -> None:
    title = "قصف على ريف إدلب الجنوبي"
    body = rss(item(title) + item("z")).encode().replace(b"<title>z", b"<title>\xffz")

    parsed = parse(body, "text/xml; charset=windows-1256", "ar")

    assert parsed.entries[0].title == title
    assert parsed.warnings


def test_a_page_of_html_is_not_a_feed() -> None:
    parsed = parse(b"<!DOCTYPE html><html><head><title>Checking your browser</title></head><body>x</body></html>")

    assert (parsed.entries, parsed.format) == ((), None)
    assert parsed.error


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"version": 1}', b'{"version":', b"\x00" * 99, b"/etc/passwd"])
def test_no_feed_is_an_error_and_never_an_exception(body: bytes) -> None:
    parsed = parse(body)

    assert parsed.entries == ()
    assert parsed.error


def test_json_feed_with_numbers_as_ids_and_odd_shapes() -> None:
    items = [{"id": 7, "title": None, "content_text": "x", "tags": "no list", "authors": [{"name": "A"}, 5]}, "no item"]
    body = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items, "hubs": [{"type": "WebSub"}]})

    (entry,) = parse(body.encode()).entries

    assert (entry.guid, entry.content, entry.authors, entry.categories) == ("7", "x", ("A",), ())


def test_an_entity_bomb_costs_nothing() -> None:
    entities = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(9))
    body = f"<!DOCTYPE rss [<!ENTITY l0 'lol'>{entities}]>" + rss(item("a", "<description>&l9;</description>"))

    parsed = parse(body.encode())

    assert sum(len(entry.summary) for entry in parsed.entries) < 100_000


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("swordfish")
    body = f"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file://{secret}'>]>" + rss(item("a", "<description>&x;</description>"))

    assert "swordfish" not in str(parse(body.encode()))


def test_an_archive_is_cut_after_two_thousand_items_in_bounded_time() -> None:
    broken = rss("".join(item(str(n)) for n in range(5000)) + "<bad>")
    items = [{"id": n, "title": "t"} for n in range(5000)]
    for body in (broken, json.dumps({"version": "https://jsonfeed.org/version/1", "items": items})):
        parsed = parse(body.encode())

        assert len(parsed.entries) == 2000
        assert parsed.warnings == ("only the first 2000 items were read",)


def test_a_megabyte_of_description_is_read_at_once() -> None:
    text = "<![CDATA[" + "<p>Syria <b>news</b></p>" * 50_000 + "]]>"

    assert len(parse(rss(item("a", f"<description>{text}</description>")).encode()).entries[0].summary) > 10**6


@pytest.mark.parametrize(
    "body",
    [
        rss(item("a&#0;b", "<description>c&#55357;d &#xD83D;</description>") + "<"),
        r"""{"version": "https://jsonfeed.org/version/1", "title": "\u0000",
        "hubs": [{"type": "WebSub", "url": "\u0000"}],
        "items": [{"id": "\u0000", "title": "a\u0000\ud83d", "url": "https://e.com/\ud83d", "tags": ["\u0000"]}]}""",
    ],
    ids=["XML", "JSON"],
)
def test_what_no_database_can_store_does_not_get_through(body: str) -> None:
    parsed = parse(body.encode())

    assert parsed.entries
    assert "\\x00" not in repr(parsed)
    assert "\\ud83d" not in repr(parsed)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_break_the_reading(noise: bytes, is_inside: bool) -> None:
    body = rss(item("a") + "@@").encode().replace(b"@@", noise) if is_inside else noise

    parsed = parse(body)

    assert bool(parsed.entries) == (parsed.error is None)
