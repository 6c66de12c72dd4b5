"""Well-formed RSS and Atom without surprises, read by lxml some twenty times faster than feedparser reads them.

Only documents that can be read in one way are taken. For any other (not well-formed, a DOCTYPE, markup inside fields, a
field that stands twice, `xml:base`, text encoded twice, an older format) the answer is None, and feedparser reads them.
A test holds both readings equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from syria_events.feeds.clean_item import ATOM, DC, RSS1, NotCleanError, atom_item, rss_item, text_of
from syria_events.feeds.hints import hint_seconds
from syria_events.feeds.item import Document, Item

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SY = "{http://purl.org/rss/1.0/modules/syndication/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_clean_xml(text: str) -> Document | None:
    """Read a document that begins with its declaration or its root; None where feedparser is needed."""
    if "<!DOCTYPE" in text or "xml:base" in text:
        return None
    # the text is encoded here, so whatever its declaration says is overruled
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return _read_root(etree.fromstring(text.encode("utf-8"), parser))
    except (etree.XMLSyntaxError, NotCleanError, ValueError):
        return None


def _read_root(root: etree._Element) -> Document:
    if root.tag == "rss" and root.get("version") == "2.0" and len(root) == 1 and root[0].tag == "channel":
        return _document("rss20", root[0], "", root[0].iterfind("item"), rss_item)
    if root.tag == ATOM + "feed":
        return _document("atom10", root, ATOM, root.iterfind(ATOM + "entry"), atom_item)
    channel = root.find(RSS1 + "channel") if root.tag == _RDF + "RDF" else None
    if channel is None:
        raise NotCleanError
    return _document("rss10", channel, RSS1, root.iterfind(RSS1 + "item"), rss_item)


def _document(
    name: str,
    head: etree._Element,
    prefix: str,
    elements: Iterator[etree._Element],
    read: Callable[[etree._Element], Item],
) -> Document:
    items = tuple(read(element) for element in elements)
    if not items:
        raise NotCleanError
    return Document(
        items=items,
        format=name,
        title=text_of(head.find(prefix + "title")),
        hub=next((link.get("href") for link in head.iterfind(ATOM + "link") if link.get("rel") == "hub"), None),
        hint_seconds=hint_seconds(
            text_of(head.find("ttl")),
            text_of(head.find(_SY + "updatePeriod")),
            text_of(head.find(_SY + "updateFrequency")),
        ),
        language=text_of(head.find("language")) or text_of(head.find(DC + "language")) or head.get(_LANG),
    )
