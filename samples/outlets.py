"""The invented outlets and their feeds, as `outlets.toml` tells of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

OUTLETS_FILE = Path(__file__).parent / "outlets.toml"


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """One feed of an outlet, with the quirk that it is here to show."""

    slug: str
    path: str
    form: str
    """`rss`, `rdf`, `atom` or `json`."""
    scope: str = "world"
    title: str | None = None
    window: int = 30
    """Entries that it shows at most, newest first."""
    delay: float = 0.0
    """Seconds that it lets a reader wait."""
    zone: str | None = None
    """Zone abbreviation written into its dates, for example `EET`; null: a numeric offset."""
    charset: str = "utf-8"
    has_validators: bool = False
    """Sends ETag and Last-Modified, and answers 304 to the ETag."""
    has_full_content: bool = False
    is_malformed: bool = False
    has_duplicate_guids: bool = False
    has_relative_links: bool = False
    tracking: str = ""
    """Query string that it appends to its links."""
    answers: str = "feed"
    """`feed`, `html` (the front page instead) or `gone`."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher, alone on its loopback address."""

    slug: str
    name: str
    address: str
    language: str
    country: str
    perspective: str
    family: str
    timezone: str
    template: str
    article_path: str
    """Pattern of its links; `{year}`, `{month}`, `{day}`, `{slug}` and `{number}` are filled in."""
    charset: str = "utf-8"
    disallow: tuple[str, ...] = ()
    """What its robots.txt forbids."""
    has_rest: bool = False
    """Offers the REST interface of WordPress over all its articles."""
    tagline: str = ""
    feeds: tuple[NewsFeed, ...] = ()

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.language == "ar" else "ltr"


@cache
def read_outlets() -> dict[str, Outlet]:
    """Return the outlets by slug. A key that no outlet or feed knows raises TypeError."""
    tables = tomllib.loads(OUTLETS_FILE.read_text("utf-8"))
    return {slug: _outlet(slug, table) for slug, table in tables.items()}


def _outlet(slug: str, table: dict[str, Any]) -> Outlet:
    feeds = tuple(NewsFeed(**feed) for feed in table.pop("feeds"))
    return Outlet(slug=slug, feeds=feeds, disallow=tuple(table.pop("disallow", ())), **table)
