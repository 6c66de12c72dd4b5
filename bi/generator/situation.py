"""Situation: what happened, where, how many, and by which articles we know."""

from __future__ import annotations

from bi.generator.charts import BLUES, REDS, governorates, named, number, over_time, rows, sums
from bi.generator.dashboard import Dashboard, Note

# Superset draws a line with a band around it where names are the same but for these endings.
BAND = [
    named("Killed__yhat", "sum(killed_best)"),
    named("Killed__yhat_lower", "sum(killed_low)"),
    named("Killed__yhat_upper", "sum(killed_high)"),
]

NOTE = """\
**Read it so.** An event is one happening, linked from the reports of one or many outlets. Ranges of tolls are those
of the claims, the best estimate is conservative. Charts over time leave out events whose day nobody says, and maps
those outside any governorate. *Corroborated*: independent publisher families tell it; copies do not count. Click on
the id of an event to filter by it. Boundaries: Natural Earth; they imply no endorsement.
"""

DASHBOARD = Dashboard(
    title="Situation",
    description="What happened, where, how many were hurt, and by which articles we know.",
    rows=(
        (
            number("Events", "daily_event", "events", "dated to the day"),
            number("Killed", "daily_event", "killed_best", "best estimates"),
            number("Killed at least", "daily_event", "killed_low", "lowest claims"),
            number("Killed at most", "daily_event", "killed_high", "highest claims"),
            number("Injured", "daily_event", "injured_best", "best estimates"),
            number("Corroborated", "daily_event", "corroborated_share", "by independent publishers"),
        ),
        (
            governorates("Events by governorate", "events", BLUES, width=6),
            governorates("Killed by governorate", "killed_best", REDS, width=6),
        ),
        (
            over_time("Events by type", "daily_event", ["events"], bars=True, by=["event_type"], axis="events"),
            over_time("Killed, with the range of claims", "daily_event", BAND, axis="killed"),
        ),
        (
            sums(
                "Tolls by type",
                "daily_event",
                ["event_type"],
                ["events", "killed_low", "killed_best", "killed_high", "injured_best"],
                height=44,
            ),
            sums(
                "Tolls by governorate",
                "daily_event",
                ["governorate"],
                ["events", "killed_low", "killed_best", "killed_high", "injured_best"],
                height=44,
            ),
        ),
        (
            rows(
                "Latest events",
                "event_card",
                [
                    "event_date",
                    "event_sub_type",
                    "place_html",
                    "actors_html",
                    "killed_range",
                    "headline_html",
                    "evidence_html",
                    "family_count",
                    "confidence",
                    "event_id",
                ],
                [("event_date", False), ("family_count", False)],
                widths={"headline_html": 260, "evidence_html": 320},
                description="Click on the id of an event to see below all that is said about it.",
            ),
        ),
        (
            rows(
                "What is said about them",
                "article_card",
                [
                    "published_at",
                    "source_html",
                    "perspective",
                    "title_html",
                    "quote_html",
                    "claimed_by_html",
                    "claimed_by_status",
                    "is_copy",
                    "event_id",
                ],
                [("event_date", False), ("event_id", True), ("published_at", False)],
                time_format="%Y-%m-%d %H:%M",
                widths={"title_html": 280, "quote_html": 320},
                description="Every report of the events, with the article it stands in.",
            ),
        ),
        (Note(NOTE, height=14),),
    ),
)
