"""Bytes into text: twelve cases in which header, declaration and bytes disagree."""

import codecs

import pytest

from syria_events.feeds.charset import decode

ARABIC = "<rss><title>قصف على ريف إدلب الجنوبي وسقوط ضحايا من المدنيين</title></rss>"
RUSSIAN = "<rss><title>Сирия: обстрел в провинции Идлиб</title></rss>"


def declared(text: str, name: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?>{text}'


CASES = [
    ("plain UTF-8", ARABIC.encode(), None, None, ARABIC),
    ("header says windows-1256 of UTF-8", ARABIC.encode(), "text/xml; charset=windows-1256", "ar", ARABIC),
    ("header says latin-1 of UTF-8", ARABIC.encode(), "text/xml; charset=ISO-8859-1", "ar", ARABIC),
    ("declared latin-1, is UTF-8", declared(ARABIC, "iso-8859-1").encode(), None, "ar", declared(ARABIC, "iso-8859-1")),
    (
        "windows-1256 declared as UTF-8",
        declared(ARABIC, "utf-8").encode("cp1256"),
        None,
        "ar",
        declared(ARABIC, "utf-8"),
    ),
    ("windows-1256, declared", declared(ARABIC, "windows-1256").encode("cp1256"), None, None, None),
    ("windows-1256, by header", ARABIC.encode("cp1256"), "application/xml; charset=windows-1256", None, ARABIC),
    ("windows-1256, header says latin-1", ARABIC.encode("cp1256"), "text/xml; charset=iso-8859-1", "ar", ARABIC),
    ("UTF-8 with byte order mark", codecs.BOM_UTF8 + ARABIC.encode(), "text/xml; charset=windows-1256", None, ARABIC),
    ("UTF-16 without byte order mark", ARABIC.encode("utf-16-le"), "text/xml; charset=utf-8", None, ARABIC),
    ("UTF-16 with byte order mark", codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), None, None, ARABIC),
    ("KOI8-R, declared", declared(RUSSIAN, "koi8-r").encode("koi8-r"), "text/xml", "ru", None),
]


@pytest.mark.parametrize(
    ("body", "header", "language", "text"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_the_letters_come_out_right(body: bytes, header: str | None, language: str | None, text: str | None) -> None:
    decoded = decode(body, header, language)

    assert not decoded.is_damaged
    assert decoded.text == text if text else (ARABIC in decoded.text or RUSSIAN in decoded.text)


def test_one_wrong_byte_costs_one_letter_and_not_the_feed() -> None:
    body = ARABIC.encode()

    decoded = decode(body[:30] + b"\xff" + body[30:], None, "ar")

    assert decoded.encoding == "utf-8"
    assert decoded.is_damaged
    assert decoded.text.replace("\ufffd", "") == ARABIC


def test_a_cut_in_the_middle_of_a_letter_costs_that_letter() -> None:
    decoded = decode(ARABIC.encode()[:-20], None, "ar")

    assert decoded.text.rstrip("\ufffd") == ARABIC.encode()[:-20].decode("utf-8", "ignore")


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN * 3, "koi8_r"),
        ("<rss><title>Syrie : des frappes aériennes ont visé les abords, côté frontière</title></rss>", "cp1252"),
    ],
)
@pytest.mark.parametrize("header", [None, "text/xml", "text/xml; charset=utf-8", "text/xml; charset=iso-8859-1"])
def test_a_code_page_that_nobody_names_is_found(text: str, page: str, header: str | None) -> None:
    assert decode(text.encode(page), header).text == text


def test_turkish_is_told_from_other_western_pages_by_the_language_of_the_feed() -> None:
    text = "<rss><title>Suriye'nin kuzeyinde çatışmalar sürüyor, sokağa çıkma yasağı</title></rss>"

    assert decode(text.encode("cp1254"), "text/xml; charset=iso-8859-1", "tr").text == text


@pytest.mark.parametrize("label", ["no-such-charset", "rot13", "base64", "utf-8;", "\x00"])
def test_nonsense_in_labels_is_passed_over(label: str) -> None:
    assert decode(ARABIC.encode(), f"text/xml; charset={label}").text == ARABIC
    assert decode(ARABIC.encode("cp1256"), f"text/xml; charset={label}", "ar").text == ARABIC
