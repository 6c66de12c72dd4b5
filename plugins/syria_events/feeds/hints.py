"""How long a feed's document says that it may be kept."""

from __future__ import annotations

_PERIODS = {"hourly": 3600, "daily": 86400, "dayly": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}


def hint_seconds(ttl: str | None, period: str | None, frequency: str | None) -> int | None:
    """Return the longest pause that the document suggests: `ttl` in minutes, or `sy:updatePeriod` by its frequency."""
    minutes, often = _number(ttl), _number(frequency) or 1.0
    seconds = _PERIODS.get((period or "").strip().lower(), 0) / often
    return int(max((minutes or 0) * 60, seconds)) or None


def _number(raw: str | None) -> float | None:
    try:
        number = float((raw or "").strip())
    except ValueError:
        return None
    return number if 0 < number < 1e6 else None
