"""What an extraction starts from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageInput:
    """A page as it came over the wire."""

    body: bytes
    """Decoded from its content encoding, not from its charset."""
    content_type: str | None
    url: str
    """Where it was found after redirects."""
    status: int
