"""What stands in the feeds and on the pages of the newsroom, on one day and in one phase. Pure: no clock, no socket."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from urllib.parse import quote

from samples.outlets import NewsFeed, Outlet, read_outlets
from samples.stories import Story, read_stories
from samples.wording import fill_in

PHASES = (1, 2, 3)
CONTROL_ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Item:
    """One article as it stands: words filled in, dates absolute, link complete."""

    story: Story
    outlet: Outlet
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    published_at: datetime
    updated_at: datetime | None
    path: str
    url: str

    @property
    def page(self) -> str:
        """How the page behaves, a key of `stories.PAGES`."""
        return self.story.page

    @property
    def number(self) -> int:
        """A number that the publisher's system gave to the article."""
        return _number(self.story)


@dataclass(frozen=True)
class Edition:
    """The newsroom on a day, in a phase, on a port."""

    today: date
    phase: int
    port: int

    @property
    def outlets(self) -> dict[str, Outlet]:
        """All outlets, by slug."""
        return read_outlets()

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every article that has a page by now, by story id, each in the wording of the phase."""
        current: dict[str, Story] = {}
        for story in read_stories():
            if story.wording_since <= self.phase and story.since <= self.phase:
                current[story.story_id] = story
        return {story_id: self._item(story) for story_id, story in current.items()}

    @cached_property
    def by_address(self) -> dict[str, Outlet]:
        """The outlets by the address that they answer on."""
        return {outlet.address: outlet for outlet in self.outlets.values()}

    @cached_property
    def pages(self) -> dict[tuple[str, str], Item]:
        """Articles by (outlet, path)."""
        return {(item.outlet.slug, item.path): item for item in self.items.values()}

    def base_url(self, outlet: Outlet) -> str:
        """Root of an outlet's site, without a slash at its end."""
        return f"http://{outlet.address}:{self.port}"

    def entries(self, outlet: Outlet, feed: NewsFeed) -> list[Item]:
        """The articles that a feed shows, newest first."""
        if feed.answers != "feed":
            return []
        shown = [
            item
            for item in self.items.values()
            if item.outlet is outlet
            and (not item.story.feeds or feed.slug in item.story.feeds)
            and item.story.until >= self.phase
        ]
        return sorted(shown, key=lambda item: (item.published_at, item.story.story_id), reverse=True)[: feed.window]

    def related(self, item: Item) -> list[Item]:
        """Up to four other articles of the outlet, newest first."""
        others = [other for other in self.items.values() if other.outlet is item.outlet and other is not item]
        return sorted(others, key=lambda other: other.published_at, reverse=True)[:4]

    def _item(self, story: Story) -> Item:
        outlet = self.outlets[story.outlet_slug]
        if story.page_until < self.phase:
            story = replace(story, page="open")
        published = self._moment(story.day, story.time)
        path = quote(_path(story, outlet, published), safe="/?=&")
        filled = {
            name: fill_in(getattr(story, name), published.date(), outlet.language)
            for name in ("title", "summary", "body")
        }
        return Item(
            story=story,
            outlet=outlet,
            title=filled["title"],
            summary=filled["summary"],
            paragraphs=tuple(" ".join(block.split()) for block in filled["body"].split("\n\n") if block.strip()),
            published_at=published,
            updated_at=self._moment(story.updated_day, story.updated_time) if story.updated_time else None,
            path=path,
            url=self.base_url(outlet) + path,
        )

    def _moment(self, day: int | None, clock: str) -> datetime:
        return datetime.combine(self.today + timedelta(days=day or 0), time.fromisoformat(clock), UTC)


def _path(story: Story, outlet: Outlet, published: datetime) -> str:
    return (story.path or outlet.article_path).format(
        year=published.year,
        month=f"{published.month:02}",
        day=f"{published.day:02}",
        slug=story.name,
        number=_number(story),
    )


def _number(story: Story) -> int:
    return 10_000 + zlib.crc32(story.story_id.encode()) % 90_000
