"""What went wrong, in classes that decide what happens next (see `FetchResponse.error_class`)."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass

import aiohttp

from syria_events.web.addresses import ForbiddenAddressError
from syria_events.wire.decompression import BodyError

_REFUSALS = {401, 402, 403, 407, 451}
_FOR_NOW = {408, 421, 425, 429}


@dataclass(frozen=True, slots=True)
class Failure:
    """Class and words; `truncated` says why a body is not whole."""

    error_class: str
    message: str
    truncated: str | None = None


def failure_of_status(status: int, reason: str, is_challenge: bool) -> Failure | None:
    """Return what a status means; None for an answer below 400. `is_challenge`: a wall of a bot protection."""
    if status < 400:
        return None
    message = f"{status} {reason}".strip()
    if status in _REFUSALS or is_challenge:
        return Failure("blocked", message)
    if status == 410:
        return Failure("gone", message)
    return Failure("soft" if status in _FOR_NOW or status >= 500 else "hard", message)


def failure_of_error(error: Exception) -> Failure:
    """Return what an exception of the network or of decoding means."""
    forbidden = forbidden_address(error)
    if forbidden is not None:
        return Failure("hard", str(forbidden))
    if isinstance(error, BodyError):
        return _failure_of_body(error)
    if isinstance(error, asyncio.TimeoutError):
        return Failure("passing", "took too long", "time")
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ServerDisconnectedError):
        return Failure("passing", f"connection ended early: {error}", "disconnect")
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        # before ValueError, which a wrong certificate is as well
        return Failure("soft", f"secure connection failed: {error}")
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return Failure("hard", f"address cannot be used: {error}")
    return Failure("passing", f"{type(error).__name__}: {error}")


def forbidden_address(error: BaseException) -> ForbiddenAddressError | None:
    """Find the refusal of an address behind the connector's own exceptions."""
    pending: list[BaseException | None] = [error]
    seen: set[int] = set()
    while pending:
        found = pending.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, ForbiddenAddressError):
            return found
        pending += [found.__cause__, found.__context__, getattr(found, "os_error", None)]
        pending += list(getattr(found, "exceptions", ()))
    return None


def _failure_of_body(error: BodyError) -> Failure:
    if error.kind == "too_large":
        return Failure("hard", str(error), "length")
    if error.kind == "truncated":
        return Failure("passing", str(error), "disconnect")
    return Failure("hard" if error.kind == "encoding" else "soft", str(error))
