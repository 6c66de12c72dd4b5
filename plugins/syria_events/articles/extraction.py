"""An article out of a page, or out of the feed's entry where the page does not serve."""

from __future__ import annotations

from datetime import datetime

from syria_events import model
from syria_events.articles.blocks import blocks_of
from syria_events.articles.charset import decode_page
from syria_events.articles.embedded import embedded_text, scripts_of
from syria_events.articles.extractors import lines_of
from syria_events.articles.language import detect_language
from syria_events.articles.markup import parse_page, without_programs
from syria_events.articles.metadata import Metadata, read_metadata
from syria_events.articles.page import PageInput
from syria_events.articles.published import published_beside_headline, published_by_extractors
from syria_events.articles.repetition import page_lines, without_lines
from syria_events.articles.voting import Vote, vote
from syria_events.articles.walls import wall_of_page, wall_of_response
from syria_events.articles.workers import ExtractionJob
from syria_events.urls import canonical_url, page_url

__all__ = ["PageInput", "extract_article", "page_lines"]

OPEN = ("title", "published_at", "modified_at", "authors", "section", "site_name", "image_url")
"""What a page for subscribers says of its article to everybody."""
SHORT = 250
"""Characters of text below which a page's text may lie in its scripts."""


def extract_article(
    page: PageInput | None,
    entry: model.Entry,
    *,
    host_lines: frozenset[str] = frozenset(),
    fetched_at: datetime,
    zone: str = "UTC",
) -> model.Article:
    """Make the article of an entry, from its page or, where that is missing or a wall, from what the feed carries.

    `host_lines` are keys of lines that the host repeats on its pages (`repetition.page_lines`); they are left out.
    `fetched_at` bounds publication: nothing is published later than a day after it was fetched. `zone` is the IANA
    zone in which the publisher means times without a zone.
    """
    if page is None:
        return _from_feed(entry, None)
    wall = wall_of_response(page)
    text = "" if wall else decode_page(page.body, page.content_type).text
    tree = parse_page(text) if text else None
    if tree is None:
        return _from_feed(entry, wall or "blocked")
    found = read_metadata(tree, url=page.url, zone=zone, latest=fetched_at)
    scripts = scripts_of(tree)
    published_by_extractors(tree, found, url=page.url, zone=zone, latest=fetched_at)
    blocks = blocks_of(without_programs(tree))
    published_beside_headline(blocks, found, zone=zone, latest=fetched_at)
    chosen = vote(tree, blocks, found.context)
    # what a page keeps in its scripts for subscribers is not ours to read
    is_open = len(chosen.text) < SHORT and found.values.get("is_free") is not False
    if is_open and len(hidden := embedded_text(scripts)) > 2 * len(chosen.text):
        chosen = Vote(hidden, "embedded", None)
    chosen = Vote(without_lines(chosen.text, host_lines), chosen.extractor, chosen.agreement)
    wall = wall_of_page(tree, blocks, page, chosen.text, found)
    # a list looked at for its own sake, without an entry that says what it is about, is shown as it is
    if wall and (wall != "list" or entry.title or entry.summary or entry.content):
        # on a page for subscribers the metadata are of the article, elsewhere of the wall
        return _from_feed(entry, wall, found if wall == "paywall" else None)
    declared = found.values.get("canonical")
    url = page_url(page.url, declared) if page.url else declared and canonical_url(declared)
    return _article(entry, _of_feed(found, entry), chosen, url=url, text_from="page", wall=wall)


def extract_job(job: ExtractionJob) -> model.Article:
    """Call `extract_article` with the arguments of a job: what `workers.WorkerPool` does for each item."""
    return extract_article(job.page, job.entry, host_lines=job.host_lines, fetched_at=job.fetched_at, zone=job.zone)


def _from_feed(entry: model.Entry, wall: str | None, behind: Metadata | None = None) -> model.Article:
    markup = max(entry.content, entry.summary, key=len)
    tree = parse_page(f"<div>{markup}</div>") if markup.strip() else None
    text = lines_of(without_programs(tree)) if tree is not None else ""
    url = entry.canonical_url or (canonical_url(entry.url) if entry.url else None)
    found = _of_feed(Metadata(), entry)
    for name in OPEN if behind else ():
        found.offer(name, behind.values.get(name), behind.sources.get(name, ""))
    return _article(entry, found, Vote(text, None, None), url=url, text_from="feed", wall=wall)


def _of_feed(found: Metadata, entry: model.Entry) -> Metadata:
    """Offer what the feed says, for what nothing better has said yet."""
    found.offer("title", entry.title, "feed")
    found.offer("published_at", entry.published_at, "feed")
    found.offer("modified_at", entry.updated_at, "feed")
    found.offer("authors", entry.authors, "feed")
    found.offer("section", entry.categories[0] if entry.categories else None, "feed")
    return found


def _article(
    entry: model.Entry, found: Metadata, chosen: Vote, *, url: str | None, text_from: str, wall: str | None
) -> model.Article:
    values = found.values
    language = detect_language(f"{chosen.text}\n{values.get('title', '')}")
    code = language.code or entry.language
    found.sources["language"] = "text" if language.code else "feed"
    stated = ("title", "published_at", "modified_at", "authors", "section", "site_name", "image_url", "language")
    return model.Article(
        article_id=model.stable_id("a", url or entry.entry_id),
        url=url,
        title=values.get("title", ""),
        text=chosen.text,
        published_at=values.get("published_at"),
        modified_at=values.get("modified_at"),
        language=code,
        script=language.script,
        authors=tuple(values.get("authors", ())),
        section=values.get("section"),
        site_name=values.get("site_name"),
        image_url=values.get("image_url"),
        extractor=chosen.extractor,
        agreement=chosen.agreement,
        text_from=text_from,
        wall=wall,
        field_sources={name: found.sources[name] for name in stated if name in found.sources},
    )
