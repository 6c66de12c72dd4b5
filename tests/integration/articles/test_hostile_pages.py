"""Pages that hang or empty extractors come through, in a worker as the pipeline would use it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from time import monotonic

import pytest

from benchmarks.hostile_pages import hostile_pages
from syria_events.articles.page import PageInput
from syria_events.articles.workers import ExtractionJob, WorkerPool
from syria_events.model import Article, Entry

PAGES = hostile_pages()
ENTRY = Entry("f", "i", None, "https://x.example/a", "https://x.example/a", "From the feed", "", "")


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(workers=1, seconds=60, megabytes=2000) as pool:
        list(pool.map([ExtractionJob(None, ENTRY, datetime.now(UTC))]))  # the libraries are loaded here
        yield pool


@pytest.mark.parametrize("name", PAGES)
def test_no_hang_no_crash_no_lost_paragraph(pool: WorkerPool, name: str) -> None:
    body, paragraphs = PAGES[name]
    job = ExtractionJob(PageInput(body, "text/html", "https://x.example/a", 200), ENTRY, datetime.now(UTC))
    started = monotonic()
    (article,) = pool.map([job])
    assert monotonic() - started < 20
    assert isinstance(article, Article), article
    assert all(paragraph in article.text for paragraph in paragraphs)
    assert article.text_from == ("page" if paragraphs else "feed")
