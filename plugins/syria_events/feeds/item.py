"""An item as a feed states it, before repair: the common shape of RSS, Atom and JSON Feed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


@dataclass(frozen=True, slots=True)
class Item:
    """All fields as the publisher wrote them."""

    guid: str | None = None
    link: str | None = None
    title: str = ""
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    published_raw: str | None = None
    updated_raw: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    source_name: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What stands in a feed's document, in any format."""

    items: tuple[Item, ...]
    format: str | None
    """`rss20`, `atom10`, `json11` …; null where it is no feed."""
    title: str | None = None
    hub: str | None = None
    """WebSub hub."""
    hint_seconds: int | None = None
    """How long the document says it may be kept (`ttl`, `sy:updatePeriod`)."""
    language: str | None = None
    fault: str | None = None
    """What was wrong with the markup; items may be there all the same."""


def words(values: Iterable[Any]) -> tuple[str, ...]:
    """Return the non-empty texts, stripped, each once, in order."""
    found = (str(value).strip() for value in values if value)
    return tuple(dict.fromkeys(value for value in found if value))


def storable(document: Document) -> Document:
    """Take out what no database stores as text and escapes can smuggle in: NUL and halves of surrogate pairs."""
    return replace(
        document,
        items=tuple(
            Item(**{f.name: _storable(getattr(item, f.name)) for f in fields(Item)}) for item in document.items
        ),
        title=_storable(document.title),
        hub=_storable(document.hub),
        language=_storable(document.language),
        fault=_storable(document.fault),
    )


def _storable(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_storable, value))
    return _UNSTORABLE.sub("", value) if value else value


def author_name(raw: str) -> str:
    """Return the name in `name`, `address (name)` or `name <address>`; empty where there is only an address."""
    if "@" not in raw:
        return raw
    name = _EMAIL.sub("", raw).replace("()", "").replace("<>", "").strip()
    return name.removeprefix("(").removesuffix(")").strip()
