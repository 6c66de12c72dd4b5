"""Articles: what comes out of pages with known text, beside the libraries alone, and what comes out of hostile ones.

    python -m benchmarks.articles [--every N] [--only ours,trafilatura,...] [--skip-hostile]

`--every N` looks at every Nth page. One process, one core; CPU is told against trafilatura alone.
"""

from __future__ import annotations

import argparse
import importlib.util
import logging
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from benchmarks import relevance
from benchmarks.article_pages import SETS, SHARED, GoldPage, body_scores, read_pages
from benchmarks.hostile_pages import hostile_pages
from syria_events.articles.extraction import PageInput, extract_article
from syria_events.articles.workers import ExtractionJob, Failure, WorkerPool
from syria_events.model import Entry

ENTRY = Entry("benchmark", "page", None, None, None, "", "", "")
NOW = datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """What an extractor makes of a page."""

    text: str
    day: str = ""
    language: str = ""


def ours(page: GoldPage) -> Found:
    """Read a page as the pipeline does."""
    article = extract_article(PageInput(page.body, "text/html", page.url, 200), ENTRY, fetched_at=NOW)
    day = article.published_at.date().isoformat() if article.published_at else ""
    return Found(article.text, day, article.language or "")


def trafilatura(page: GoldPage) -> Found:
    """Read a page by trafilatura alone, text and metadata."""
    from trafilatura import bare_extraction

    document = bare_extraction(page.body, with_metadata=True, include_comments=False)
    return Found(document.text or "", document.date or "") if document else Found("")


def readability(page: GoldPage) -> Found:
    """Read a page by readability alone."""
    from lxml.html import fromstring
    from readability import Document

    from syria_events.articles.extractors import lines_of

    return Found(lines_of(fromstring(Document(page.body).summary())))


def newspaper4k(page: GoldPage) -> Found:
    """Read a page by newspaper alone, as its documentation shows."""
    import newspaper

    article = newspaper.Article(page.url, fetch_images=False)
    article.download(input_html=page.body.decode("utf-8", "replace"))
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    return Found(article.text, day, article.meta_lang or "")


def news_please(page: GoldPage) -> Found:
    """Read a page by news-please alone."""
    from newsplease import NewsPlease

    article = NewsPlease.from_html(page.body.decode("utf-8", "replace"), url=page.url, fetch_images=False)
    day = article.date_publish.date().isoformat() if article.date_publish else ""
    return Found(article.maintext or "", day, article.language or "")


EXTRACTORS: dict[str, Callable[[GoldPage], Found]] = {
    "ours": ours,
    "trafilatura": trafilatura,
    "readability": readability,
    "newspaper4k": newspaper4k,
    "news-please": news_please,
}


@dataclass(slots=True)
class Run:
    """One extractor over all pages."""

    found: list[tuple[GoldPage, Found]]
    seconds: float
    failures: int


def run(extractor: Callable[[GoldPage], Found], pages: Iterable[GoldPage]) -> Run:
    """Read all pages; what raises counts as a failure and an empty text."""
    result = Run([], 0.0, 0)
    for page in pages:
        started = time.process_time()
        try:
            found = extractor(page)
        except Exception:
            found = Found("")
            result.failures += 1
        result.seconds += time.process_time() - started
        result.found.append((page, found))
    return result


def share(pairs: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """Return the shares of right and of wrong values among (value, gold) pairs; an empty value is neither."""
    known = [(value, gold) for value, gold in pairs if gold]
    right = sum(value == gold for value, gold in known)
    given = sum(bool(value) for value, _ in known)
    return right / (len(known) or 1), (given - right) / (len(known) or 1)


def report(name: str, result: Run, base: float | None) -> None:
    """Print the line of one extractor."""
    scores = []
    for set_name in SETS:
        of_set = [(found.text, page.gold["body"]) for page, found in result.found if page.set_name == set_name]
        scores.append(f"{body_scores(of_set)[2]:.3f}")
    days = [(f.day, page.gold.get("date") or "") for page, f in result.found if page.set_name == "fundus"]
    languages = [(f.language[:2], (page.gold.get("lang") or "")[:2]) for page, f in result.found]
    right, wrong = share(days)
    cost = f"{result.seconds / base:5.2f}" if base else "    -"
    language = share(languages)[0]
    print(f"{name:12} {'   '.join(scores)}    {right:.3f}/{wrong:.3f}   {language:.3f}    {cost}   {result.failures}")


def hostile() -> None:
    """Print how each hostile page fared."""
    entry = Entry("benchmark", "hostile", None, "https://x.example/a", None, "x", "", "")
    with WorkerPool(workers=1, seconds=60) as pool:
        list(pool.map([ExtractionJob(None, entry, NOW)]))
        for name, (body, paragraphs) in hostile_pages().items():
            started = time.monotonic()
            page = PageInput(body, "text/html", "https://x.example/a", 200)
            (article,) = pool.map([ExtractionJob(page, entry, NOW)])
            seconds = time.monotonic() - started
            is_whole = not isinstance(article, Failure) and all(text in article.text for text in paragraphs)
            print(f"  {name:30} {seconds:5.1f} s  {'whole' if is_whole else article}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", default=",".join(EXTRACTORS))
    parser.add_argument("--skip-hostile", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    if not SHARED.is_dir():
        print(f"articles: left out, there are no pages with known text in {SHARED}")
        return
    pages = [page for name in SETS for page in list(read_pages(name))[:: options.every]]
    hosts = len({urlsplit(page.url).hostname for page in pages})
    print(f"{len(pages)} pages of {hosts} hosts")
    print(f"{'':12} {'   '.join(name[:5] for name in SETS)}    day on fundus  language  cost  failures")
    wanted = [name for name in EXTRACTORS if name in options.only.split(",")]
    if "news-please" in wanted and importlib.util.find_spec("newsplease") is None:
        wanted.remove("news-please")
        print(
            "news-please is left out: not installed; `uv run --with news-please python -m benchmarks.articles` has it"
        )
    for name in wanted:
        EXTRACTORS[name](pages[0])  # the libraries are loaded here
    results = {name: run(EXTRACTORS[name], pages) for name in wanted}
    base = results["trafilatura"].seconds if "trafilatura" in results else None
    for name, result in results.items():
        report(name, result, base)
    print("relevance of entries: P {:.3f}  R {:.3f}  F1 {:.3f}  ({} entries)".format(*relevance.measure()["all"]))
    if not options.skip_hostile:
        hostile()


if __name__ == "__main__":
    main()
