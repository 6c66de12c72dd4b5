"""The articles of the newsroom: one file each under `articles/OUTLET/`, front matter in TOML between `+++` lines.

`name.md` is an article, `name.2.md` its wording from phase 2 on. The words may use `{{ weekday(-1) }}` and its kin
(`wording.py`); offsets there count from the article's own day.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from samples.outlets import read_outlets

ARTICLES = Path(__file__).parent / "articles"
PAGES = {
    "open": None,
    "forbidden": "blocked",
    "robots": "robots",
    "paywall": "paywall",
    "consent": "consent",
    "javascript": "javascript",
    "missing": "not_found",
    "soft_missing": "not_found",
    "unavailable": None,
    "untitled": None,
}
"""What may become of a page -> the wall that a pipeline should name."""


NO_FEED = "none"
"""Stands for the feeds of an article that no feed carries."""


class StoryError(ValueError):
    """A file under `articles/` that cannot be used; the message names it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article says of one happening. Counts are null where it gives none."""

    happening: str
    killed: int | None = None
    injured: int | None = None
    passing: bool = False
    """Only mentioned beside what the article is about: a pipeline may leave it."""


@dataclass(frozen=True, slots=True)
class StoryTruth:
    """What a pipeline should make of an entry."""

    outcome: str
    """`loaded`, `irrelevant`, `rejected` or `pending`. Duplicates follow from the feeds."""
    reason: str | None = None
    tells: tuple[Telling, ...] = ()
    note: str = ""
    rejected_report: str | None = None
    """Expectation that turns back a report of the article while the article itself is loaded."""


@dataclass(frozen=True, slots=True)
class Story:
    """One wording of one article."""

    story_id: str
    """`outlet/name`"""
    title: str
    day: int
    """Day of publication, counted from today (0) backwards."""
    time: str
    """Time of publication, UTC, `HH:MM`."""
    summary: str
    body: str
    truth: StoryTruth
    updated_day: int | None = None
    """Day and time of the edit, for a wording that replaces another."""
    updated_time: str | None = None
    wording_since: int = 1
    """Phase from which this wording stands."""
    since: int = 1
    until: int = 3
    authors: tuple[str, ...] = ()
    section: str = ""
    page: str = "open"
    """A key of PAGES."""
    page_until: int = 3
    """Last phase in which the page behaves so; then it is open."""
    feeds: tuple[str, ...] = ()
    """Feeds that carry it; by default all of its outlet, with `["none"]` not one."""
    path: str | None = None
    link: str | None = None
    """Whole link of the entry where it is not that of the page."""
    slug: str | None = None
    feed_title: str | None = None
    feed_date: str | None = None
    """`none`, or a date-time that stands in the feed instead, or `+N` days from publication."""
    page_date: str | None = None
    """`+N`: days by which the page's metadata are ahead."""
    copy_of: str | None = None
    """Story whose body this one prints word for word."""
    credit: str | None = None
    dateline: str | None = None

    @property
    def outlet_slug(self) -> str:
        """The outlet."""
        return self.story_id.partition("/")[0]

    @property
    def name(self) -> str:
        """Last part of the link, unless the article has a slug of its own."""
        return self.slug or self.story_id.partition("/")[2]


@cache
def read_stories() -> tuple[Story, ...]:
    """Return every wording of every article, by id and phase. Raises StoryError naming the file."""
    stories = [_read(path) for path in sorted(ARTICLES.glob("*/*.md"))]
    originals = {story.story_id: story for story in stories if story.wording_since == 1}
    stories.sort(key=lambda story: (story.story_id, story.wording_since))
    return tuple(_with_copied_body(story, originals) for story in stories)


def _read(path: Path) -> Story:
    name, _, phase = path.stem.partition(".")
    matched = re.fullmatch(r"\+\+\+\n(.*?)\n\+\+\+\n(.*)", path.read_text("utf-8"), re.DOTALL)
    try:
        if matched is None:
            raise ValueError("front matter between two lines of +++ is missing")
        keys = tomllib.loads(matched[1])
        truth = _truth(keys.pop("truth"))
        known = {outlet.slug for outlet in read_outlets().values()}
        if path.parent.name not in known:
            raise ValueError(f"no outlet {path.parent.name!r} in outlets.toml")
        if keys.get("page", "open") not in PAGES:
            raise ValueError(f"page is one of {', '.join(PAGES)}")
        for plural in ("authors", "feeds"):
            keys[plural] = tuple(keys.get(plural, ()))
        story_id, wording = f"{path.parent.name}/{name}", int(phase or 1)
        return Story(story_id=story_id, wording_since=wording, body=matched[2].strip(), truth=truth, **keys)
    except (ValueError, TypeError, KeyError) as error:
        raise StoryError(f"{path}: {error}") from error


def _truth(table: dict[str, Any]) -> StoryTruth:
    tells = tuple(Telling(**telling) for telling in table.pop("tells", ()))
    return StoryTruth(tells=tells, **table)


def _with_copied_body(story: Story, originals: dict[str, Story]) -> Story:
    if story.copy_of is None:
        return story
    if story.copy_of not in originals:
        raise StoryError(f"{story.story_id} copies {story.copy_of}, which does not exist")
    return replace(story, body=originals[story.copy_of].body)
