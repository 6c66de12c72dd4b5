"""One article, one URL: tracking, AMP and mobile forms folded into a key."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import tldextract

LONGEST_URL = 2048

_REMEMBERED = 4096
"""Addresses whose parts are kept: a batch asks for the same ones several times."""

_FRONT_HOSTS = ("www", "m", "mobile", "amp", "wap")
_AMP_PARAMETERS = {"amp", "outputtype=amp", "isamp", "is_amp", "amp_markup"}
_AMP_PATH = re.compile(r"^/amp(?=/.)|(?<=.)/amp(?:\.html)?/?$|(?<=.)\.amp(?=\.html$|$)", re.I)
_AMP_CACHE = re.compile(r"^/(?:amp|c|v|wp)(?:/s)?/(?:s/)?(?=[^/]+\.[^/]+)", re.I)
_GOOGLE_NEWS = re.compile(r"^/(?:rss/)?(?:articles|read|stories|__i/rss/rd/articles)/", re.I)
_WEB_URL = re.compile(r"https?://[^/?#\s]", re.I)
_NO_HOST = re.compile(r"[%<>\"{}|^`\\\s]")
_SPACE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u202a-\u202e\ud800-\udfff\ufeff]+")
_SAFE_SEGMENT = ":@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """Return the key of the article behind a URL: what makes two entries point at one article.

    Folded away: scheme, `www.`, mobile and AMP hosts and paths, the AMP caches of Google, default ports, tracking
    parameters, the order of parameters, fragments, a slash at the end, upper case in the host, needless
    percent-encoding. The result is a key and nearly always a working address; to fetch, use the URL as it was given.
    Idempotent. A text that is no http(s) URL, or longer than any, comes back stripped.
    """
    parts = _split(url) if len(url) <= LONGEST_URL else None
    if parts is None:
        return url.strip()
    parts = _leave_amp_cache(parts)
    host, port = _fold_host(_ascii_host(parts)), _port(parts)
    scheme = "http" if port or _is_local(host) else "https"
    netloc = f"{host}:{port}" if port else host
    path = _fold_path(parts.path)
    return urlunsplit((scheme, netloc, path, _fold_query(parts.query, host), ""))


def page_url(url: str, declared: str | None) -> str:
    """Return the key of a fetched page that names its own address (`rel=canonical`).

    The declaration wins where it stays on the publisher's site and names a page; front pages and other sites are
    mistakes of templates or claims of ownership, and are not believed.
    """
    own = canonical_url(url)
    if not declared or _split(declared) is None:
        return own
    claimed = canonical_url(declared)
    is_front_page = urlsplit(claimed).path in {"", "/"} and not urlsplit(claimed).query
    return claimed if registered_domain(claimed) == registered_domain(own) and not is_front_page else own


@lru_cache(_REMEMBERED)
def host_of(url: str) -> str:
    """Return the host in lower case, IDNA-encoded, without port; empty where there is none."""
    try:
        return _ascii_host(urlsplit(url.strip()))
    except ValueError:
        return ""


def registered_domain(url: str) -> str:
    """Return the domain that a publisher registered (`bbc.co.uk`), by the public suffix list; an IP address whole."""
    host = host_of(url) or url
    found = _suffixes()(host)
    return found.top_domain_under_public_suffix or host


def is_google_news(url: str) -> bool:
    """Tell whether a URL is a Google News redirect, which leads to an article but does not say which."""
    parts = urlsplit(url.strip())
    return parts.hostname == "news.google.com" and bool(_GOOGLE_NEWS.match(parts.path))


def is_web_url(url: str | None) -> bool:
    """Tell whether this is an absolute http(s) URL of bearable length."""
    return url is not None and len(url) <= LONGEST_URL and bool(_WEB_URL.match(url.strip())) and _split(url) is not None


def tidy_url(url: str) -> str:
    """Remove what does not belong into a URL: blanks at the ends, line breaks, tabs and invisible marks inside."""
    url = url.strip()
    return _SPACE.sub(lambda found: "%20" if set(found[0]) == {" "} else "", url) if _SPACE.search(url) else url


def without_tracking(url: str) -> str:
    """Return the URL without tracking parameters and otherwise as it was."""
    head, mark, rest = url.partition("?")
    if not mark:
        return url
    query, hash_mark, fragment = rest.partition("#")
    kept = "&".join(pair for pair in query.split("&") if not _is_tracking(pair.partition("=")[0]))
    return head + (mark + kept if kept else "") + hash_mark + fragment


@lru_cache(_REMEMBERED)
def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(tidy_url(url))
        _ = parts.port
    except ValueError:
        return None
    is_whole = parts.scheme.lower() in {"http", "https"} and parts.hostname and not _NO_HOST.search(parts.hostname)
    return parts if is_whole else None


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return host


def _port(parts: SplitResult) -> int | None:
    return None if parts.port in {None, 80, 443} else parts.port


def _is_local(host: str) -> bool:
    return host[-1:].isdigit() or host.endswith("]") or host == "localhost"


def _leave_amp_cache(parts: SplitResult) -> SplitResult:
    """Find the publisher's address in one of Google's AMP caches."""
    host = parts.hostname or ""
    is_cache = host.endswith(".cdn.ampproject.org") or (host.endswith("google.com") and parts.path.startswith("/amp/"))
    found = _AMP_CACHE.match(parts.path) if is_cache else None
    if not found:
        return parts
    return urlsplit("https://" + parts.path[found.end() :] + (f"?{parts.query}" if parts.query else ""))


def _fold_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    if not host.startswith(_FRONT_HOSTS):
        return host
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _FRONT_HOSTS and not _is_local(host):
        labels = labels[1:]
    return ".".join(labels)


def _fold_path(path: str) -> str:
    path = re.sub(r"/{2,}", "/", _AMP_PATH.sub("", path))
    # segment by segment, so that an encoded slash stays one
    segments = (unquote(segment, errors="surrogateescape") for segment in path.split("/"))
    return "/".join(quote(s, safe=_SAFE_SEGMENT, errors="surrogateescape") for s in segments).rstrip("/") or "/"


def _fold_query(query: str, host: str) -> str:
    if not query:
        return ""
    pairs = sorted(parse_qsl(query, keep_blank_values=True))
    kept = [(key, value) for key, value in pairs if not _is_noise(key, value, host)]
    return urlencode(kept)


def _is_noise(key: str, value: str, host: str) -> bool:
    name = key.lower()
    if name in {"ref", "source"}:
        # a parameter of this name is tracking only where it names the site itself or a reader
        return value.lower() in {"rss", "feed", host, "www." + host}
    return name in _AMP_PARAMETERS or f"{name}={value.lower()}" in _AMP_PARAMETERS or _is_tracking(name)


def _is_tracking(name: str) -> bool:
    exact, prefixes = _tracking()
    name = name.lower()
    return name in exact or name.startswith(prefixes)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    text = files(__package__).joinpath("tracking_parameters.txt").read_text("utf-8")
    names = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return frozenset(n for n in names if "*" not in n), tuple(n.rstrip("*") for n in names if n.endswith("*"))


@cache
def _suffixes() -> tldextract.TLDExtract:
    # the list that the library carries: no network, no cache file
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
