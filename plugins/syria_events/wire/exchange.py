"""A request to a publisher and what came of it, as values that polling, fetching and landing share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_RETRY_AFTER = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to ask for. `purpose` is `feed` (published for polling) or `page` (robots.txt is asked first)."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int | None = None
    """Most bytes of the decoded body; null means the client's limit for the purpose."""
    purpose: str = "feed"
    key: str = ""
    """The caller's own name for the request."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """One hop: the status that sent us on, and where to."""

    status: int
    url: str


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """What came of a request; `status` is null where no answer came, and `error` says why.

    `error_class`: null (an answer below 400, whole), `passing` (the network failed: worth another try), `soft` (the
    server says "not now"), `hard` (no repetition will help), `blocked` (we are refused), `robots` (robots.txt forbids
    the page), `gone` (410).
    """

    url: str
    final_url: str
    started_at: datetime
    status: int | None = None
    reason: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    """Decoded from its content encoding; character encoding untouched."""
    wire_body: bytes = b""
    """As received, without transfer coding."""
    elapsed_ms: int = 0
    error: str | None = None
    error_class: str | None = None
    redirects: tuple[Redirect, ...] = ()
    truncated: str | None = None
    """Why the body is not whole, in the words of WARC: `length`, `time` or `disconnect`."""
    key: str = ""
    held_seconds: int | None = None
    """Nothing was sent, because the host had asked to be left alone for so much longer."""

    def header(self, name: str) -> str | None:
        """Return the first header of that name, in any case, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def content_type(self) -> str | None:
        """The Content-Type as sent."""
        return self.header("Content-Type")

    @property
    def retry_after_seconds(self) -> int | None:
        """How long the server asks us to stay away, from any answer of 400 and above; null where it does not say.

        A date counts from the server's own Date (RFC 9110, 10.2.3), so a wrong clock on either side does no harm.
        """
        if self.held_seconds is not None:
            return self.held_seconds
        raw = self.header("Retry-After")
        if raw is None or self.status is None or self.status < 400:
            return None
        if raw.strip().isdecimal():
            seconds = int(raw)
        else:
            until = http_date(raw)
            if until is None:
                return None
            seconds = int((until - (http_date(self.header("Date")) or self.started_at)).total_seconds())
        return min(max(seconds, 0), int(LONGEST_RETRY_AFTER.total_seconds()))


def http_date(raw: str | None) -> datetime | None:
    """Read an HTTP date as UTC; None where it is missing or not a date."""
    if not raw:
        return None
    try:
        at = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
