"""Headlines without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from syria_events.urls import host_of, registered_domain

ORDER = ("h1", "opengraph", "json-ld", "meta twitter:title", "title")
"""Forms of a title on a page, the best first."""

_SEPARATOR = re.compile(r"\s+[|–—·•»«:*-]\s+|\s*[|»ㅣ]\s*|\s+::\s+")
_WORD = re.compile(r"\w+")


def without_site(title: str, site_names: Iterable[str], headlines: Iterable[str] = ()) -> str:
    """Return a title without the site's name at its end or beginning.

    `site_names` are names and the host's labels; `headlines` are other forms of the title on the page: where one of
    them equals a title up to a separator, the rest is the site's.
    """
    title = " ".join(title.split())
    folded = {_fold(name) for name in site_names if name} - {""}
    shorter = {_fold(headline) for headline in headlines if headline} - {""}
    cuts = list(_SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if head and (_fold(head) in shorter or _is_site(tail, folded)):
            return without_site(head, folded, shorter) if _is_site(tail, folded) else head
    for cut in cuts[:1]:
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if tail and (_fold(tail) in shorter or _is_site(head, folded)):
            return tail
    return title


def best_title(forms: Mapping[str, str], sites: Sequence[str]) -> tuple[str, str] | None:
    """Return (source, title) of the form that most others share, without the site; null where there is none.

    JSON-LD may be cut short, and `<title>` is written for search engines: where all differ, the headline on the page
    wins.
    """
    clean = {source: without_site(form, sites, forms.values()) for source, form in forms.items()}
    present = [source for source in ORDER if source in clean]
    votes = {source: sum(_fold(clean[source]) == _fold(clean[other]) for other in present) for source in present}
    best = max(present, key=lambda source: votes[source], default=None)
    return (best, clean[best]) if best else None


def site_labels(url: str) -> tuple[str, ...]:
    """Return the names that a site goes by in its address."""
    host = host_of(url)
    return (registered_domain(url).split(".")[0], host.removeprefix("www."), host) if host else ()


def _fold(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _is_site(text: str, folded: set[str] | frozenset[str]) -> bool:
    own = _fold(text)
    if not own or len(_WORD.findall(text)) > 6:
        return False
    return any(own == name or (len(name) > 3 and (own.startswith(name) or name.startswith(own))) for name in folded)
