"""Figures of two days, with whatever words a test wants in them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from syria_events.daily_report.figures import Figures

SINCE, UNTIL = date(2026, 11, 22), date(2026, 11, 23)
TOLL = {"killed_low": 3, "killed_best": 5, "killed_high": 8}
SQUARE = json.dumps(
    {
        "type": "Feature",
        "id": "SY-ID",
        "properties": {"name": "Idleb"},
        "geometry": {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 35]]]},
    }
)


def made_figures(*, text: str = "Words", url: str | None = "https://example.org/a", **others: Any) -> Figures:
    """Return figures whose every word that comes from a newsroom or a file is `text`."""
    event = {
        "event_id": "e1",
        "event_start_date": UNTIL,
        "event_sub_type": "Air/drone strike",
        "governorate": "Idleb",
        "place_name": text,
        "country": "SY",
        "actor1_names": text,
        "actor2_names": text,
        **TOLL,
        "family_count": 2,
        "report_count": 3,
        "confidence": "B",
        "headline": text,
        "source_name": text,
        "article_url": url,
        "evidence": text,
    }
    feed = {
        "name": text,
        "status": "enabled",
        "last_fetch_at": datetime(2026, 11, 23, tzinfo=UTC),
        "last_good_at": None,
        "last_outcome": text,
        "failures": 1.0,
        "entries_7d": 4,
        "next_check_at": datetime(2026, 11, 23, tzinfo=UTC),
        "next_reason": text,
    }
    totals = {"event_count": 4, "injured_best": None, "corroborated_count": 1, "contested_count": 0, **TOLL}
    parts: dict[str, Any] = {
        "since": SINCE,
        "until": UNTIL,
        "read_at": datetime(2026, 11, 23, 4, 30, tzinfo=UTC),
        "totals": totals,
        "days": [{"event_date": SINCE, "event_type": "Battles", "event_count": 4, **TOLL}],
        "types": [{"event_type": "Battles", "event_count": 4, "injured_best": None, **TOLL}],
        "governorates": [{"governorate": "Idleb", "feature": SQUARE, "attribution": text, "event_count": 4, **TOLL}],
        "latest": [event],
        "dyads": [{"actor1_name": text, "actor2_name": text, "event_count": 4, **TOLL}],
        "doings": [{"actor1_name": text, "event_type": "Battles", "event_count": 4}],
        "outlets": [{"source_name": text, "perspective": text, "corroborated_count": 1, "alone_count": 3}],
        "lags": [
            {
                "arrival_date": UNTIL,
                "article_count": 4,
                "publication_p50_seconds": 90.0,
                "publication_p95_seconds": None,
            }
        ],
        "feeds": [feed],
    }
    return Figures(**{**parts, **others})
