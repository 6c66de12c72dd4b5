"""robots.txt is remembered for a day; an origin that could not be reached, for minutes."""

from datetime import UTC, datetime, timedelta

import pytest

from syria_events.web.robots import RobotsRecord, robots_text
from syria_events.wire.exchange import FetchResponse

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_rules_hold_for_a_day_and_silence_for_minutes() -> None:
    rules = RobotsRecord("https://a.org", NOW, "User-agent: *\nDisallow: /\n")
    silence = RobotsRecord("https://b.org", NOW, None)

    assert (rules.is_fresh(NOW + 23 * HOUR), rules.is_fresh(NOW + 24 * HOUR)) == (True, False)
    assert (silence.is_fresh(NOW + HOUR / 12), silence.is_fresh(NOW + HOUR)) == (True, False)


@pytest.mark.parametrize(
    ("status", "error", "truncated", "text"),
    [
        (200, None, None, "Disallow: /"),
        (200, "larger than", "length", "Disallow: /"),
        (200, "ended early", "disconnect", None),
        (404, "404", None, ""),
        (401, "401", None, ""),
        (429, "429", None, None),
        (500, "500", None, None),
        (None, "took too long", None, None),
    ],
)
def test_an_answer_becomes_rules_by_rfc_9309(status: int, error: str, truncated: str, text: str) -> None:
    body = b"Disallow: /" if status == 200 else b"<html>"
    response = FetchResponse("u", "u", NOW, status, body=body, error=error, truncated=truncated)

    assert robots_text(response) == text
