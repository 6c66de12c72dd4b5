"""The nouns of the system, as frozen values.

feed -> entry -> page -> article -> report -> event. All times are timezone-aware UTC `datetime`s; all character
offsets are half open and refer to `Article.full_text`, as the codebook of reports demands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


class SyriaEventsError(Exception):
    """Any error that names a thing and its remedy; `passing` errors are worth a retry, the others are not."""

    passing = False


class PassingError(SyriaEventsError):
    """A failure that time may heal: a server that is down, a lock that is held."""

    passing = True


def stable_id(prefix: str, *parts: object) -> str:
    """Return `prefix` + 20 hex digits of SHA-256 over the parts: the same parts give the same id on every machine."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return prefix + digest.hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Feed:
    """One row of the registry: where a publisher announces what it published."""

    slug: str
    name: str
    url: str
    homepage: str | None = None
    language: str | None = None
    country: str | None = None
    perspective: str | None = None
    scope: str = "world"
    """`syria`, `region` or `world`: how much of the feed is expected to be about Syria."""
    family: str | None = None
    """Publisher family (wire, group): copies within one family do not corroborate each other."""
    timezone: str = "UTC"
    """IANA zone in which dates without a zone are meant."""
    status: str = "enabled"
    """`enabled`, `probation` (until its first good fetch with a dated entry) or `disabled`."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LandingRef:
    """Where a response lies in the landing: one gzip member of one WARC file."""

    file: str
    offset: int
    length: int
    sha256: str
    """Hex SHA-256 of the body as received, before any content decoding."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in a feed, repaired; `content_hash` changes when the publisher edits it."""

    feed_slug: str
    identity: str
    """Stable within the feed and independent of the feed's URL."""
    guid: str | None
    url: str | None
    canonical_url: str | None
    title: str
    summary: str
    """HTML as the publisher sent it."""
    content: str
    """Full content HTML where the feed carries it, else empty."""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    published_raw: str | None = None
    published_null_reason: str | None = None
    updated_at: datetime | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()

    @property
    def entry_id(self) -> str:
        """Key of the entry: (feed, identity)."""
        return stable_id("n", self.feed_slug, self.identity)

    @property
    def content_hash(self) -> str:
        """Hash of what a reader of the feed sees; two equal hashes are the same version."""
        return stable_id("", self.title, self.summary, self.content, self.url, self.published_at)


@dataclass(frozen=True, slots=True)
class Article:
    """Text and metadata extracted from a page or, when the page is refused, from the feed's own content."""

    article_id: str
    url: str | None
    title: str
    text: str
    published_at: datetime | None
    language: str | None
    script: str | None = None
    authors: tuple[str, ...] = ()
    modified_at: datetime | None = None
    section: str | None = None
    site_name: str | None = None
    image_url: str | None = None
    extractor: str | None = None
    """What made the text, with versions, for example `trafilatura 2.3.1`."""
    agreement: float | None = None
    """How far the extractors agreed on the text, 0 to 1; null where only one ran."""
    text_from: str = "page"
    """`page` or `feed`."""
    wall: str | None = None
    """Why the page did not serve: paywall, consent, bot, login, javascript, not_found, list, blocked, robots."""
    field_sources: Mapping[str, str] = field(default_factory=dict)
    """Field name -> where its value was read, for example `json-ld`."""

    @property
    def full_text(self) -> str:
        """The text that offsets refer to."""
        return f"{self.title}\n{self.text}"

    @property
    def content_hash(self) -> str:
        """Key of the article's version: changes when the words change."""
        return stable_id("", self.title, self.text)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of evidence: `quote == article.full_text[start:end]`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """When it happened. `precision`: day, week, month, year or unknown (then start and end are null)."""

    start: date | None
    end: date | None
    precision: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it (`actor1`) or to whom (`actor2`), as named, with the codebook's group."""

    role: str
    name: str
    group: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened. `precision`: 1 the place itself, 2 near it or its district, 3 governorate, 4 country."""

    name: str
    admin1_pcode: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: int
    start: int | None = None
    end: int | None = None
    place_id: str | None = None
    """Key in the gazetteer; null where the gazetteer has no such place."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A toll as somebody states it. Null bounds are open: "at least 12" is low=best=12, high=null."""

    kind: str
    victims: str
    low: int | None
    best: int | None
    high: int | None
    cumulative: bool
    claimed_by: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom the article credits; `status`: stated, claimed, denied or confirmed."""

    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says about one happening."""

    rank: int
    evidence: tuple[Span, ...]
    realis: str
    plover_root: str
    plover_mode: str | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    event_date: EventDate
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    place_null_reason: str | None = None
    casualties: tuple[Claim, ...] = ()
    claimed_by: Attribution | None = None
