"""Bytes into text, decoded first: one wrong byte must not turn a whole Arabic feed into other letters.

feedparser tries encodings one after the other and ends in a Western one as soon as a single byte is wrong. Here the
bytes are evidence, and what headers and declarations say is only asked where the bytes leave a choice.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP_PATTERNS = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_WESTERN = {"ascii", "iso8859-1", "cp1252"}
_NO_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape"}
_PAGES = {
    "ar": ("cp1256",),
    "de": ("cp1252",),
    "en": ("cp1252",),
    "fa": ("cp1256",),
    "fr": ("cp1252",),
    "he": ("cp1255",),
    "ku": ("cp1254", "cp1256"),
    "ru": ("cp1251", "koi8_r"),
    "tr": ("cp1254",),
}
"""The legacy code pages of a language."""
_ALL_PAGES = tuple(dict.fromkeys(page for pages in _PAGES.values() for page in pages))
_DECLARED = re.compile(rb"^[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']", re.S)
_HTTP_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)", re.I)
_LEAST_SOUND_SHARE = 0.5
SAMPLE_BYTES = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read with, and whether bytes had to be replaced by U+FFFD."""

    text: str
    encoding: str
    is_damaged: bool


def decode(body: bytes, content_type: str | None = None, language: str | None = None) -> Decoded:
    """Decode a document.

    In this order: byte order mark; the zero bytes of UTF-16 and UTF-32; strict UTF-8, whatever the header or the
    document claim; UTF-8 with a few wrong bytes, replaced one by one; the charset of the header, then of the document,
    unless it is a Western one, which is what servers claim by default; the likeliest code page of the language.
    """
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return _replace_wrong(body[len(bom) :], encoding)
    for pattern, encoding in _MARKUP_PATTERNS:
        if body.startswith(pattern):
            return _replace_wrong(body, encoding)
    claims = _claims(body, content_type)
    if body.isascii() and not any(claim.startswith(("iso2022", "hz")) for claim in claims):
        return Decoded(body.decode("ascii"), "utf-8", False)
    return _decode_bytes(body, claims, language)


def _decode_bytes(body: bytes, claims: list[str], language: str | None) -> Decoded:
    stateful = next((claim for claim in claims if claim.startswith(("iso2022", "hz"))), None)
    if stateful:
        return _replace_wrong(body, stateful)
    try:
        return Decoded(body.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError:
        pass
    if _is_mostly_utf8(body):
        return _replace_wrong(body, "utf-8")
    pages = _legacy(body, claims, language)
    for encoding in pages:
        try:
            return Decoded(body.decode(encoding), encoding, False)
        except UnicodeDecodeError:
            continue
    return _replace_wrong(body, pages[0])


def _claims(body: bytes, content_type: str | None) -> list[str]:
    """Return the encodings that the header and the document name, as Python knows them, in the order of belief."""
    header = _HTTP_CHARSET.search(content_type or "")
    declared = _DECLARED.search(body[:400].lstrip())
    names = [header[1] if header else "", declared[1].decode() if declared else ""]
    known = [codec for codec in map(_codec, names) if codec]
    # a Western charset in the header is a server's default more often than a statement
    return sorted(known, key=lambda codec: codec in _WESTERN)


def _codec(name: str) -> str | None:
    if not name:
        return None
    try:
        codec = codecs.lookup(name).name
        b"a".decode(codec)
    except (LookupError, ValueError):
        return None
    if codec in _NO_CHARSETS:
        return None
    # as browsers do (WHATWG Encoding): these labels mean the Windows page in practice
    return {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}.get(codec, codec)


def _legacy(body: bytes, claims: list[str], language: str | None) -> list[str]:
    """Return the code pages to try: a claim that says something, else the page that the bytes look like."""
    believed = [claim for claim in claims if claim != "utf-8"]
    if believed and believed[0] not in _WESTERN:
        return [*believed, "cp1252"]
    pages = _PAGES.get((language or "")[:2].lower(), _ALL_PAGES)
    return [_likeliest(body, pages), *believed, "cp1252"]


def _likeliest(body: bytes, pages: tuple[str, ...]) -> str:
    if len(pages) == 1:
        return pages[0]
    found = from_bytes(body[:SAMPLE_BYTES], cp_isolation=list(pages)).best()
    return found.encoding if found else pages[0]


def _is_mostly_utf8(body: bytes) -> bool:
    """Tell whether the bytes are UTF-8 with a few faults: in a legacy page, valid sequences come only by chance."""
    text = body.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    sound = sum(1 for char in text if char > "\x7f") - wrong
    return sound > 0 and sound / (sound + wrong) > _LEAST_SOUND_SHARE


def _replace_wrong(body: bytes, encoding: str) -> Decoded:
    text = body.decode(encoding, "replace")
    return Decoded(text, encoding, "\ufffd" in text)
