"""Drive searches for a missed day: ask what they want asked, politely, and land every body."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from syria_events.history.search import WAYS, Ask, Quest, Search, Verdict
from syria_events.history.ways import SEARCHES
from syria_events.landing.writing import LandingWriter
from syria_events.model import Entry, LandingRef
from syria_events.pipeline.client import polite_client
from syria_events.settings import Settings
from syria_events.web.client import PoliteClient
from syria_events.web.robots import RobotsRecord
from syria_events.wire.exchange import FetchRequest, FetchResponse


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that a search made."""

    way: str
    response: FetchResponse
    """Without its bodies."""
    body_bytes: int
    ref: LandingRef | None


@dataclass(slots=True)
class Searched:
    """What came of searching for one feed's day."""

    quest: Quest
    asked: dict[str, Asked] = field(default_factory=dict)
    """By address; each is asked once."""
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    """By way, in the order in which they were tried."""

    def entries_at(self, url: str) -> tuple[Entry, ...]:
        """Return the entries that the answer of an address held."""
        readings = (reading for verdict in self.verdicts.values() for reading in verdict.readings)
        return next((reading.entries for reading in readings if reading.url == url), ())


def search_feeds(
    settings: Settings,
    writer: LandingWriter,
    quests: Mapping[Quest, Sequence[str]],
    *,
    robots: Sequence[RobotsRecord],
    held: Mapping[str, datetime],
) -> tuple[list[Searched], list[RobotsRecord]]:
    """Search for each feed by its ways until one covers the day; hosts side by side, each spaced by the client.

    Returns what was found, by slug, and the rules of robots that are known by then.
    """

    async def run() -> tuple[list[Searched], list[RobotsRecord]]:
        async with polite_client(settings, robots=robots, held=held) as client:
            searches = [_Driver(client, writer, quest).search(ways) for quest, ways in quests.items()]
            found = await asyncio.gather(*searches)
            return sorted(found, key=lambda s: s.quest.feed.slug), list(client.robots.records.values())

    return asyncio.run(run())


def ways_left(chosen: Collection[str], closed: Collection[str]) -> list[str]:
    """Return the ways to try, in their order: those chosen (none means all) that are not known to be closed.

    A way that was chosen by name is tried although it was closed before.
    """
    return [way for way in WAYS if way in chosen or (not chosen and way not in closed)]


@dataclass(slots=True)
class _Driver:
    client: PoliteClient
    writer: LandingWriter
    quest: Quest
    feed_document: FetchResponse | None = None

    async def search(self, ways: Sequence[str]) -> Searched:
        searched = Searched(self.quest)
        for way in ways:
            verdict = await self._drive(way, SEARCHES[way](self.quest), searched)
            searched.verdicts[way] = verdict
            if verdict.covers_day:
                break
        self.feed_document = None
        return searched

    async def _drive(self, way: str, search: Search, searched: Searched) -> Verdict:
        try:
            ask = next(search)
            while True:
                ask = search.send(await self._answer(way, ask, searched))
        except StopIteration as done:
            return done.value

    async def _answer(self, way: str, ask: Ask, searched: Searched) -> FetchResponse:
        if ask.purpose == "robots":
            return await self._rules(ask.url)
        if ask.purpose == "feed" and self.feed_document is not None:
            return self.feed_document
        response = await self.client.fetch(FetchRequest(ask.url, purpose=ask.purpose))
        ref = self.writer.add(response) if response.status is not None and response.body else None
        light = replace(response, body=b"", wire_body=b"")
        searched.asked.setdefault(response.url, Asked(way, light, len(response.body), ref))
        if ask.purpose == "feed":
            # the feed's own document begins more than one way
            self.feed_document = response
        return response

    async def _rules(self, url: str) -> FetchResponse:
        """Answer with the robots.txt that the client knows, or has asked for now."""
        now = datetime.now(UTC)
        await self.client.robots.permission(url, now)
        text = self.client.robots.records[url.lower().removesuffix("/robots.txt")].text
        return FetchResponse(url, url, now, status=200 if text is not None else None, body=(text or "").encode())
