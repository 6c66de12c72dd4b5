"""Sources: who tells it, how soon, whether others tell it, too, and how the feeds are."""

from __future__ import annotations

from bi.generator.charts import TIME_FORMAT, heatmap, number, over_time, ranked, rows
from bi.generator.dashboard import Dashboard, Note

NOTE = """\
**Read it so.** Sources of one publisher family do not corroborate each other, nor do copies. Perspectives are those
of the registry. Minutes count from the publication that an article states until its events stood in the marts; what
was recovered afterwards is left out. Governorate and type do not apply to minutes and feeds.
"""

DASHBOARD = Dashboard(
    title="Sources",
    description="Who tells it, how soon, whether others tell it, too, and how the feeds are.",
    rows=(
        (
            number("Outlets", "source_coverage", "outlets", "that tell events"),
            number("Reports", "source_coverage", "reports", "of events"),
            number("Corroborated", "daily_event", "corroborated_share", "of events, by independent publishers"),
            number("Contested", "daily_event", "contested_share", "of events: sources disagree"),
            number("Feeds polled", "feed_health", "enabled", "now"),
            number("Feeds failing", "feed_health", "failing", "now"),
        ),
        (
            ranked("Coverage by outlet", "source_coverage", "source_name", ["alone", "corroborated"], height=60),
            heatmap("Where each perspective looks", "source_coverage", "governorate", "perspective", "events"),
        ),
        (
            over_time(
                "Minutes from publication to the marts",
                "daily_lag",
                ["publication_p50", "publication_p95"],
                axis="minutes",
            ),
            over_time(
                "Corroborated and contested events",
                "daily_event",
                ["corroborated_share", "contested_share"],
                percent=True,
            ),
        ),
        (
            ranked(
                "Independent publishers per event",
                "event_card",
                "family_count",
                ["events"],
                by=["confidence"],
                height=44,
            ),
            over_time(
                "Reports by perspective", "source_coverage", ["reports"], bars=True, by=["perspective"], axis="reports"
            ),
        ),
        (
            rows(
                "Feed health",
                "feed_health",
                [
                    "name",
                    "status",
                    "last_good_at",
                    "last_outcome",
                    "failures",
                    "entries_7d",
                    "lost_overlap_7d",
                    "next_check_at",
                    "next_reason",
                ],
                [("failures", False), ("last_good_at", True)],
                limit=500,
                time_format=TIME_FORMAT,
            ),
        ),
        (Note(NOTE),),
    ),
)
