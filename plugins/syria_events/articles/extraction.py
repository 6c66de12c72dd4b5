"""An article out of a page, or out of the feed's entry where the page does not serve."""

from __future__ import annotations

from datetime import UTC, datetime

from lxml.html import HtmlElement, fromstring

from syria_events import model
from syria_events.articles.charset import decode_page
from syria_events.articles.extractors import lines_of
from syria_events.articles.language import detect_language
from syria_events.articles.markup import parse_page
from syria_events.articles.metadata import Metadata, read_metadata
from syria_events.articles.page import PageInput
from syria_events.articles.voting import Vote, vote
from syria_events.articles.walls import wall_of_page, wall_of_status
from syria_events.urls import canonical_url, page_url

__all__ = ["PageInput", "extract_article"]


def extract_article(
    page: PageInput | None,
    entry: model.Entry,
    *,
    host_lines: frozenset[str] = frozenset(),
    fetched_at: datetime,
) -> model.Article:
    """Make the article of an entry, from its page or, where that is missing or a wall, from what the feed carries.

    `host_lines` are the lines that the host repeats on its pages (`repetition.page_lines`); they are left out.
    `fetched_at` bounds publication: nothing is published after it was fetched.
    """
    if page is None:
        return _from_feed(entry, None, Metadata())
    wall = wall_of_status(page.status)
    tree = None if wall else parse_page(decode_page(page.body, page.content_type).text)
    if tree is None:
        return _from_feed(entry, wall or "blocked", Metadata())
    found = read_metadata(tree)
    chosen = vote(tree)
    wall = wall_of_page(tree, chosen.text)
    if wall:
        return _from_feed(entry, wall, found)
    return _article(entry, page, found, chosen)


def _article(entry: model.Entry, page: PageInput, found: Metadata, chosen: Vote) -> model.Article:
    url = page_url(page.url, found.values.get("canonical"))
    return _fill(entry, found, chosen.text, url=url, text_from="page", wall=None, chosen=chosen)


def _from_feed(entry: model.Entry, wall: str | None, found: Metadata) -> model.Article:
    markup = max(entry.content, entry.summary, key=len)
    text = lines_of(_fragment(markup)) if markup.strip() else ""
    url = entry.canonical_url or (canonical_url(entry.url) if entry.url else None)
    feed_only = Metadata()
    return _fill(entry, feed_only, text, url=url, text_from="feed", wall=wall, chosen=Vote(text, "feed", None))


def _fragment(markup: str) -> HtmlElement:
    return fromstring(f"<div>{markup}</div>")


def _fill(
    entry: model.Entry, found: Metadata, text: str, *, url: str | None, text_from: str, wall: str | None, chosen: Vote
) -> model.Article:
    found.offer("title", entry.title, "feed")
    found.offer("published_at", entry.published_at, "feed")
    found.offer("authors", entry.authors, "feed")
    values = found.values
    language = detect_language(f"{text}\n{values.get('title', '')}")
    return model.Article(
        article_id=model.stable_id("a", url or entry.entry_id),
        url=url,
        title=values.get("title", ""),
        text=text,
        published_at=_utc(values.get("published_at")),
        modified_at=_utc(values.get("modified_at")),
        language=language.code or entry.language,
        script=language.script,
        authors=tuple(values.get("authors", ())),
        section=values.get("section"),
        site_name=values.get("site_name"),
        image_url=values.get("image_url"),
        extractor=chosen.extractor,
        agreement=chosen.agreement,
        text_from=text_from,
        wall=wall,
        field_sources=dict(found.sources),
    )


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None
