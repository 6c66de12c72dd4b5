"""What a search for a missed day consists of, as values: the quest, what to ask, and what was found out.

Each way is a generator that decides and does nothing else: it yields what to ask, is sent what came of it, and returns
its verdict. Who drives it does the asking, politely, and lands every body.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from syria_events.model import Entry, Feed
from syria_events.urls import registered_domain
from syria_events.wire.exchange import FetchResponse

WAYS = ("wordpress", "archive", "paged", "sitemap", "wayback")
"""In the order in which they are tried; once one has covered the day, the publisher is asked no more."""


@dataclass(frozen=True, slots=True)
class Quest:
    """One feed and the UTC day that is searched for."""

    feed: Feed
    feed_url: str
    """Where the feed is by now, after permanent redirects."""
    day: date
    identity_mode: str
    """How polling identifies the feed's items, so that an entry found twice is one."""
    now: datetime
    archive_url: str | None = None
    """A web archive that speaks the protocols of the Wayback Machine; null: none is asked."""

    @property
    def start(self) -> datetime:
        """First moment of the day."""
        return datetime.combine(self.day, time(), UTC)

    @property
    def end(self) -> datetime:
        """First moment after the day."""
        return self.start + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to make. `page` asks robots.txt first, `feed` is what was published for polling, `robots` the rules."""

    url: str
    purpose: str = "page"


@dataclass(frozen=True, slots=True)
class Reading:
    """The entries that the answer of one address held, those of other days included."""

    url: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a way came to."""

    is_offered: bool | None
    """Null where it could not be found out this time, so that it is tried again."""
    evidence: str
    """What was seen, in words."""
    covers_day: bool = False
    """The publisher showed all that it has of the day."""
    address: str | None = None
    """Where the way begins."""
    readings: tuple[Reading, ...] = ()


Search = Generator[Ask, FetchResponse, Verdict]


def fault_of(response: FetchResponse) -> str | None:
    """Say why an answer is of no use, in words; null where it is whole."""
    if response.error is not None:
        return response.error
    return None if response.status == 200 else f"answered {response.status}"


def is_lasting(response: FetchResponse) -> bool:
    """Tell whether a useless answer says that there is nothing here, rather than not now."""
    if response.held_seconds is not None or response.error_class in {"passing", "soft"}:
        return False
    return response.status is None or (response.status < 500 and response.status != 429)


def useless(response: FetchResponse, readings: Iterable[Reading] = ()) -> Verdict:
    """Return the verdict on a way whose first answer is of no use."""
    offered = False if is_lasting(response) else None
    return Verdict(offered, f"{response.url}: {fault_of(response)}", readings=tuple(readings))


def is_same_site(url: str, quest: Quest) -> bool:
    """Tell whether an address that a document names stays with the publisher, so that none can send us elsewhere."""
    return registered_domain(url) == registered_domain(quest.feed_url)
