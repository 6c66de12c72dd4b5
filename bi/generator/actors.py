"""Actors: who is said to do what to whom."""

from __future__ import annotations

from bi.generator.charts import REDS, heatmap, number, over_time, ranked, rows, sums
from bi.generator.dashboard import Dashboard, Note

NOTE = """\
**Read it so.** Actors are those whom reports name, not findings of ours; *not said* where no report does. An event
with several groups on a side stands in each of its pairs, so sums over pairs exceed the number of events. Click on
an actor in a table to see its events alone.
"""

DASHBOARD = Dashboard(
    title="Actors",
    description="Who is said to do what to whom.",
    rows=(
        (
            number("Events", "event_dyad", "events", "in the period", width=3),
            number("Groups", "event_dyad", "actors", "that are said to act", width=3),
            number("Somebody did it", "event_dyad", "actor_known_share", "of events, as reports say", width=3),
            number("Both sides are named", "event_dyad", "both_known_share", "of events", width=3),
        ),
        (
            heatmap("Who to whom", "event_dyad", "actor2_name", "actor1_name", "events", scheme=REDS, width=7),
            ranked(
                "Who is said to do what", "event_dyad", "actor1_name", ["events"], by=["event_type"], width=5, height=60
            ),
        ),
        (
            over_time(
                "Events by who is said to act",
                "event_dyad",
                ["events"],
                bars=True,
                by=["actor1_name"],
                limit=8,
                axis="events",
            ),
            ranked("To whom it is done", "event_dyad", "actor2_name", ["events"], by=["event_type"], height=44),
        ),
        (
            sums(
                "Dyads",
                "event_dyad",
                ["actor1_name", "actor2_name", "event_sub_type"],
                ["events", "killed_low", "killed_best", "killed_high"],
                width=12,
                height=52,
            ),
        ),
        (
            rows(
                "Latest events of these actors",
                "dyad_card",
                [
                    "event_date",
                    "actor1_name",
                    "event_sub_type",
                    "actor2_name",
                    "place_html",
                    "killed_range",
                    "headline_html",
                    "evidence_html",
                    "confidence",
                ],
                [("event_date", False)],
                widths={"headline_html": 260, "evidence_html": 320},
            ),
        ),
        (Note(NOTE),),
    ),
)
