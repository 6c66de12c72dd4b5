"""Headlines without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable

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


def _fold(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _is_site(text: str, folded: set[str] | frozenset[str]) -> bool:
    own = _fold(text)
    if not own or len(_WORD.findall(text)) > 6:
        return False
    return any(own == name or (len(name) > 3 and (own.startswith(name) or name.startswith(own))) for name in folded)
