"""What can be wrong with a landing."""

from __future__ import annotations

from syria_events.model import SyriaEventsError


class LandingError(SyriaEventsError):
    """A record that cannot be written or read as it was; the message names the file."""
