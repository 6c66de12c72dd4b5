"""A report as the linker sees it: what is coded, where it was published, and the words that tell it apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from syria_events.events.words import distinctive_words
from syria_events.model import Article, Report

MEMORY_DAYS = 30
"""An actual report happened within about this many days before its publication (codebook, rule 2)."""
UNDATED_DAYS = 3
"""A happening without a date is looked for in this many days up to its publication."""


TOLERANCE_DAYS = 1
"""Reports of one happening may differ by this many days: a night has two dates, and a toll is told the day after."""


@dataclass(frozen=True, slots=True)
class LinkableReport:
    """One actual report with what its article adds to it."""

    report_id: str
    article_id: str
    source_code: str
    family: str
    """Publisher family: copies within one family do not corroborate each other."""
    original_article_id: str | None
    """The article that this one is a wire copy or near duplicate of; null for an original."""
    language: str | None
    published_at: datetime | None
    first_seen_at: datetime
    rank: int
    title: str
    words: frozenset[str]
    """Normalised words of the evidence, and of the headline for the lead; see `words.distinctive_words`."""
    report: Report
    updated_at: datetime | None = None
    """When the publisher last edited the article; null where it never did or does not say."""

    @property
    def said_at(self) -> datetime:
        """When the words as they stand were said: the last edit, or publication."""
        return max(self.reported_at, self.updated_at or self.reported_at)

    @property
    def reported_at(self) -> datetime:
        """Publication, or first sight where the publisher gives no time."""
        return self.published_at or self.first_seen_at

    @property
    def root_article_id(self) -> str:
        """The original of a copy, or the article itself."""
        return self.original_article_id or self.article_id

    @property
    def days(self) -> tuple[date, date]:
        """First and last day on which the happening may lie."""
        return days_of(self.report, self.published_at, self.first_seen_at)


def seniority(report: LinkableReport) -> tuple[datetime, str]:
    """Order in which reports count as earlier: publication, then id."""
    return report.reported_at, report.report_id


def linkable(
    report: Report,
    article: Article,
    *,
    report_id: str,
    source_code: str,
    family: str,
    original_article_id: str | None,
    first_seen_at: datetime,
) -> LinkableReport:
    """Make a report linkable. `first_seen_at` stands in for a publication time that the publisher does not give."""
    return LinkableReport(
        report_id=report_id,
        article_id=article.article_id,
        source_code=source_code,
        family=family,
        original_article_id=original_article_id,
        language=article.language,
        published_at=article.published_at,
        first_seen_at=first_seen_at,
        rank=report.rank,
        title=article.title,
        words=distinctive_words(report, article),
        report=report,
        updated_at=article.modified_at,
    )


def days_of(report: Report, published_at: datetime | None, first_seen_at: datetime) -> tuple[date, date]:
    """Return the first and last day on which a report's happening may lie: its date, at most `MEMORY_DAYS` of it.

    A report with no date lies in the `UNDATED_DAYS` up to its publication. A date of low precision ("this year") is
    cut to the days before publication that an actual report can be about.
    """
    published = (published_at or first_seen_at).date()
    start, end = report.event_date.start, report.event_date.end
    if start is None:
        return published - timedelta(days=UNDATED_DAYS), published
    end = end or start
    if (end - start).days <= MEMORY_DAYS:
        return start, end
    last = max(start, min(end, published))
    return max(start, last - timedelta(days=MEMORY_DAYS)), last
