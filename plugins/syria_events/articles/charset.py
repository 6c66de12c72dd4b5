"""Bytes to text: the charset that was declared, if the bytes bear it out, else the one they look like."""

from __future__ import annotations

import codecs
import re
import unicodedata
import zlib
from dataclasses import dataclass

LARGEST_PAGE = 30_000_000
"""Bytes; what lies behind is cut off."""
SAMPLE = 60_000
"""Non-ASCII bytes that are looked at to tell one charset from another."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_WHATWG = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "latin5": "windows-1254",
    "unicode": "utf-16-le",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "tis-620": "windows-874",
}
"""Labels that browsers read as another charset (WHATWG Encoding Standard, 4.2)."""

_COMMON = {
    "arabic": "اليمنوترةبهسعدفكحقأجشصطىخ",
    "cyrillic": "оеаинтсрвлкмдпуяызьбгчй",
}
"""The commonest letters of running text; nine letters in ten of it are among them."""
_CANDIDATES = (
    ("windows-1256", "arabic"),
    ("iso-8859-6", "arabic"),
    ("windows-1251", "cyrillic"),
    ("koi8-r", "cyrillic"),
    ("iso-8859-5", "cyrillic"),
    ("ibm866", "cyrillic"),
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page as text, and how it came to be."""

    text: str
    charset: str
    source: str
    """`bom`, `header`, `meta`, `checked` (the bytes are valid UTF-8) or `detected`."""


def decode_page(body: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page. Never fails: undecodable bytes become U+FFFD, NULs and what is behind LARGEST_PAGE go."""
    body = _unzip(body)[:LARGEST_PAGE]
    for bom, charset in _BOMS:
        if body.startswith(bom):
            return _decoded(body[len(bom) :], charset, "bom")
    if wide := _wide(body):
        return _decoded(body, wide, "detected")
    if _is_utf8(body):
        return _decoded(body, "utf-8", "checked")
    for source, label in _declared(body, content_type):
        if _bears_out(body, label):
            # Turkish sites declare Western text and mean their own variant of it
            is_turkish = label == "cp1252" and _western(body) == "windows-1254"
            return _decoded(body, "windows-1254" if is_turkish else label, source)
    return _decoded(body, _detect(body), "detected")


def _unzip(body: bytes) -> bytes:
    """Take off a gzip wrapper that no header announced; a truncated one gives what it holds."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, LARGEST_PAGE)
    except zlib.error:
        return b""


def _decoded(body: bytes, charset: str, source: str) -> Decoded:
    return Decoded(body.decode(charset, "replace").replace("\x00", ""), charset, source)


def _wide(body: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero bytes of its ASCII markup."""
    head = body[:24]
    if len(head) < 24:
        return None
    if head[1::2].count(0) > 8 and head[0::2].count(0) == 0:
        return "utf-16-le"
    if head[0::2].count(0) > 8 and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _is_utf8(body: bytes) -> bool:
    """Whether it is UTF-8, but for a stray byte here and there (a cut character, a foreign advertisement)."""
    if body.isascii():
        return True
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd") - body.count("\ufffd".encode())
    wide = sum(1 for char in text[:400_000] if char > "\x7f") if broken else 1
    return broken * 20 <= wide


def _declared(body: bytes, content_type: str | None) -> list[tuple[str, str]]:
    found = []
    if content_type and (match := _HEADER.search(content_type)):
        found.append(("header", match[1]))
    if meta := _META.search(body[:20_000]):
        found.append(("meta", meta[1].decode("ascii", "replace")))
    return [(source, name) for source, label in found if (name := _codec(label))]


def _codec(label: str) -> str | None:
    name = label.strip().lower().replace("_", "-")
    name = _WHATWG.get(name, name)
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _sample(body: bytes) -> bytes:
    """Return the runs of text that hold bytes above ASCII, without markup."""
    runs = re.findall(rb"[^<>\x00-\x1f]*[\x80-\xff][^<>\x00-\x1f]*", body)
    return b" ".join(runs)[:SAMPLE]


def _bears_out(body: bytes, charset: str) -> bool:
    """Whether text decoded so looks like text: a single-byte Western reading of Arabic or Russian does not."""
    text = _sample(body).decode(charset, "replace")
    if not text or text.count("\ufffd") * 50 > len(text):
        return False
    if charset.startswith("utf"):
        return True
    foreign = [char for char in text if char > "\x7f"]
    if any("\u0600" <= char <= "\u06ff" for char in foreign):
        return _share(text, "arabic") > 0.8
    if any("\u0400" <= char <= "\u04ff" for char in foreign):
        return _share(text, "cyrillic") > 0.75
    # Western text is ASCII with some letters of its own in it
    return _foreign_words(text) < 0.3


def _foreign_words(text: str) -> float:
    """Return the share of words in which letters above ASCII outnumber the others."""
    words = _WORD.findall(text)
    strange = sum(sum(char > "\x7f" for char in word) * 2 > len(word) for word in words if len(word) > 2)
    return strange / max(1, sum(len(word) > 2 for word in words))


def _share(text: str, script: str) -> float:
    """Return the share of common letters among all signs above ASCII but blanks and punctuation."""
    signs = [char for char in text if char > "\x7f" and unicodedata.category(char)[0] not in "ZP"]
    common = set(_COMMON[script])
    return sum(char in common for char in signs) / max(1, len(signs))


def _detect(body: bytes) -> str:
    sample = _sample(body)
    scored = [(_share(sample.decode(name, "replace"), script), name) for name, script in _CANDIDATES]
    best, name = max(scored, key=lambda pair: pair[0])
    western = sample.decode("windows-1252", "replace")
    if _foreign_words(western) >= 0.3 and best > 0.6:
        return name
    return _western(body)


def _western(body: bytes) -> str:
    """Tell Turkish from Western text: the six letters in which they differ are Icelandic there, and rare elsewhere."""
    sample = _sample(body)
    turkish = sum(sample.count(bytes([byte])) for byte in (0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE))
    is_icelandic = re.search(rb"<html[^>]{0,200}lang\s*=\s*[\"']?(?:is|fo)\b", body[:5000], re.I)
    is_turkish = turkish * 20 > sum(byte > 0x7F for byte in sample) and not is_icelandic
    return "windows-1254" if is_turkish else "windows-1252"
