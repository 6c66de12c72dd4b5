"""What must hold in schema mart: it holds what core holds, all of it, as of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syria_events.quality.suite import WARNING, Suite

if TYPE_CHECKING:
    from syria_events.quality.statements import Rendered
    from syria_events.quality.suite import Expectations

REFRESH = "Rebuild the days in question with `rebuild_day`: linking fills their summaries anew."


def mart_suite(rows: Rendered) -> Suite:
    """Return the suite; every expectation is a statement that finds no row."""
    return Suite("mart", (*_whole(rows), *_summaries(rows), *_references(rows), *_freshness(rows)))


def _whole(rows: Rendered) -> Expectations:
    return (
        rows.none(
            "quality/mart_holds_every_event",
            notes="mart.event and mart.fact_event hold every event of core once: none is lost or doubled by a join.",
            remedy="A view was changed: compare sql/schema with the views of the database.",
        ),
        rows.none(
            "quality/mart_holds_every_report",
            notes="mart.fact_report holds every report of a current wording once.",
            remedy="A view was changed: compare sql/schema with the views of the database.",
        ),
        rows.none(
            "quality/mart_event_has_evidence",
            notes="Every event in mart has an article and the words that it rests on.",
            remedy="Rebuild the day of the event.",
        ),
    )


def _summaries(rows: Rendered) -> Expectations:
    what = {
        "quality/mart_governorate_day_is_current": "events by day and governorate",
        "quality/mart_toll_day_is_current": "tolls by day and governorate",
        "quality/mart_dyad_day_is_current": "events by day and pair of groups",
        "quality/mart_source_day_is_current": "coverage by day and source",
        "quality/mart_governorate_month_is_current": "events by month and governorate",
        "quality/mart_dyad_month_is_current": "events by month and pair of groups",
    }
    return tuple(
        rows.none(statement, notes=f"The summary of {meaning} says what the events say now.", remedy=REFRESH)
        for statement, meaning in what.items()
    )


def _references(rows: Rendered) -> Expectations:
    return (
        rows.none(
            "quality/mart_keys_have_dimensions",
            notes="Types, governorates, places, groups and sources of facts are in their dimensions.",
            remedy="Run `syria-events migrate`, which writes the reference tables; else the codebook lacks the word.",
        ),
        rows.none(
            "quality/mart_days_in_calendar",
            severity=WARNING,
            notes="Days of events are in the calendar of the marts.",
            remedy="Read the date of the event; if it is right, add the years to mart.dim_date by a migration.",
        ),
    )


def _freshness(rows: Rendered) -> Expectations:
    return (
        rows.none(
            "quality/mart_is_fresh",
            notes="What was loaded more than six hours ago is in the marts.",
            remedy="See the link tasks of process_batch: they fail, or wait for each other.",
        ),
        rows.none(
            "quality/mart_lag_is_short",
            severity=WARNING,
            notes="Half of yesterday's articles were in the marts within an hour of being seen.",
            remedy="See the seconds per stage in quality.stage_run and the queue of process_batch.",
        ),
    )
