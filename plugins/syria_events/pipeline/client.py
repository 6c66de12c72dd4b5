"""The polite client with the settings of this deployment."""

from __future__ import annotations

from syria_events import CODE_VERSION
from syria_events.settings import Settings
from syria_events.web.client import ClientSettings, PoliteClient


def polite_client(settings: Settings) -> PoliteClient:
    """Return a client that says who we are and goes where the settings allow."""
    return PoliteClient(
        ClientSettings(
            user_agent=f"SyriaEvents/{CODE_VERSION} (+{settings.contact_url})",
            allow_private=settings.allow_private,
            per_host_seconds=settings.per_host_seconds,
        )
    )
