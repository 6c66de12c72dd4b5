"""What a page states about its article: the best-placed statement wins, and every value keeps its source.

Sources in their order: JSON-LD, OpenGraph and its kin, microdata, `<time>` and by-line elements, other meta elements,
plain elements. Extractors and the feed are asked afterwards, by `extraction`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from syria_events.articles.authors import names_in
from syria_events.articles.block_features import Context
from syria_events.articles.dates import parse_time
from syria_events.articles.json_ld import Node, articles_of, names_of, nodes_of, text_of
from syria_events.articles.titles import best_title, site_labels

PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "article:published", "publication_date"),
    *(
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "pubdate",
        "publishdate",
    ),
    *("publish-date", "publish_date", "published_date", "article.published", "published", "dc.date.issued"),
    *("dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date", "article:post_time", "displaydate"),
    *(
        "rnews:datepublished",
        "weibo: article:create_at",
        "og:pubdate",
        "shareaholic:article_published_time",
        "bt:pubdate",
    ),
)
MODIFIED = (
    *(
        "article:modified_time",
        "og:article:modified_time",
        "datemodified",
        "og:updated_time",
        "lastmod",
        "last-modified",
    ),
    *("article.updated", "dcterms.modified", "dc.date.modified", "revised", "og:modified_time"),
)
AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
SECTION = ("article:section", "og:article:section", "parsely-section", "cxenseparse:recs:category", "section")


@dataclass(slots=True)
class Metadata:
    """Field name -> value, and field name -> where it was read."""

    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    nodes: list[Node] = field(default_factory=list)
    """All nodes of JSON-LD."""

    def offer(self, name: str, value: Any, source: str) -> None:
        """Take a value unless there is one already or it is empty."""
        if value and name not in self.values:
            self.values[name], self.sources[name] = value, source

    @property
    def context(self) -> Context:
        """What the model of blocks compares with."""
        return Context(self.values.get("title", ""), self.values.get("description", ""))


def read_metadata(tree: HtmlElement, *, url: str = "", zone: str = "UTC", latest: datetime | None = None) -> Metadata:
    """Read the metadata of a page with its scripts still in.

    `zone`: IANA zone of times without a zone; `latest`: no publication later than this (and a day) is believed.
    """
    found = Metadata(nodes=nodes_of(tree))
    metas = _metas(tree)
    times = _Times(found, zone, latest)
    for node in articles_of(found.nodes):
        _read_node(node, found, times, url)
    _read_metas(metas, found, times, url)
    _read_elements(tree, found, times)
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical":
            found.offer("canonical", _joined(url, element.get("href")), "rel=canonical")
    found.offer("canonical", _joined(url, metas.get("og:url")), "opengraph")
    _read_title(tree, metas, found, url)
    return found


@dataclass(slots=True)
class _Times:
    found: Metadata
    zone: str
    latest: datetime | None

    def offer(self, name: str, value: object, source: str) -> None:
        moment = parse_time(value, self.zone)
        if moment and (self.latest is None or moment <= self.latest + timedelta(days=1)):
            self.found.offer(name, moment, source)


def _joined(base: str, href: str | None) -> str | None:
    try:
        return urljoin(base, href.strip()) if href and href.strip() else None
    except ValueError:
        return None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the first non-empty content of each meta element by its name in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _read_node(node: Node, found: Metadata, times: _Times, url: str) -> None:
    times.offer("published_at", text_of(node.get("datePublished") or node.get("dateCreated")), "json-ld")
    times.offer("modified_at", text_of(node.get("dateModified")), "json-ld")
    found.offer("headline", text_of(node.get("headline") or node.get("name")), "json-ld")
    found.offer("description", text_of(node.get("description")), "json-ld")
    found.offer("authors", names_in(names_of(node.get("author") or node.get("creator"))), "json-ld")
    found.offer("section", text_of(node.get("articleSection")), "json-ld")
    found.offer("site_name", text_of(node.get("publisher")), "json-ld")
    image = node.get("image") or node.get("thumbnailUrl")
    image = image[0] if isinstance(image, list) and image else image
    found.offer("image_url", _joined(url, text_of(image.get("url") if isinstance(image, dict) else image)), "json-ld")
    free = node.get("isAccessibleForFree")
    if free is not None and "is_free" not in found.values:
        found.values["is_free"] = str(free).lower() not in {"false", "0", "no"}


def _read_metas(metas: dict[str, str], found: Metadata, times: _Times, url: str) -> None:
    for name in PUBLISHED:
        times.offer("published_at", metas.get(name), _origin(name))
    for name in MODIFIED:
        times.offer("modified_at", metas.get(name), _origin(name))
    for name in AUTHOR:
        found.offer("authors", names_in([metas[name]]) if name in metas else (), _origin(name))
    for name in SECTION:
        found.offer("section", metas.get(name), _origin(name))
    if "og:site_name" in metas:
        found.values["site_name"], found.sources["site_name"] = metas["og:site_name"], "opengraph"
    for name in ("og:description", "description", "twitter:description"):
        found.offer("description", metas.get(name), _origin(name))
    for name in ("og:image", "twitter:image", "twitter:image:src"):
        found.offer("image_url", _joined(url, metas.get(name)), _origin(name))


def _origin(name: str) -> str:
    return "opengraph" if name.startswith(("og:", "article:")) else f"meta {name}"


def _read_elements(tree: HtmlElement, found: Metadata, times: _Times) -> None:
    marked = list(tree.iter("time", "span", "div", "p", "meta", "a", "abbr", "address", "li"))
    for element in marked:
        property_name = (element.get("itemprop") or "").lower()
        if "datepublished" in property_name:
            times.offer("published_at", _stated_time(element), "microdata")
        elif "datemodified" in property_name:
            times.offer("modified_at", _stated_time(element), "microdata")
        elif property_name == "author" and element.tag != "meta":
            found.offer("authors", names_in([_short_text(element)]), "microdata")
    for element in _own_times(tree):
        times.offer("published_at", _stated_time(element), "time")
    for element in marked:
        if "author" in (element.get("rel") or "").lower().split():
            found.offer("authors", names_in([_short_text(element)]), "rel=author")


def _stated_time(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or element.get("title") or _short_text(element)


def _short_text(element: HtmlElement) -> str:
    text = " ".join(element.text_content().split())
    return text if len(text) <= 120 else ""


def _own_times(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the `<time>` elements that can be the article's: marked as such, then those by the headline."""
    times = list(tree.iter("time"))
    for element in times:
        name = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if element.get("pubdate") is not None or re.search(r"publi|entry-date|posted|created", name):
            yield element
    headline = next(iter(tree.iter("h1")), None)
    for holder in headline.iterancestors() if headline is not None else ():
        if holder.tag in {"body", "html"}:
            break
        inside = list(holder.iter("time"))
        # a holder with many times is a list of teasers
        if inside and len(inside) <= 3:
            yield from inside
            break
    if len(times) == 1:
        yield times[0]


def _read_title(tree: HtmlElement, metas: dict[str, str], found: Metadata, url: str) -> None:
    h1 = [text for element in tree.iter("h1") if (text := " ".join(element.text_content().split()))]
    title = next((" ".join((e.text or "").split()) for e in tree.iter("title") if e.text), "")
    forms = {
        "json-ld": found.values.get("headline", ""),
        "opengraph": metas.get("og:title", ""),
        "meta twitter:title": metas.get("twitter:title", ""),
        "h1": h1[0] if len(h1) == 1 else "",
        "title": title,
    }
    sites = [found.values.get("site_name", ""), *site_labels(url)]
    if best := best_title({source: form for source, form in forms.items() if form}, sites):
        found.offer("title", best[1], best[0])
