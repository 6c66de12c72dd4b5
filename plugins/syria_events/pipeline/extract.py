"""Make articles of landed pages, and decide what becomes of every entry version of a piece of work."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from syria_events import CODE_VERSION
from syria_events.articles.duplicates import fingerprint
from syria_events.articles.extraction import PageInput, extract_article
from syria_events.articles.relevance import Relevance, judge_article, judge_entry
from syria_events.articles.workers import ExtractionJob, Failure, warm_pool
from syria_events.landing.reading import read_record
from syria_events.model import Article, Entry, LandingRef
from syria_events.pipeline.host_lines import Repeated, known_at, repeated_lines
from syria_events.pipeline.work import Work, stage
from syria_events.settings import Settings
from syria_events.warehouse.rows import Json, Row, copy_rows, execute, fetch_rows

SETTLED_BY_ENTRY = frozenset({"irrelevant", "background"})
"""Judgements of an entry that need no look at its page."""

PAGES_FOR_TWO = 40
"""From so many pages on a second worker earns the seconds that it takes to start."""

logger = logging.getLogger(__name__)

COLUMNS = (
    "work_key", "entry_id", "entry_version", "outcome", "outcome_reason", "article_id", "content_hash", "title", "body",
    "fingerprint", "language", "script", "authors", "published_at", "modified_at", "section", "site_name", "image_url",
    "url", "extractor", "agreement", "text_from", "wall", "field_sources", "relevance", "relevance_score",
    "relevance_reasons", "code_version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Derived:
    """What became of one entry version, and its article where there is one."""

    row: Row
    outcome: str
    reason: str | None = None
    article: Article | None = None
    relevance: Relevance | None = None


def extract(settings: Settings, work: Work) -> dict[str, int]:
    """Derive an outcome for each entry version of the work, with the article where it is about Syria."""
    with stage(settings, work, "extract") as running:
        execute(running.connection, "raw/clear_derived", {"work_key": work.key})
        rows = fetch_rows(running.connection, "raw/select_work_entries", work.parameters)
        repeated = repeated_lines(running.connection, (row["canonical_url"] for row in rows if row["canonical_url"]))
        derived = list(derive(rows, settings.landing_url, repeated))
        copy_rows(running.connection, "raw.derived_article", COLUMNS, _cells(work.key, derived))
        running.rows_in = len(rows)
        running.rows_out = sum(d.outcome == "loaded" for d in derived)
        for outcome in ("duplicate", "irrelevant", "pending"):
            running.notes[outcome] = sum(d.outcome == outcome for d in derived)
        return running.summary()


def derive(rows: Sequence[Row], landing_url: str, repeated: Repeated) -> Iterator[Derived]:
    """Decide on rows of select_work_entries; pages are read from the landing and extracted where it comes to that."""
    settled = {_key(row): decided for row in rows if (decided := _decide(row)) is not None}
    yield from settled.values()
    open_rows = [row for row in rows if _key(row) not in settled]
    jobs = (_job(row, landing_url, repeated) for row in open_rows)
    pool = warm_pool(workers=1 if len(open_rows) < PAGES_FOR_TWO else 2)
    for row, found in zip(open_rows, pool.map(jobs), strict=True):
        yield _judge(row, found)


def _key(row: Row) -> tuple[str, int]:
    return row["entry_id"], row["version"]


def _decide(row: Row) -> Derived | None:
    """Settle what needs no page; None for the rest."""
    if row["owner_entry_id"] not in (None, row["entry_id"]):
        return Derived(row, "duplicate", f"entry {row['owner_entry_id']} brought this link first")
    by_entry = judge_row(row)
    if by_entry.decision in SETTLED_BY_ENTRY:
        return Derived(row, "irrelevant", f"{by_entry.decision}, by the entry: " + "; ".join(by_entry.reasons))
    if row["url"] and row["page_state"] in (None, "retry"):
        return Derived(row, "pending", "its page is still to be fetched")
    return None


def _job(row: Row, landing_url: str, repeated: Repeated) -> ExtractionJob:
    fetched_at = row["page_fetched_at"] or row["seen_at"]
    lines = known_at(repeated, row["canonical_url"], fetched_at) if row["canonical_url"] else frozenset()
    return ExtractionJob(_page(row, landing_url), entry_of(row), fetched_at, lines, row["timezone"])


def _judge(row: Row, found: Article | Failure) -> Derived:
    """Judge an extracted article; where the page broke the extractors, the feed's own content has to serve."""
    if isinstance(found, Failure):
        logger.error("extracting %s failed: %s %s", row["url"], found.reason, found.detail)
        found = replace(extract_article(None, entry_of(row), fetched_at=row["seen_at"]), wall="unreadable")
    if row["page_state"] == "refused" and found.wall is None:
        found = replace(found, wall=row["page_error_class"])
    relevance = judge_article(found, scope=row["scope"])
    if relevance.decision != "relevant":
        reason = f"{relevance.decision}, by the article: " + "; ".join(relevance.reasons)
        return Derived(row, "irrelevant", reason)
    return Derived(row, "loaded", None, found, relevance)


def judge_row(row: Row) -> Relevance:
    """Judge by title and summary alone whether an entry is worth fetching its page."""
    return judge_entry(
        row["title"], row["summary"], language=row["language"], scope=row["scope"], url=row["canonical_url"]
    )


def entry_of(row: Row) -> Entry:
    """Make the entry of a row of select_work_entries."""
    return Entry(
        feed_slug=row["feed_slug"],
        identity=row["identity"],
        guid=row["guid"],
        url=row["url"],
        canonical_url=row["canonical_url"],
        title=row["title"],
        summary=row["summary"],
        content=row["content"],
        authors=tuple(row["authors"]),
        categories=tuple(row["categories"]),
        published_at=row["published_at"],
        published_raw=row["published_raw"],
        published_null_reason=row["published_null_reason"],
        updated_at=row["updated_at"],
        language=row["language"],
    )


def _page(row: Row, landing_url: str) -> PageInput | None:
    if row["page_state"] != "landed":
        return None
    ref = LandingRef(row["landing_file"], row["landing_offset"], row["landing_length"], row["landing_sha256"])
    landed = read_record(landing_url, ref)
    return PageInput(body=landed.body, content_type=landed.content_type, url=landed.url, status=landed.status)


def _cells(work_key: str, derived: list[Derived]) -> Iterator[list[Any]]:
    for d in derived:
        cells = {
            "work_key": work_key,
            "entry_id": d.row["entry_id"],
            "entry_version": d.row["version"],
            "outcome": d.outcome,
            "outcome_reason": d.reason,
            "code_version": CODE_VERSION,
            **(_article_cells(d.article, d.relevance) if d.article and d.relevance else {}),
        }
        yield [cells.get(column) for column in COLUMNS]


def _article_cells(article: Article, relevance: Relevance) -> Row:
    return {
        "article_id": article.article_id,
        "content_hash": article.content_hash,
        "title": article.title,
        "body": article.text,
        "fingerprint": fingerprint(article.text),
        "language": article.language,
        "script": article.script,
        "authors": article.authors,
        "published_at": article.published_at,
        "modified_at": article.modified_at,
        "section": article.section,
        "site_name": article.site_name,
        "image_url": article.image_url,
        "url": article.url,
        "extractor": article.extractor,
        "agreement": article.agreement,
        "text_from": article.text_from,
        "wall": article.wall,
        "field_sources": Json(dict(article.field_sources)),
        "relevance": relevance.decision,
        "relevance_score": relevance.score,
        "relevance_reasons": relevance.reasons,
    }
