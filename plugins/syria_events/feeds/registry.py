"""The registry of feeds: a CSV in the package, and one of the user's own beside it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from syria_events.model import Feed, SyriaEventsError
from syria_events.urls import is_web_url, registered_domain

COLUMNS = (
    "slug",
    "name",
    "url",
    "homepage",
    "language",
    "country",
    "perspective",
    "scope",
    "family",
    "timezone",
    "status",
    "note",
)
REQUIRED = ("slug", "name", "url")
SCOPES = ("syria", "region", "world")
STATUSES = ("enabled", "probation", "disabled")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")


class RegistryError(SyriaEventsError):
    """A registry that cannot be used; the message has one line per fault, with file and line."""


@cache
def shipped_feeds() -> tuple[Feed, ...]:
    """Return the feeds of the package, in the order of its file."""
    path = files(__package__).joinpath("feeds.csv")
    return _read(path.read_text("utf-8"), "feeds.csv")


def load_feeds(extra: Path | None = None, *, only_own: bool = False) -> tuple[Feed, ...]:
    """Return the feeds of the package and those of the user's file, which wins where a slug is in both.

    A row of the user's file that names a shipped slug replaces that feed whole; `status` `disabled` switches it off.
    Raises RegistryError listing every fault of the file.
    """
    own = _read(_text_of(extra), str(extra)) if extra else ()
    if only_own:
        return own
    by_slug = {feed.slug: feed for feed in shipped_feeds()} | {feed.slug: feed for feed in own}
    _refuse_shared_urls(by_slug.values(), str(extra))
    return tuple(by_slug.values())


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise RegistryError(f"{path}: there is no such file; create it or unset SYRIA_EVENTS_FEEDS") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def _read(text: str, name: str) -> tuple[Feed, ...]:
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    unknown = set(reader.fieldnames or ()) - set(COLUMNS)
    missing = set(REQUIRED) - set(reader.fieldnames or ())
    if unknown or missing:
        fault = f"unknown {sorted(unknown)}" if unknown else f"missing {sorted(missing)}"
        raise RegistryError(f"{name}:1: {fault} in the header; columns are {', '.join(COLUMNS)}")
    feeds: list[Feed] = []
    faults: list[str] = []
    try:
        for row in reader:
            where = f"{name}:{reader.line_num}"
            found = _faults(row, {feed.slug for feed in feeds})
            faults += [f"{where}: {fault}" for fault in found]
            if not found:
                feeds.append(_feed(row))
    except csv.Error as error:
        faults.append(f"{name}:{reader.line_num}: {error}; is a quotation mark left open?")
    if faults:
        raise RegistryError("\n".join(faults))
    return tuple(feeds)


def _faults(row: dict[str, str | None], slugs: set[str]) -> list[str]:
    """Say what is wrong with a row: everything at once, so that a file is mended in one go."""
    if None in row or None in row.values():
        return ["the row has not as many cells as the header; quote cells that contain commas"]
    cell = {key: (value or "").strip() for key, value in row.items()}
    checks = (
        (_SLUG.fullmatch(cell["slug"]), f"slug {cell['slug']!r} must be lower-case letters, digits and hyphens"),
        (cell["slug"] not in slugs, f"slug {cell['slug']!r} is used twice"),
        (cell["name"], "name is empty"),
        (is_web_url(cell["url"]), f"url {cell['url']!r} is no absolute http(s) address"),
        (not cell.get("homepage") or is_web_url(cell["homepage"]), "homepage is no absolute http(s) address"),
        (cell.get("scope", "") in ("", *SCOPES), f"scope {cell.get('scope')!r} is none of {', '.join(SCOPES)}"),
        (cell.get("status", "") in ("", *STATUSES), f"status {cell.get('status')!r} is none of {', '.join(STATUSES)}"),
        (
            _is_zone(cell.get("timezone", "")),
            f"timezone {cell.get('timezone')!r} is no IANA zone such as Asia/Damascus",
        ),
    )
    return [fault for is_right, fault in checks if not is_right]


def _is_zone(name: str) -> bool:
    try:
        return not name or bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _feed(row: dict[str, str | None]) -> Feed:
    cell = {key: (value or "").strip() for key, value in row.items()}
    return Feed(
        slug=cell["slug"],
        name=cell["name"],
        url=cell["url"],
        homepage=cell.get("homepage") or None,
        language=cell.get("language") or None,
        country=cell.get("country") or None,
        perspective=cell.get("perspective") or None,
        scope=cell.get("scope") or "world",
        family=cell.get("family") or registered_domain(cell["url"]),
        timezone=cell.get("timezone") or "UTC",
        # a user's feed proves itself first, unless the user says otherwise
        status=cell.get("status") or "probation",
        note=cell.get("note") or None,
    )


def _refuse_shared_urls(feeds: Iterable[Feed], name: str) -> None:
    slugs: dict[str, str] = {}
    for feed in feeds:
        other = slugs.setdefault(feed.url, feed.slug)
        if other != feed.slug:
            raise RegistryError(
                f"{name}: {feed.slug} has the address of {other} ({feed.url}); take one out, or give the row that slug"
            )
